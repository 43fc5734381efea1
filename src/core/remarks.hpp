// SPDX-License-Identifier: MIT
// Wins and decisions that wait in topics.md: lines without a box, which nobody ticks. They go into
// one note and stay there.
#pragma once

#include <string>
#include <vector>

#include "core/carry.hpp"

namespace oneonone {

/// A win or a decision of topics.md.
struct Remark {
  std::size_t note = 0, bullet = 0;  ///< where it stands in the ledger
  std::string kind;                  ///< "win" or "decision"
  std::string id;                    ///< on its line, or the one it would get
  bool held = false;                 ///< a dated note holds it already
};

/// The remarks of a ledger made of all notes, by birth, then line.
std::vector<Remark> remarks_in(const Ledger& ledger);

/// Gives the line its id.
void identify(const Ledger& ledger, const Remark& remark, NoteEdits& edits);

/// Its lines for a note. Nothing when it cannot be copied faithfully.
std::optional<std::string> copy_of(const Ledger& ledger, const Remark& remark, ItemShapes& shapes);

/// The ids that the items of a note show, boxed or not.
IdSet shown_ids(const Note& note, const Outline& outline);

/// Takes remarks out of topics.md that a dated note holds whole; `written` counts as one.
void clear_remarks(const Ledger& ledger, const ParsedNote& written, NoteEdits& edits);

}  // namespace oneonone
