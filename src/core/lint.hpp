// SPDX-License-Identifier: MIT
// What a crash, a merge or a hand can leave in notes, and what mends it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/carry.hpp"
#include "core/goals.hpp"
#include "model/finding.hpp"

namespace oneonone {

/// Findings in the notes and items of one ledger, made of all notes. `known` are the folded handles
/// of everybody in the notebook. By path and line.
std::vector<Finding> lint(const Ledger& ledger, const std::set<std::string>& known,
                          const Reading& reading);

/// Findings in a goals.md: ids that an item of the ledger or an earlier goal has; numbers there and
/// in readings that read in two ways.
std::vector<Finding> lint_goals(const ParsedNote& goals, const Ledger& ledger);

/// Which items get an id: those that have another one's, or every open one (others are about to get
/// the notes, and must mint none of their own).
enum class Ids { doubled, all };

/// Mends what is fixable: settles contradicting copies, gives doubled ids new ones, turns dues in
/// words into days, stamps ticks. Applied twice it changes nothing the second time.
NoteEdits mend(const Ledger& ledger, Date today, Ids ids = Ids::doubled);

}  // namespace oneonone
