// SPDX-License-Identifier: MIT
// Items that people copied by hand from one meeting to the next: one promise, not one a week.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "core/carry.hpp"

namespace oneonone {

/// What makes repeated lines one item.
struct Repeats {
  NoteEdits edits;                            ///< of new notes alone
  std::vector<std::size_t> topics, promises;  ///< for each note, how many open ones went on
};

/// Over a ledger of all notes, `fresh` of which are new: an item that was not closed and stands in
/// a later note in the same words, with the same owner, went on there. All its new lines get one
/// id, the later ones `since:`, the older ones `[>]`; an item that stands in an old note counts
/// when its id is written there. What was closed in between is a new item. Every open item gets its
/// id, so that the next import knows it again; lines that have one are left alone.
Repeats find_repeats(const Ledger& ledger, const std::set<std::size_t>& fresh);

}  // namespace oneonone
