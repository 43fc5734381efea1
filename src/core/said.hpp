// SPDX-License-Identifier: MIT
// Wins, asks, feedback, facts and the like, wherever a note says them (product.md, "Kinds").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ledger.hpp"

namespace oneonone {

/// A list item of a kind.
struct Said {
  std::string kind;    ///< "win", "ask", …
  std::string text;    ///< without the kind's word and the author
  std::string author;  ///< a handle of the two, or empty
  std::string id;
  Mark mark = Mark::open;     ///< open for one without a box
  std::optional<Date> since;  ///< its `since:`, else the note's day
  std::optional<Date> noted;  ///< the day of the note it stands in; nothing in topics.md
};

/// What the notes of a ledger say, an item with an id once: as the newest note has it. The kind is
/// the first word before a colon, else the heading's.
std::vector<Said> said_in(const Ledger& ledger);

/// The text without `(handle)` at its end, when that is one of the two, and the handle.
struct Authored {
  std::string text, author;
};
Authored authored(const std::string& words, const Person& person);

}  // namespace oneonone
