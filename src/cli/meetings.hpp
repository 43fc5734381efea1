// SPDX-License-Identifier: MIT
// Reads the front matter of the newest meetings, as many as rhythm and mood rest on.
#pragma once

#include <vector>

#include "cli/session.hpp"
#include "core/rhythm.hpp"

namespace oneonone {

/// The newest meetings of a person in order: back to the last one that was held and counts, and at
/// least six. Files that cannot be read are told to the session and left out.
std::vector<Meeting> recent_meetings(Session& session, const Person& person);
/// The same from the shared notes of a person, in their order.
std::vector<Meeting> recent_meetings(Session& session, const std::vector<NotePath>& notes);

/// All meetings of a person in order; reads no more than their front matter. Files that cannot be
/// read are told to the session and left out.
std::vector<Meeting> all_meetings(Session& session, const Person& person);

/// How often I meet a person, and when I do not: their cadence or the notebook's, away and pause.
Cadence cadence_of(const Config& config, const Person& person);

}  // namespace oneonone
