// SPDX-License-Identifier: MIT
// Weaves three versions of one list: what either side put in, less what either took out.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/merge_pairs.hpp"
#include "text/alignment.hpp"

namespace oneonone {

/// A line or an item of a list. Equal numbers are the same line, or the same item.
struct Thread {
  std::size_t number = 0;
  LineKind kind = LineKind::blank;
  int depth = 0;         ///< as in TreePart
  bool telling = false;  ///< holds a letter or digit: two such lines are not equal by chance
};

using Threads = std::vector<Thread>;

/// The same list in three versions, and which threads of the base each side kept.
struct Strand {
  Three<Threads> versions;
  std::vector<Match> in_ours, in_theirs;
};

/// Aligns both sides with the base.
Strand strand_of(Three<Threads> versions);

/// Where a woven thread belongs: into the result, or to one side of a conflict.
enum class Choice { both, ours, theirs };

struct Woven {
  Choice choice = Choice::both;
  std::size_t number = 0;
};

/// Tells whether an item stands where that version has it.
using Stands = std::function<bool(Version version, std::size_t number)>;

/// A line of the base stays when both sides kept it; what a side put in stands behind what stood
/// before it; where both put something in, what goes on with the lines above comes first, then
/// ours. Both sides' other lines in place of the same line are a conflict: ours, then theirs.
std::vector<Woven> weave(const Strand& strand, const Stands& stands);

}  // namespace oneonone
