// SPDX-License-Identifier: MIT
// What the front matter of a meeting's note says about the meeting (product.md, "A meeting note").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/note_path.hpp"

namespace oneonone {

/// Whether two people met.
enum class Held { planned, held, missed };

struct Meeting {
  NotePath path;
  Held held = Held::planned;
  std::string by;            ///< who missed it, as a handle
  bool counts = true;        ///< false for an informal talk: it does not reset the clock
  std::optional<int> mood;   ///< 1 to 5, of the first in `people`
  std::optional<Date> next;  ///< when they said they would meet again

  Date date() const { return *path.date; }
};

/// Days on which nobody expects a meeting, both ends included.
struct Absence {
  Date first, last;
};

}  // namespace oneonone
