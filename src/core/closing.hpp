// SPDX-License-Identifier: MIT
// The end of a meeting: what its note says of it afterwards, and what its items still lack
// (practices.md rows 8, 19, 47 and 48).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ledger.hpp"
#include "model/meeting.hpp"

namespace oneonone {

/// What is said of a meeting when it is over; what is absent stays as the note has it.
struct Closing {
  std::optional<std::string> venue, mode;
  std::optional<int> minutes;
  std::optional<int> mood;  ///< 1 to 5, of the first in `people`
  SaidBy talk, worth;       ///< as in Meeting, by handle
  std::optional<Date> next;
  std::optional<std::string> recap;  ///< one paragraph
  std::string recap_by;              ///< in whose words it is: a handle
  bool informal = false;             ///< it does not reset the clock
};

/// The note that `close` ends when no day is named: today's, else the last one of the past seven
/// days that was neither closed nor missed; nothing when there is none. `meetings` in order.
std::optional<NotePath> note_to_close(const std::vector<Meeting>& meetings, Date today);

/// A note for a meeting that left none: front matter and title.
std::string short_note(const Person& person, Date day);

/// The note's text as a meeting that was held, with what was said: keys of the front matter, and
/// the recap as a paragraph below `Recap (handle)`.
std::string closed_note(const std::string& text, const Closing& closing, const Reading& reading);

/// What an open item of a note lacks.
enum class Lack {
  owner,     ///< nobody owns it
  due,       ///< it was born in this note and has no day
  decision,  ///< carried for the third time, with no day ahead: do, drop or re-date
};

struct Gap {
  Lack lack = Lack::owner;
  std::string id;  ///< of the chain
};

/// The gaps of the commitments that stand open in a note, in the order of their lines.
std::vector<Gap> gaps_of(const Ledger& ledger, const NotePath& note, Date today);

/// How the commitments of a note stand.
struct Tally {
  int done = 0, dropped = 0, open = 0;
  std::map<std::string, int> open_by_owner;  ///< by handle; `nobody` for those without an owner
};
Tally tally_of(const Ledger& ledger, const NotePath& note);

}  // namespace oneonone
