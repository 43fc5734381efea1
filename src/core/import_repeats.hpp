// SPDX-License-Identifier: MIT
// Items that people copied by hand from one meeting to the next: one promise, not one a week.
#pragma once

#include <cstddef>
#include <vector>

#include "core/carry.hpp"

namespace oneonone {

/// What makes repeated lines one item.
struct Repeats {
  NoteEdits edits;
  std::vector<std::size_t> topics, promises;  ///< for each note, how many open ones went on
};

/// An item that was not closed and stands in a later note of the ledger in the same words, with the
/// same owner, went on there: all copies get one id, the later ones `since:`, the older ones `[>]`.
/// What was closed in between is a new item. Items that have an id are left alone.
Repeats find_repeats(const Ledger& ledger);

}  // namespace oneonone
