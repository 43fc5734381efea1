// SPDX-License-Identifier: MIT
// What must hold after a fault: nothing lost, no file torn, and the command run again heals.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "faults/cases.hpp"

namespace oneonone::faults {

/// What a command does when nothing disturbs it: learned from the released program.
struct Undisturbed {
  Tree start, once, twice;
  Ended ended;
  /// The bytes that each file has at some moment between two calls; for a file that is absent at
  /// some moment `absent` holds its path.
  std::map<std::string, std::set<std::string>> versions;
  std::set<std::string> absent;
};
Undisturbed undisturbed(const Home& home, const Case& one);

/// The first line of the start that is nowhere, though the command is to keep it; or the first
/// promise that was open, is to stay open, and is open nowhere. Empty when there is none.
std::string lost_in(const Undisturbed& expected, const Tree& tree);
/// The first file with bytes that it has at no moment of an undisturbed run.
std::string torn_in(const Undisturbed& expected, const Tree& tree);
/// The first file that is left of a write.
std::string left_in(const Tree& tree);
/// Where two trees differ.
std::string difference(const Tree& wanted, const Tree& tree);

/// What a harness found for one command.
struct Tally {
  int points = 0, lost = 0, torn = 0, healed = 0, left = 0, silent = 0;
  std::vector<std::string> complaints;  ///< empty when all is well
};

/// One command in its home, disturbed again and again.
class Trial {
 public:
  Trial(const Home& home, const Program& program, const Case& one);

  const Undisturbed& expected() const { return expected_; }
  const Tally& tally() const { return tally_; }

  /// Runs it with faults. `where` is what complaints begin with from here on.
  Ended disturb(const std::string& where, const Decide& decide);
  /// The same with `prepare` called in its process first.
  Ended endure(const std::string& where, const std::function<void()>& prepare);
  /// Counts a point, and looks at what is there now.
  void look();
  /// It must have said what went wrong, or have done all.
  void require_told(const Ended& ended);
  /// For a command that was not killed: it takes its own temporary files away.
  void look_for_leftovers();
  /// The same for a tree that was found elsewhere; what was acknowledged must be in it.
  void look_at(const Tree& tree, bool is_acknowledged);
  /// Runs it again without faults: then all must be as if nothing had happened.
  void heal();
  /// Some notes could not be read, which it said with status 4: it has shown or carried what it
  /// knew of. Then, and when it is run again, nothing may be lost.
  void accept_part();
  /// True when more complaints would say the same.
  bool is_hopeless() const { return tally_.complaints.size() >= 3; }
  void put_back() const { home_.put_back(expected_.start); }

  /// True when the notes are as after an undisturbed run.
  bool is_done() const;
  void look_for_losses(const Tree& tree);
  void complain(int Tally::* count, const std::string& what);

 private:
  const Home& home_;
  const Program& program_;
  const Case& one_;
  Undisturbed expected_;
  std::string where_;
  Tally tally_;
};

}  // namespace oneonone::faults
