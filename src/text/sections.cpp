// SPDX-License-Identifier: MIT
// Compares headings as people mean them.
#include "text/sections.hpp"

#include <algorithm>

#include "unicode.hpp"

namespace oneonone {
namespace {

std::string folded(std::string_view heading) {
  std::size_t end = heading.find_last_not_of(" \t:");
  if (end == std::string_view::npos) return {};
  std::size_t first = heading.find_first_not_of(" \t");
  return unicode::fold(heading.substr(first, end - first + 1));
}

std::vector<std::string> folded(const std::vector<std::string>& headings) {
  std::vector<std::string> result;
  for (const std::string& heading : headings) result.push_back(folded(std::string_view(heading)));
  return result;
}

}  // namespace

Headings::Headings(const std::vector<std::string>& topics, const std::vector<std::string>& ignored)
    : topics_(folded(topics)), ignored_(folded(ignored)) {}

Section Headings::classify(std::string_view heading) const {
  std::string text = folded(heading);
  if (std::ranges::find(ignored_, text) != ignored_.end()) return Section::ignored;
  if (std::ranges::find(topics_, text) != topics_.end()) return Section::topics;
  return Section::plain;
}

}  // namespace oneonone
