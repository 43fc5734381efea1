// SPDX-License-Identifier: MIT
// What one relationship hands on to the next: only what somebody has chosen (practices.md row 66).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/carry.hpp"
#include "core/goals.hpp"

namespace oneonone {

/// Something that can be handed on: an open item, an open goal, a win.
struct Heirloom {
  std::string what;  ///< "item", "goal" or "win"
  std::string id;    ///< empty for a win that has none
  std::string owner;
  std::string text;
  std::optional<Date> since, due;
  NotePath path;
  std::size_t line = 0;
};

/// All that can be handed on, in this order: open commitments and talking points, open goals, wins
/// since a day.
std::vector<Heirloom> heirlooms(const Ledger& ledger, const std::vector<Goal>& goals, Date since);

/// Who takes the place of whom.
struct Succession {
  std::string before, after;  ///< handles
};

/// The copies of items and wins for the successor's topics.md: with ids and `since:`, owned by the
/// successor where the predecessor owned them. What stands there already is not written again.
/// Items that cannot be copied faithfully are left out, and named in `left` as "path:line".
std::string inherited_topics(const std::optional<std::string>& topics, const Ledger& ledger,
                             const std::vector<Heirloom>& chosen, const Person& heir,
                             const Succession& succession, const Reading& reading,
                             std::vector<std::string>& left);

/// The sections of goals for the successor's goals.md, as they stand.
std::string inherited_goals(const std::optional<std::string>& goals, const ParsedNote& old,
                            const std::vector<Heirloom>& chosen);

/// Ids on the lines of the items chosen; after the copies are written, marks that say they went on.
NoteEdits identified(const Ledger& ledger, const std::vector<Heirloom>& chosen, Date today);
NoteEdits handed_on(const Ledger& ledger, const std::vector<Heirloom>& chosen);

}  // namespace oneonone
