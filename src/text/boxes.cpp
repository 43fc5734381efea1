// SPDX-License-Identifier: MIT
// Reads a box by its bytes.
#include "text/boxes.hpp"

#include <algorithm>

namespace oneonone {
namespace {

std::size_t character_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xF0) return 4;
  return lead >= 0xE0 ? 3 : 2;
}

/// True for the second and later bytes of a character.
bool goes_on(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::optional<Mark> mark_of(std::string_view character, std::string_view statuses) {
  if (character == "x" || character == "X") return Mark::done;
  if (character == "-") return Mark::dropped;
  if (character == ">") return Mark::carried;
  char c = character[0];
  bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (letter && statuses.find(c) == std::string_view::npos) return std::nullopt;
  return Mark::open;
}

std::optional<Box> box_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '[') return std::nullopt;
  auto lead = static_cast<unsigned char>(text[at + 1]);
  std::size_t size = character_size(lead);
  std::size_t close = at + 1 + size;
  if (close >= text.size() || text[close] != ']') return std::nullopt;
  if (size > 1 && !std::ranges::all_of(text.substr(at + 2, size - 1), goes_on)) return std::nullopt;
  if ((lead < 0x20) || lead == '[' || lead == ']' || lead == 0x7F) return std::nullopt;
  if (close + 1 < text.size()) {
    char after = text[close + 1];
    if (after != ' ' && after != '\t' && after != '\n' && after != '\r') return std::nullopt;
  }
  return Box{offset(at + 1), offset(size)};
}

}  // namespace oneonone
