// SPDX-License-Identifier: MIT
// New goals, closed goals, and numbers written into the note where they were said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/goals.hpp"

namespace oneonone {

/// A goal to be set.
struct NewGoal {
  std::string text;
  std::optional<Date> due;
  std::vector<std::string> measures;  ///< each `customer calls: 3 a week`
};

/// goals.md with the goal at its end, its `since:` and its id; starts the file when there is none.
/// Throws Error{usage} for an empty text, a measure without a name, and control characters.
std::string goals_with(const std::optional<std::string>& bytes, const NewGoal& goal,
                       const std::string& id, Date today);

/// goals.md with the day behind the goal, and its id when it lacks one. Unchanged when the goal is
/// closed that way already.
std::string closed_goals(const Note& goals, const Goal& goal, Mark how, Date day);

/// The note with the number as the measure's reading: in place of what it says now, or as a new
/// line below `Growth` or `Goals`. `number` is written as it was typed.
std::string note_with_reading(const ParsedNote& note, std::string_view measure,
                              std::string_view number);

}  // namespace oneonone
