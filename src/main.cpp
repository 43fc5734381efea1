// SPDX-License-Identifier: MIT
// Gives the program the real world.
#include <string>
#include <vector>

#include "app.hpp"
#include "system/posix.hpp"

int main(int argc, char** argv) {
  oneonone::prepare_process();
  oneonone::PosixSystem posix;
  oneonone::System system = posix.system();
  // argv may be empty: execve allows it.
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  return oneonone::run_app(system, words);
}
