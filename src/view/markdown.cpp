// SPDX-License-Identifier: MIT
// Escapes what CommonMark and GFM would read as markup inside a line.
#include "view/markdown.hpp"

#include <algorithm>

#include "unicode.hpp"

namespace oneonone::view {
namespace {

std::string on_one_line(std::string_view text) {
  std::string line = unicode::visible(text);
  std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

bool is_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// An underline inside a word is no markup.
bool is_markup(std::string_view line, std::size_t at) {
  if (line[at] != '_') return std::string_view("\\`*[]<>&~$|").find(line[at]) != std::string::npos;
  return at == 0 || at + 1 == line.size() || !is_word(line[at - 1]) || !is_word(line[at + 1]);
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = on_one_line(text);
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_markup(line, at)) out += '\\';
    out += line[at];
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  const std::string line = on_one_line(text);
  std::string fence = "`";
  while (line.find(fence) != std::string::npos) fence += '`';
  const std::string blank = fence.size() > 1 ? " " : "";
  return fence + blank + line + blank + fence;
}

std::string markdown_link(std::string_view address) {
  const bool web = address.starts_with("https://") || address.starts_with("http://");
  const bool plain = std::ranges::none_of(address, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '\x7f';
  });
  if (!web || !plain || unicode::has_control(address)) return markdown_text(address);
  return "<" + std::string(address) + ">";
}

}  // namespace oneonone::view
