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
  std::string owner;   ///< who has to do something about it, or empty
  std::string id;
  bool boxed = false;          ///< it has a box to tick
  Mark mark = Mark::open;      ///< open for one without a box
  std::optional<Date> since;   ///< the day it was said: its `since:`, else the note's day
  std::optional<Date> noted;   ///< the day of the note it stands in; nothing in topics.md
  std::optional<Date> closed;  ///< the day it was done or dropped
  NotePath path;               ///< the newest note that holds it
  std::size_t line = 0;
  std::vector<std::string> sections;  ///< the headings above it, the nearest first
  std::string venue, mode;            ///< of the meeting, where `said_of` knows them

  /// Feedback, praise and concerns are for somebody to hear.
  bool is_for_ears() const;
};

/// What the notes of a ledger say, by note and line; an item with an id once, as the newest note
/// has it. The kind is the first word before a colon, else that of the heading it stands directly
/// under.
std::vector<Said> said_in(const Ledger& ledger);

/// The text without `(handle)` at its end, when that is one of the two, and the handle.
struct Authored {
  std::string text, author;
};
Authored authored(const std::string& words, const Person& person);

/// When something was told to the one who shall hear it, and in which meeting's note; nothing in
/// either when it was not yet or nobody knows.
struct Delivery {
  std::optional<Date> day;
  std::optional<NotePath> note;
};

/// What two people said, and how it fared.
struct Remembered {
  Said said;
  Delivery delivery;

  bool waits() const;  ///< it is for somebody's ears and neither told nor dropped
};

/// What the notes of both trees say. A private line that was made a shared one stands here once.
/// Feedback, praise and concerns are delivered by standing in the shared note of a past meeting
/// without a box, else by being ticked (product.md, "Private").
std::vector<Remembered> said_of(const Ledger& shared, const Ledger& own, Date today);

}  // namespace oneonone
