// SPDX-License-Identifier: MIT
// Gives the program the real world.
#include "app.hpp"
#include "system/posix.hpp"

int main(int argc, char** argv) {
  oneonone::prepare_process();
  oneonone::PosixSystem posix;
  oneonone::System system = posix.system();
  oneonone::end_process(oneonone::run_app(system, argc, argv));
}
