// SPDX-License-Identifier: MIT
// The kinds that words and headings begin with.
#include "model/item.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::array<std::string_view, 12> kinds{"win",      "ask",     "idea",      "praise",
                                                 "feedback", "concern", "blocker",   "decision",
                                                 "question", "fact",    "challenge", "opportunity"};

/// `s` for most.
std::string plural(std::string_view kind) {
  return kind.ends_with('y') ? std::string(kind.substr(0, kind.size() - 1)) + "ies"
                             : std::string(kind) + "s";
}

bool is_word(std::string_view typed, std::string_view lower) {
  return std::ranges::equal(typed, lower, {}, unicode::lower);
}

}  // namespace

std::string_view kind_word(std::string_view word) {
  const auto named = std::ranges::find_if(
      kinds, [word](const std::string_view kind) { return is_word(word, kind); });
  return named == kinds.end() ? std::string_view() : *named;
}

std::string_view Item::kind() const {
  constexpr std::size_t longest_kind = std::string_view("opportunity").size();
  const std::string_view start = std::string_view(words).substr(0, longest_kind + 1);
  const std::size_t colon = start.find(':');
  if (colon == std::string_view::npos) return {};
  return kind_word(start.substr(0, colon));
}

bool is_snoozed(const Item& item, Date day) {
  return item.on && *item.on > day && (!item.due || *item.due > day);
}

std::string kind_of_heading(std::string_view heading) {
  std::string folded = unicode::fold(heading);
  for (const std::string_view kind : kinds) {
    // Most headings are none of these: that shows without a copy.
    if (!folded.starts_with(kind.substr(0, kind.size() - 1))) continue;
    const std::string several = plural(kind);
    const bool alone = folded == kind || folded.starts_with(std::string(kind) + ' ');
    if (alone || folded == several || folded.starts_with(several + " and ")) {
      return std::string(kind);
    }
  }
  return {};
}

bool is_ask(std::string_view kind) {
  return kind == "ask" || kind == "blocker" || kind == "concern";
}

}  // namespace oneonone
