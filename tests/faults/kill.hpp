// SPDX-License-Identifier: MIT
// kill -9 before a system call of a command.
#pragma once

#include "faults/judge.hpp"

namespace oneonone::faults {

/// Before which calls: of those chosen the ones numbered `first`, `first + step`, …
struct Points {
  std::function<bool(const Call&)> chosen;
  int first = 1, step = 1;
};

/// Kills the program there, in its home, and runs the command again after each.
Tally kill_before_calls(const Home& home, const Program& program, const Case& one,
                        const Points& points);

}  // namespace oneonone::faults
