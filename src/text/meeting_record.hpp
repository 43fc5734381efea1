// SPDX-License-Identifier: MIT
// What a meeting's front matter says, as a value, and what in it cannot be right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/meeting.hpp"
#include "text/front_matter.hpp"

namespace oneonone {

/// What a meeting's front matter says. `text` holds the front matter, fences included; what follows
/// is not looked at. A past day counts as held unless it says `missed`. A value that cannot be
/// right is not known.
Meeting read_meeting(const NotePath& path, std::string_view text, Date today);

/// A value of the front matter that cannot be right, and what would be.
struct OddValue {
  std::size_t line = 0;
  std::string message;
};

/// `mood: 9`, `talk: 140`, `next: soon`: what read_meeting takes for not known.
std::vector<OddValue> odd_values(const FrontMatter& matter);

}  // namespace oneonone
