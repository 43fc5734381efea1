// SPDX-License-Identifier: MIT
// How the lines of Markdown begin: what both readers that do without a parser ask of one line.
// Numbers are sections of CommonMark 0.30.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {

/// How many of one character a text starts with.
inline std::size_t run_of(char c, std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] == c) ++count;
  return count;
}

/// True for what no block but a paragraph starts with.
inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
}

inline bool is_control(char c) {
  return c >= 0 && c < ' ';
}

/// 4.2 ATX headings: the number of `#` when the text is one, else 0.
inline int heading_level(std::string_view text) {
  const std::size_t marks = run_of('#', text);
  const bool heading = marks >= 1 && marks <= 6 && (marks == text.size() || text[marks] == ' ');
  return heading ? static_cast<int>(marks) : 0;
}

/// 4.2 The title behind a heading's `#`: without blanks around it and without closing `#`.
inline std::string_view title_of(std::string_view text) {
  text = trimmed(text);
  std::string_view title = text;
  while (title.ends_with('#')) title.remove_suffix(1);
  return title.empty() || is_blank(title.back()) ? trimmed(title) : text;
}

/// 6 Inlines: true when a title may be other text than it looks. What is no blank to us may be one
/// to cmark: it takes a form feed off a title's end.
inline bool has_inlines(std::string_view title) {
  static constexpr auto starts_inline = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("\\`*_[]<&")) table[static_cast<unsigned char>(c)] = true;
    for (unsigned char c = 0; c < ' '; ++c) table[c] = true;
    return table;
  }();
  bool found = false;
  for (const char c : title) found |= starts_inline[static_cast<unsigned char>(c)];
  return found;
}

/// 4.5 Fenced code blocks.
inline bool opens_fence(std::string_view text) {
  return text.starts_with("```") || text.starts_with("~~~");
}

/// True when what stands behind the marks of an opening fence leaves it one, to every reader.
inline bool is_certain_info(std::string_view info) {
  return unicode::is_ascii(info) && info.find('`') == std::string_view::npos;
}

inline bool closes_fence(std::string_view text, char mark, std::size_t length) {
  const std::size_t marks = run_of(mark, text);
  return marks >= length && is_blank(text.substr(marks));
}

/// 4.6 HTML blocks, some of the sixth kind: they begin like this and end before a blank line.
inline bool opens_html(std::string_view text) {
  static constexpr std::array<std::string_view, 8> names{"details", "summary", "div", "p",
                                                         "table",   "tr",      "ul",  "ol"};
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  const std::string_view name = text.substr(0, text.find_first_of(" >"));
  return std::ranges::find(names, name) != names.end();
}

}  // namespace oneonone
