// SPDX-License-Identifier: MIT
// Memory that runs out.
#include "faults/memory.hpp"

#include <fmt/format.h>

namespace oneonone::faults {
namespace {

int requests_of(const Home& home, const Case& one) {
  const Tree before = home.tree();
  const Ended ended = home.run(seeded("memory:count"), one.command);
  home.put_back(before);
  // The number is the last line: before it stands what the command has to say.
  const std::size_t line = ended.err.rfind('\n', ended.err.size() - 2);
  return std::stoi(ended.err.substr(line == std::string::npos ? 0 : line + 1));
}

}  // namespace

Tally refuse_memory(const Home& home, const Case& one, int first, int step,
                    const std::vector<std::string>& ways) {
  Program program = released();
  Trial trial(home, program, one);
  const int requests = requests_of(home, one);
  for (int number = first; number <= requests && !trial.is_hopeless(); number += step) {
    for (const std::string& way : ways) {
      program = seeded(fmt::format("memory:{}{}", number, way));
      const Ended ended = trial.endure("with " + program.seed, {});
      trial.look();
      trial.require_told(ended);
      trial.look_for_leftovers();
      program = released();
      trial.heal();
      trial.put_back();
    }
  }
  return trial.tally();
}

}  // namespace oneonone::faults
