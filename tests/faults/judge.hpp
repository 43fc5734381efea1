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

}  // namespace oneonone::faults
