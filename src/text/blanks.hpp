// SPDX-License-Identifier: MIT
// The small questions every reader of lines asks: is it blank, what stands between the blanks.
#pragma once

#include <cstddef>
#include <string_view>

namespace oneonone {

/// What stands between the words of a line: spaces and tabs (CommonMark 2.1).
inline constexpr std::string_view blanks = " \t";

// The standard library's searches for one of several characters are a call for each byte of the
// text; over many notes that shows.

inline bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// True for a line of nothing but blanks (CommonMark 2.1).
inline bool is_blank(std::string_view line) {
  for (const char c : line) {
    if (!is_blank(c)) return false;
  }
  return true;
}

/// Where the text of a line starts: containers put blanks and `>` before it.
inline std::size_t skip_containers(std::string_view line) {
  std::size_t start = 0;
  while (start < line.size() && (is_blank(line[start]) || line[start] == '>')) ++start;
  return start;
}

/// The text without the blanks at both its ends.
inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// True for `0` to `9`, whatever the locale.
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace oneonone
