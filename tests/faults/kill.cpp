// SPDX-License-Identifier: MIT
// kill -9 before a system call of a command.
#include "faults/kill.hpp"

#include <fmt/format.h>

#include <csignal>

namespace oneonone::faults {
namespace {

/// False when the program ended before it came to that call.
bool kill_before(Trial& trial, const Points& points, int number) {
  int count = 0;
  const Ended ended =
      trial.disturb(fmt::format("killed before its call {}", number), [&](const Call& call) {
        return points.chosen(call) && ++count == number ? Fate{Fate::kill} : Fate{};
      });
  const bool is_killed = ended.status == 128 + SIGKILL;
  if (is_killed) {
    trial.look();
    trial.heal();
  }
  trial.put_back();
  return is_killed && !trial.is_hopeless();
}

}  // namespace

Tally kill_before_calls(const Home& home, const Program& program, const Case& one,
                        const Points& points) {
  Trial trial(home, program, one);
  for (int number = points.first; kill_before(trial, points, number); number += points.step) {
  }
  return trial.tally();
}

}  // namespace oneonone::faults
