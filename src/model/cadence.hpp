// SPDX-License-Identifier: MIT
// How often two people meet.
#pragma once

#include <optional>
#include <string_view>

namespace oneonone {

/// The days of `weekly`, `2w`, `monthly` (30), `10d`; 0 for `none`. Nothing for any other text and
/// for more than 366 days.
std::optional<int> parse_cadence(std::string_view text);

}  // namespace oneonone
