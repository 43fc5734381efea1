// SPDX-License-Identifier: MIT
// Text as people see it: letters, width, folding, and control characters made visible.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace oneonone::unicode {

/// A code point and the number of bytes it takes.
struct CodePoint {
  std::int32_t value = -1;  ///< -1 for a byte that is not UTF-8
  std::size_t bytes = 0;
};

/// The first code point of a text that is not empty.
CodePoint first_code_point(std::string_view text);

/// C0 but newline and tab, DEL, C1, and the controls of writing direction: what steers a terminal.
bool is_control(std::int32_t code_point);

/// How many bytes stand before the first one that is not ASCII.
std::size_t ascii_prefix(std::string_view text);
bool is_ascii(std::string_view text);

/// The character with an ASCII capital made small.
inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Where the text spells a folded word, its ASCII letters in whatever case; npos when it does not.
std::size_t find_spelled(std::string_view text, std::string_view word);

/// How many bytes stand before the first one that is no printable ASCII.
std::size_t printable_prefix(std::string_view text);

/// True when the bytes are well-formed UTF-8.
bool valid(std::string_view text);

/// Normal form C. Bytes that are not UTF-8 come back unchanged.
std::string nfc(std::string_view text);

/// For comparing words: case and accents folded ("Inês" and "ines" are equal, "Łukasz" and "lukasz"
/// too). Vowel signs of other scripts stay, they are letters there.
std::string fold(std::string_view text);

/// Columns that the text takes on a terminal, by grapheme cluster.
int width(std::string_view text);

/// The text cut to at most `columns`, with `…` at the end when something was cut off.
std::string truncate(std::string_view text, int columns);

/// Control characters (C0 but newline and tab, DEL, C1, bidi controls) and bytes that are not
/// UTF-8 shown as `\x1b` or `\u202e`: what a note says must not steer the terminal.
std::string visible(std::string_view text);

/// True when the text holds a control character that `visible` would show.
bool has_control(std::string_view text);

/// True for what may go into a field of one line: UTF-8 without newline, tab and controls.
inline bool is_one_line(std::string_view text) {
  return text.find_first_of("\n\t") == std::string_view::npos && !has_control(text) && valid(text);
}

/// A handle: letters and digits of any script and `-` (not first), at most 64 bytes, normal form C,
/// and not one of the words `me`, `them`, `all` (product.md, "The notebook").
bool is_handle(std::string_view text);

/// A handle made of the first word of a name: "Inês Duarte" gives "ines". Empty when none can be.
std::string handle_from_name(std::string_view name);

/// The number of insertions, deletions, replacements and swaps between two words, at most `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace oneonone::unicode
