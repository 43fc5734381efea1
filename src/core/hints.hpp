// SPDX-License-Identifier: MIT
// What would make the next conversation better, as far as notes can tell (practices.md rows 10, 14,
// 18, 21, 29, 33). Hints, never more.
#pragma once

#include <vector>

#include "core/goals.hpp"
#include "core/ledger.hpp"
#include "core/rhythm.hpp"
#include "model/finding.hpp"

namespace oneonone {

/// Hints about a ledger made of all notes. Of meetings only the last one that was closed is looked
/// at: older ones are past mending.
std::vector<Finding> hints_of(const Ledger& ledger, const Rhythm& rhythm, Date today);

/// Open items that name a goal (`goal:b7r4k`) which is none of these.
std::vector<Finding> hints_about_goals(const Ledger& ledger, const std::vector<Goal>& goals);

/// They meet today or tomorrow, and the one the meeting is for has brought nothing. A topic without
/// an author may be anybody's; between peers nobody has to bring one.
bool awaits_topic(const Ledger& ledger, const Rhythm& rhythm, Date today);

}  // namespace oneonone
