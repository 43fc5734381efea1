// SPDX-License-Identifier: MIT
// Strips a line of everything but its words.
#include "text/line_words.hpp"

#include <algorithm>
#include <array>

#include "unicode.hpp"

namespace oneonone {
namespace {

/// The line without what it stands in: blanks, quotes, list marks, a box.
std::string_view inner_text(std::string_view line) {
  const auto skip = [&line](std::string_view marks) {
    line.remove_prefix(std::min(line.find_first_not_of(marks), line.size()));
  };
  skip(" \t>");
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
    line.remove_prefix(1);
  }
  skip(" \t");
  const bool box = line.starts_with('[') && line.find(']') <= 5;
  if (box) line.remove_prefix(line.find(']') + 1);
  return line;
}

bool is_tool_word(std::string_view word) {
  static constexpr std::array<std::string_view, 6> beginnings{
      "^", "since:", "on:", "due:", "done:", "dropped:"};
  return std::ranges::any_of(beginnings,
                             [&](std::string_view start) { return word.starts_with(start); });
}

}  // namespace

std::string words_said(std::string_view line) {
  line = inner_text(line);
  std::string words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    const bool author = word.starts_with('(') && word.ends_with(')');
    const bool owner = words.empty() && word.starts_with('@');
    if (word.empty() || owner || author || is_tool_word(word)) continue;
    words += unicode::fold(word) + " ";
  }
  return words;
}

}  // namespace oneonone
