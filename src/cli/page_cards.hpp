// SPDX-License-Identifier: MIT
// The cards of one person on a page, one a question. What nobody wrote down has no card. `id` is
// what the ids of the card's elements start with.
#pragma once

#include <string>

#include "cli/page_document.hpp"
#include "view/html.hpp"

namespace oneonone {

/// A calendar of what was held, missed, informal, or due without a word.
view::Markup meetings_card(const LookingBack& back, const std::string& id);

/// Mood and the share of the talking, meeting by meeting.
view::Markup moods_card(const LookingBack& back, int talk_aim, const std::string& id);

/// How old commitments are. `what` says which: "Open commitments".
view::Markup open_card(const LookingBack& back, const std::vector<OpenPromise>& open,
                       const std::string& what, const std::string& id);

/// How many promises each of the two kept, of those that came to their end.
view::Markup kept_card(const LookingBack& back, const std::string& id);

/// How many talking points each of the two brought.
view::Markup topics_card(const LookingBack& back, const std::string& id);

/// A measure of a goal over time.
view::Markup measure_card(const LookingBack& back, const MeasureLine& line, const std::string& id);

}  // namespace oneonone
