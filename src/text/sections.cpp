// SPDX-License-Identifier: MIT
// Compares headings as people mean them.
#include "text/sections.hpp"

#include <algorithm>

#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

std::string_view without_colon(std::string_view heading) {
  while (!heading.empty() && (is_blank(heading.back()) || heading.back() == ':')) {
    heading.remove_suffix(1);
  }
  return trimmed(heading);
}

std::vector<std::string> folded(const std::vector<std::string>& headings) {
  std::vector<std::string> result;
  for (const std::string& heading : headings) {
    result.push_back(unicode::fold(without_colon(heading)));
  }
  return result;
}

unsigned char first_byte(std::string_view text) {
  return text.empty() ? 0 : static_cast<unsigned char>(unicode::lower(text[0]));
}

/// A bit for the size of a heading; those that are very long share one.
std::uint64_t size_bit(std::string_view text) {
  return std::uint64_t{1} << std::min<std::size_t>(text.size(), 63);
}

/// `text` is folded, or ASCII.
bool holds(const std::vector<std::string>& headings, std::string_view text) {
  return std::ranges::any_of(headings, [text](const std::string& heading) {
    return std::ranges::equal(heading, text, {}, {}, unicode::lower);
  });
}

}  // namespace

Headings::Headings(const std::vector<std::string>& topics, const std::vector<std::string>& ignored)
    : topics_(folded(topics)), ignored_(folded(ignored)) {
  for (const auto* headings : {&topics_, &ignored_}) {
    for (const std::string& heading : *headings) {
      begins_[first_byte(heading)] |= size_bit(heading);
      if (heading.size() < 2) continue;
      const unsigned first = letter(heading[0]);
      const unsigned second = letter(heading[1]);
      if (first < letters && second < letters) starts_[first] |= 1U << second;
    }
  }
}

Section Headings::classify(std::string_view heading) const {
  const std::string_view text = without_colon(heading);
  return unicode::is_ascii(text) ? known(text) : known(unicode::fold(text));
}

Section Headings::known(std::string_view text) const {
  if ((begins_[first_byte(text)] & size_bit(text)) == 0) return Section::plain;
  if (holds(ignored_, text)) return Section::ignored;
  return holds(topics_, text) ? Section::topics : Section::plain;
}

Section Sections::enter(int level, Section section) {
  const auto place = static_cast<std::size_t>(std::clamp(level, 1, lowest_heading));
  const Section above = above_[place - 1];
  if (section != Section::ignored && above != Section::plain) section = above;
  for (std::size_t below = place; below < above_.size(); ++below) above_[below] = section;
  return section;
}

}  // namespace oneonone
