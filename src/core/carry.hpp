// SPDX-License-Identifier: MIT
// Carrying forward: which items go into a note, the copies they leave there, and the bytes that
// change in the old notes (product.md, "Carrying forward").
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger.hpp"
#include "model/change.hpp"
#include "text/carve.hpp"

namespace oneonone {

/// Edits by the index of the ledger's note.
using NoteEdits = std::map<std::size_t, std::vector<Edit>>;

/// The same ledger with its notes edited.
Ledger edited(const Ledger& ledger, const NoteEdits& edits, const Reading& reading);
/// The same with another answer to what stands elsewhere; null when no orphan is asked about.
Ledger edited(const Ledger& ledger, const NoteEdits& edits, const Reading& reading,
              Ledger::Elsewhere elsewhere);

/// The edits as changes. Throws Error{conflict} when a note holds git's conflict markers.
std::vector<Change> changes_of(const Ledger& ledger, const NoteEdits& edits);

/// Settles what is open in one copy and closed in another: closed, in the newest line too; and
/// leaves an open item open in its newest line only.
void settle(const Ledger& ledger, NoteEdits& edits);

/// Gives the shown line of a chain its id; a due in words becomes a day, counted from the note's
/// day
/// (`today` where it has none).
void identify(const Ledger& ledger, const Chain& chain, Date today, NoteEdits& edits);

/// Gives a line that shows another item's id its own.
void part(const Ledger& ledger, const Chain& chain, NoteEdits& edits);

/// Writes the day on a commitment that was ticked or dropped by hand: the note's, at most `today`;
/// and parts any line from another item's id.
void stamp(const Ledger& ledger, const Chain& chain, Date today, NoteEdits& edits);

/// The chains that a note takes: open in earlier notes, in no later one, not snoozed beyond its
/// day; by birth, path and line.
std::vector<std::size_t> carried_into(const Ledger& ledger, const NotePath& target);

/// Copies the items of a ledger, which must outlive it.
class Copier {
 public:
  Copier(const Ledger& ledger, const Reading& reading) : ledger_(ledger), reading_(reading) {}

  /// The copy of an item for a newer note, of that day: its lines at the margin with `since:`,
  /// nested items of their own and closed steps left out. Nothing when it cannot be copied
  /// faithfully.
  std::optional<std::string> copy(const Chain& chain, std::optional<Date> day);

  /// What the items of a note are made of, for others that copy out of it.
  ItemShapes& shapes_of(std::size_t note);

 private:
  std::optional<std::string> lines_of(const Chain& chain);

  const Ledger& ledger_;
  const Reading& reading_;
  std::map<std::size_t, ItemShapes> shapes_;  ///< by note
};

/// Marks the open copies of a chain as carried, `[ ]` to `[>]`.
void mark_carried(const Ledger& ledger, const Chain& chain, NoteEdits& edits);

/// Compares lines of notes, whatever their indentation. Each holder's are looked through once.
class Holders {
 public:
  /// True when all lines of `note` from `first` to `last` stand in `holder` as well.
  bool hold(const Note& holder, const Note& note, std::size_t first, std::size_t last);

 private:
  std::map<const Note*, std::set<std::string_view>> lines_;
};

/// Takes lines out of topics.md that were carried before and whose text an earlier note holds
/// whole.
void clear_topics(const Ledger& ledger, const NotePath& target, NoteEdits& edits);

}  // namespace oneonone
