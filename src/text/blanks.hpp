// SPDX-License-Identifier: MIT
// The small questions every reader of lines asks: is it blank, what stands between the blanks.
#pragma once

#include <string_view>

namespace oneonone {

/// What stands between the words of a line: spaces and tabs (CommonMark 2.1).
inline constexpr std::string_view blanks = " \t";

/// True for a line of nothing but blanks (CommonMark 2.1).
inline bool is_blank(std::string_view line) {
  return line.find_first_not_of(blanks) == std::string_view::npos;
}

/// The text without the blanks at both its ends.
inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// True for `0` to `9`, whatever the locale.
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace oneonone
