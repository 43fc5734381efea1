// SPDX-License-Identifier: MIT
// Compares what stands there with what would have been read.
#include "core/near_misses.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/date_words.hpp"
#include "text/blanks.hpp"
#include "text/line_starts.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// The text behind `[]`, `[ ]` or `[x]`; empty when it begins otherwise.
std::string_view behind_box(std::string_view text) {
  for (const std::string_view box : {"[]", "[ ]", "[x]", "[X]"}) {
    if (text.starts_with(box)) return text.substr(box.size());
  }
  return {};
}

}  // namespace

std::string near_box(std::string_view text) {
  const std::string_view rest = behind_box(text);
  const std::string_view words = trimmed(rest);
  const bool is_ticked = text.starts_with("[x]") || text.starts_with("[X]");
  const bool names_owner = words.starts_with('@');
  const bool has_words = !words.empty() && is_letter(words[0]) && !is_ticked;
  if (!names_owner && !has_words) return {};
  return "no item: a box is '[ ]', with a blank behind it";
}

std::string near_item(std::string_view line) {
  const std::string_view text = line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
  if (!text.starts_with("[ ] ")) return {};
  return "part of the item above: one of its own starts with '- [ ] '";
}

std::string near_due(std::string_view words, Date day) {
  constexpr std::string_view key = "due:";
  constexpr std::size_t longest_day = 24;
  const std::size_t from = words.size() - std::min(words.size(), longest_day + key.size());
  const std::string end = unicode::fold(words.substr(from));
  const std::size_t at = end.rfind(key);
  if (at == std::string::npos || (at > 0 && end[at - 1] != ' ')) return {};
  const auto meant = try_date_word(trimmed(std::string_view(end).substr(at + key.size())), day,
                                   Weekdays::after_today);
  return meant ? fmt::format("a day that is read as words: write due:{}", meant->iso())
               : std::string();
}

}  // namespace oneonone
