// SPDX-License-Identifier: MIT
// kill -9 before a system call of a command.
#include "faults/kill.hpp"

#include <fmt/format.h>

#include <csignal>

namespace oneonone::faults {
namespace {

constexpr int killed = 128 + SIGKILL;

class Killing {
 public:
  Killing(const Home& home, const Program& program, const Case& one)
      : home_(home), program_(program), one_(one), expected_(undisturbed(home, one)) {}

  /// False when the program ended before it came to that call.
  bool kill_before(const Points& points, int number) {
    int count = 0;
    std::string name;
    const Ended ended = trace(home_.start(program_, one_.command), [&](const Call& call) {
      if (!points.chosen(call) || ++count != number) return Fate{};
      name = name_of(call.number);
      return Fate{Fate::kill};
    });
    if (ended.status == killed) {
      where_ = fmt::format("{}: killed before its call {}, {}", one_.name, number, name);
      ++tally_.points;
      look();
      run_again();
    }
    home_.put_back(expected_.start);
    return ended.status == killed;
  }

  Tally tally() const { return tally_; }

 private:
  void complain(const std::string& what) { tally_.complaints.push_back(where_ + ": " + what); }

  void look() {
    const Tree tree = home_.tree();
    if (const std::string lost = lost_in(expected_, tree); !lost.empty()) {
      ++tally_.lost;
      complain(lost);
    }
    if (const std::string torn = torn_in(expected_, tree); !torn.empty()) {
      ++tally_.torn;
      complain(torn);
    }
  }

  /// It may have been done already: then it is right to do it twice, as for a line that is added.
  void run_again() {
    const Ended again = home_.run(program_, one_.command);
    const Tree tree = home_.tree(), notes = notes_of(tree);
    const std::string once = difference(notes_of(expected_.once), notes);
    const bool is_right = once.empty() || difference(notes_of(expected_.twice), notes).empty();
    const bool is_whole = one_.after.empty() || home_.succeeds(one_.after);
    if (is_right && is_whole)
      ++tally_.healed;
    else
      complain(fmt::format("run again, it ends with {} ({}) and {}", again.status, again.err,
                           is_right ? "git does not have it" : once));
    if (const std::string left = left_in(tree); !left.empty()) {
      ++tally_.left;
      complain(left);
    }
  }

  const Home& home_;
  const Program& program_;
  const Case& one_;
  Undisturbed expected_;
  std::string where_;
  Tally tally_;
};

}  // namespace

Tally kill_before_calls(const Home& home, const Program& program, const Case& one,
                        const Points& points) {
  Killing killing(home, program, one);
  for (int number = points.first; killing.kill_before(points, number); number += points.step) {
  }
  return killing.tally();
}

}  // namespace oneonone::faults
