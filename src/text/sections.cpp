// SPDX-License-Identifier: MIT
// Compares headings as people mean them.
#include "text/sections.hpp"

#include <algorithm>

#include "unicode.hpp"

namespace oneonone {
namespace {

std::string_view without_colon(std::string_view heading) {
  std::size_t end = heading.find_last_not_of(" \t:");
  if (end == std::string_view::npos) return {};
  std::size_t first = heading.find_first_not_of(" \t");
  return heading.substr(first, end - first + 1);
}

std::vector<std::string> folded(const std::vector<std::string>& headings) {
  std::vector<std::string> result;
  for (const std::string& heading : headings) {
    result.push_back(unicode::fold(without_colon(heading)));
  }
  return result;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `text` is folded, or ASCII.
bool holds(const std::vector<std::string>& headings, std::string_view text) {
  return std::ranges::any_of(headings, [text](const std::string& heading) {
    return std::ranges::equal(heading, text, {}, {}, lower);
  });
}

}  // namespace

Headings::Headings(const std::vector<std::string>& topics, const std::vector<std::string>& ignored)
    : topics_(folded(topics)), ignored_(folded(ignored)) {}

Section Headings::classify(std::string_view heading) const {
  std::string_view text = without_colon(heading);
  std::string folded;
  if (std::ranges::any_of(text, [](char c) { return c < 0; })) text = folded = unicode::fold(text);
  if (holds(ignored_, text)) return Section::ignored;
  return holds(topics_, text) ? Section::topics : Section::plain;
}

Section Sections::enter(int level, std::string_view heading) {
  while (!above_.empty() && above_.back().level >= level) above_.pop_back();
  Section section = headings_.classify(heading);
  if (section != Section::ignored && current() != Section::plain) section = current();
  above_.push_back({level, section});
  return section;
}

}  // namespace oneonone
