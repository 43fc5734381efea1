// SPDX-License-Identifier: MIT
// Compares what stands there with what would have been read.
#include "core/near_misses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "core/date_words.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

bool is_letter_or_at(std::string_view text) {
  return !text.empty() && (text[0] == '@' || (text[0] >= 'a' && text[0] <= 'z') ||
                           (text[0] >= 'A' && text[0] <= 'Z'));
}

/// The word as a token, when a blank behind the colon or a capital keeps it from being one.
std::string meant_token(const std::string& word, const std::string& next, Date day) {
  constexpr std::string_view key = "due:";
  const std::string lower = unicode::fold(word);
  if (!lower.starts_with(key)) return {};
  const std::string value = lower == key ? unicode::fold(next) : lower.substr(key.size());
  if (lower != key && word.starts_with(key)) return {};
  const bool is_day = try_date_word(value, day, Weekdays::after_today).has_value();
  return is_day ? std::string(key) + value : std::string();
}

}  // namespace

std::string near_box(std::string_view text) {
  const bool is_empty = text.starts_with("[] ") && is_letter_or_at(text.substr(3));
  const bool is_close =
      (text.starts_with("[ ]") || text.starts_with("[x]")) && is_letter_or_at(text.substr(3));
  if (!is_empty && !is_close) return {};
  return "no item: a box is '[ ]', with a blank behind it";
}

std::string near_token(std::string_view words, Date day) {
  if (words.find(" [ ] ") != std::string_view::npos)
    return "a box within its words: an item of its own starts with '- [ ] '";
  std::istringstream in{std::string(words)};
  std::string before;
  for (std::string word; in >> word; before = std::move(word)) {
    std::string token = meant_token(before, word, day);
    if (token.empty()) token = meant_token(word, "", day);
    if (!token.empty()) return fmt::format("a day that is read as words: write {}", token);
  }
  return {};
}

}  // namespace oneonone
