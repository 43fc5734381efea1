// SPDX-License-Identifier: MIT
// The same text in other forms: composed, and folded so that what people take for equal is equal.
#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "unicode.hpp"

namespace oneonone::unicode {
namespace {

/// Eight bytes with their ASCII capitals made small.
std::uint64_t lowered(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  const std::uint64_t low_bits = bytes & (each * 0x7F);
  // The top bit of a byte tells what it is: nothing is carried into the next one.
  const std::uint64_t from_a = low_bits + each * (0x80 - 'A');
  const std::uint64_t beyond_z = low_bits + each * (0x7F - 'Z');
  const std::uint64_t capitals = from_a & ~beyond_z & ~bytes & (each * 0x80);
  return bytes | capitals >> 2U;
}

/// Appends the text with its ASCII capitals made small.
void append_lowered(std::string& out, std::string_view text) {
  std::size_t at = out.size();
  out += text;
  for (std::uint64_t word = 0; at + sizeof word <= out.size(); at += sizeof word) {
    std::memcpy(&word, out.data() + at, sizeof word);
    word = lowered(word);
    std::memcpy(out.data() + at, &word, sizeof word);
  }
  for (; at < out.size(); ++at) {
    if (out[at] >= 'A' && out[at] <= 'Z') out[at] = static_cast<char>(out[at] - 'A' + 'a');
  }
}

std::string lowered(std::string_view text) {
  std::string lower;
  append_lowered(lower, text);
  return lower;
}

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* made = nullptr;
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): flags, as C has them
  const auto flags = static_cast<utf8proc_option_t>(options);
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &made, flags);
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(made);
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) return std::string(text);
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
}

/// The blocks of diacritics. Marks of other scripts are vowels: without them names fall together.
bool is_accent(std::int32_t code) {
  return (code >= 0x0300 && code <= 0x036F) || (code >= 0x1AB0 && code <= 0x1AFF) ||
         (code >= 0x1DC0 && code <= 0x1DFF) || (code >= 0x20D0 && code <= 0x20FF) ||
         (code >= 0xFE20 && code <= 0xFE2F);
}

/// Letters that people type without their stroke, though Unicode does not decompose them.
std::string_view without_stroke(std::int32_t code) {
  static constexpr std::array<std::pair<std::int32_t, std::string_view>, 10> letters{{
      {0x00E6, "ae"},
      {0x00F0, "d"},
      {0x00F8, "o"},
      {0x00FE, "th"},
      {0x0111, "d"},
      {0x0127, "h"},
      {0x0131, "i"},
      {0x0142, "l"},
      {0x0153, "oe"},
      {0x0167, "t"},
  }};
  for (const auto& [letter, plain] : letters) {
    if (letter == code) return plain;
  }
  return {};
}

std::string fold_by_rules(std::string_view text) {
  const std::string apart = mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::string folded;
  for (std::string_view rest = apart; !rest.empty();) {
    const CodePoint point = first_code_point(rest);
    const std::string_view plain = without_stroke(point.value);
    if (!is_accent(point.value)) folded += plain.empty() ? rest.substr(0, point.bytes) : plain;
    rest.remove_prefix(point.bytes);
  }
  return folded;
}

// Latin, Greek and the letters of Cyrillic: two bytes each, and none folds to a mark that has to be
// sorted among its neighbours. So each folds by itself, and searching thousands of notes is quick.
constexpr unsigned char first_beyond_letters = 0xD2;
constexpr unsigned char first_lead = 0xC2;
constexpr std::size_t tails = 0x40;

using Letters = std::array<std::string, tails>;

Letters fold_all(unsigned char lead) {
  Letters letters;
  for (std::size_t i = 0; i < tails; ++i) {
    letters[i] = fold_by_rules(std::string{static_cast<char>(lead), static_cast<char>(0x80 + i)});
  }
  return letters;
}

/// The letters of one first byte, folded when the first of them is met: few texts have them all.
template <std::size_t Lead>
const Letters& letters_of() {
  static const Letters letters = fold_all(first_lead + Lead);
  return letters;
}

template <std::size_t... Leads>
constexpr auto letters_of_each(std::index_sequence<Leads...>) {
  return std::array{&letters_of<Leads>...};
}

const std::string& folded_letter(char lead, char tail) {
  static constexpr auto letters =
      letters_of_each(std::make_index_sequence<first_beyond_letters - first_lead>());
  return letters[static_cast<unsigned char>(lead) -
                 std::size_t{first_lead}]()[static_cast<unsigned char>(tail) % tails];
}

std::size_t beyond_ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) ++at;
  return at;
}

bool folds_letter_by_letter(std::string_view run) {
  for (std::size_t at = 0; at < run.size(); at += 2) {
    if (static_cast<unsigned char>(run[at]) >= first_beyond_letters) return false;
  }
  return true;
}

/// `run` is well-formed and has no ASCII in it, beside which everything folds alike.
void append_folded(std::string& folded, std::string_view run) {
  if (!folds_letter_by_letter(run)) {
    folded += fold_by_rules(run);
    return;
  }
  for (std::size_t at = 0; at < run.size(); at += 2) folded += folded_letter(run[at], run[at + 1]);
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t ascii = ascii_prefix(rest);
    append_lowered(folded, rest.substr(0, ascii));
    rest.remove_prefix(ascii);
    const std::string_view run = rest.substr(0, beyond_ascii_prefix(rest));
    if (!valid(run)) return lowered(text);
    append_folded(folded, run);
    rest.remove_prefix(run.size());
  }
  return folded;
}

}  // namespace oneonone::unicode
