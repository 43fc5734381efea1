// SPDX-License-Identifier: MIT
// The goals of a person in both trees, with what the notes say about them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/ledgers.hpp"
#include "core/goals.hpp"

namespace oneonone {

/// A measure with the numbers that notes say.
struct Series {
  Measure measure;
  std::vector<Measured> readings;  ///< in order, one a day
};

/// A goal as `goals` shows it.
struct GoalCard {
  Goal goal;
  std::vector<Series> series;
  std::optional<Date> touched;  ///< see last_touched
};

/// goals.md of a tree of a person; nothing when there is none.
std::optional<ParsedNote> read_goals(Session& session, const Person& person, Tree tree);

/// The goals that both share.
std::vector<Goal> shared_goals(Session& session, const Person& person);

/// The goals of both trees, those that both share first.
std::vector<Goal> goals_of(Session& session, const Person& person);

/// The same with readings up to today. For what is private, the shared notes speak as well.
std::vector<GoalCard> goal_cards(Session& session, Ledgers& ledgers, const Person& person);

}  // namespace oneonone
