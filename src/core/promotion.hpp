// SPDX-License-Identifier: MIT
// Private lines that can become shared ones.
#pragma once

#include <string>
#include <vector>

#include "core/capture.hpp"
#include "core/carry.hpp"

namespace oneonone {

/// A private line with an id: an open item, or a fact and the like without a box.
struct PrivateLine {
  std::string id;
  Item item;
  std::string kind;  ///< by its first word or its heading; empty when it has none
  /// Where it stands: the note's index in the ledger, and the lines.
  std::vector<std::pair<std::size_t, ListItem>> places;
};

/// The lines of a private ledger made of all notes.
std::vector<PrivateLine> private_lines(const Ledger& own);

/// The line as one would type it for `add`, with its id, its days, and me as the author when nobody
/// owns it.
Captured as_typed(const PrivateLine& line, const Person& person);

/// True when the shared notes hold this very line: a promotion that a crash has interrupted.
bool is_shared(const Ledger& shared, const Item& item);

/// Takes the line out of my private notes. Throws Error{failed} when others stand below it: they
/// are private too.
NoteEdits removal_of(const Ledger& own, const PrivateLine& line);

}  // namespace oneonone
