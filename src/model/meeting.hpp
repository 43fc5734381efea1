// SPDX-License-Identifier: MIT
// What the front matter of a meeting's note says about the meeting (product.md, "A meeting note").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/note_path.hpp"

namespace oneonone {

/// Whether two people met.
enum class Held { planned, held, missed };

/// A meeting was to be on another day.
struct Move {
  std::string by;  ///< whose wish it was, as a handle
  Date from;
};

/// Numbers by the handle of the one who said them; an empty handle where nobody is named.
using SaidBy = std::map<std::string, int, std::less<>>;

struct Meeting {
  NotePath path;
  Held held = Held::planned;
  bool said_held = false;      ///< the note says `status: held`: it was closed
  std::string by;              ///< who missed it, as a handle
  bool counts = true;          ///< false for an informal talk: it does not reset the clock
  std::string venue, mode;     ///< where, and how: in-person, video, phone
  std::optional<int> minutes;  ///< how long it was
  std::optional<int> mood;     ///< 1 to 5, of the first in `people`
  SaidBy talk;                 ///< percent of the time that the first in `people` talked
  SaidBy worth;                ///< 1 to 5: how much the time was worth to each
  std::optional<Date> next;    ///< when they said they would meet again
  std::string recapped_by;     ///< whose words the recap is in, as a handle
  std::vector<Move> moves;

  Date date() const { return *path.date; }
};

/// Days on which nobody expects a meeting, both ends included.
struct Absence {
  Date first, last;
};

}  // namespace oneonone
