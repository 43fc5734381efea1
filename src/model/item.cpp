// SPDX-License-Identifier: MIT
// The kind that an item's words begin with.
#include "model/item.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace oneonone {
namespace {

constexpr std::array<std::string_view, 10> kinds{"win",      "ask",     "idea",    "praise",
                                                 "feedback", "concern", "blocker", "decision",
                                                 "question", "fact"};

bool is_word(std::string_view typed, std::string_view lower) {
  return std::ranges::equal(typed, lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

}  // namespace

std::string Item::kind() const {
  const std::size_t colon = words.find(':');
  if (colon == std::string::npos) return {};
  const std::string_view first = std::string_view(words).substr(0, colon);
  for (const std::string_view kind : kinds) {
    if (is_word(first, kind)) return std::string(kind);
  }
  return {};
}

}  // namespace oneonone
