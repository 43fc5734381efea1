// SPDX-License-Identifier: MIT
// What a scan of many notes costs, in the two figures that are the same on every machine: system
// calls and memory; times belong to tests/bench. And that it does without threads.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include "faults/cases.hpp"

namespace oneonone::faults {
namespace {

/// `people` folders with 500 notes each: a fence, some prose, a promise that was carried on.
void fill(const Home& home, int people) {
  for (int person = 0; person < people; ++person) {
    const std::string folder = home.path() + "/1on1/people/p" + std::to_string(person);
    std::filesystem::create_directories(folder);
    for (int note = 0; note < 500; ++note) {
      const int year = 2001 + note / 300, month = note / 25 % 12 + 1, day = note % 25 + 1;
      std::ofstream out(folder + fmt::format("/{}-{:02}-{:02}.md", year, month, day));
      out << "---\nmood: 4\n---\n# Topics\n\n- [x] The rota\n- the budget\n\n# Notes\n\n```\n- [ ] "
             "no promise\n```\n";
      for (int line = 0; line < 30; ++line) out << "The build was green for once this week.\n";
      out << "\n- [" << (note < 499 ? '>' : ' ') << "] @dana The plan since:2001-01-01 ^k" << person
          << "\n";
    }
  }
}

struct Cost {
  int calls = 0;
  int kibibytes = 0;  ///< of memory, at its peak
};

int peak_of(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::stoi(line.substr(6));
  }
  return 0;
}

Cost cost_of(const Home& home, const Words& command) {
  Cost cost;
  const Ended ended = trace(home.start(released(), command), [&cost](const Call& call) {
    // How often threads wait for each other is chance.
    if (call.number != SYS_futex && call.number != SYS_sched_yield) ++cost.calls;
    if (is_end(call)) cost.kibibytes = std::max(cost.kibibytes, peak_of(call.process));
    return Fate();
  });
  CHECK(ended.status == 0);
  return cost;
}

TEST_CASE("actions opens, reads and closes each note once, and keeps little of it") {
  const Home home("rm -r people private");
  // Enough people for all threads.
  fill(home, 4);
  const Cost some = cost_of(home, {"actions"});
  fill(home, 8);
  const Cost many = cost_of(home, {"actions"});
  MESSAGE("2000 notes: ", some.calls, " calls, ", some.kibibytes, " KiB; 4000 notes: ", many.calls,
          " calls, ", many.kibibytes, " KiB");
  CHECK(many.calls - some.calls < 3.1 * 2000);
  CHECK(many.kibibytes < 12 * 1024);
  CHECK(many.kibibytes - some.kibibytes < 1024);
}

TEST_CASE("where no thread is to be had the first one does all the work") {
  const Home home("rm -r people private");
  fill(home, 2);
  int refused = 0;
  const Ended alone = trace(home.start(released(), {"actions"}), [&refused](const Call& call) {
    if (call.number != SYS_clone3) return Fate();
    ++refused;
    return Fate{Fate::fail, EAGAIN};
  });
  const Ended usual = home.run(released(), {"actions"});
  CHECK(refused > 0);
  CHECK(alone.status == 0);
  CHECK(alone.out == usual.out);
  CHECK(alone.err == usual.err);
}

}  // namespace
}  // namespace oneonone::faults
