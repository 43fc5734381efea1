// SPDX-License-Identifier: MIT
// Reads cadences.
#include "model/cadence.hpp"

#include <charconv>

namespace oneonone {

std::optional<int> parse_cadence(std::string_view text) {
  if (text == "none") return 0;
  if (text == "weekly") return 7;
  if (text == "monthly") return 30;
  int count = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc{} || count < 1 || count > 366) return std::nullopt;
  int days = unit == "d" ? count : unit == "w" ? count * 7 : unit == "m" ? count * 30 : 0;
  return days < 1 || days > 366 ? std::nullopt : std::optional(days);
}

}  // namespace oneonone
