// SPDX-License-Identifier: MIT
// Text as people see it, with utf8proc's tables.
#include "unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace oneonone::unicode {
namespace {

/// Of eight bytes, those that no ASCII has.
constexpr std::uint64_t high_bits = 0x8080808080808080U;

constexpr std::size_t longest_handle = 64;
constexpr std::int32_t emoji_style = 0xFE0F;

struct Cluster {
  std::size_t bytes = 0;
  int width = 0;
};

int width_of(std::int32_t code) {
  return code < 0 ? 1 : utf8proc_charwidth(code);
}

bool takes_emoji_style(std::int32_t code) {
  return code == '#' || code == '*' || (code >= '0' && code <= '9') ||
         utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_regional(std::int32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F;
}

/// The printable ASCII that the text begins with, less a last character that may get an accent.
std::size_t plain_prefix(std::string_view text) {
  const std::size_t end = printable_prefix(text);
  return end > 0 && end < text.size() ? end - 1 : end;
}

/// The first grapheme cluster of a text that is not empty. utf8proc's widths are a code point's; a
/// flag and an emoji made by a variation selector are wider than each of their parts.
Cluster first_cluster(std::string_view text) {
  if (is_plain(text[0]) && (text.size() == 1 || is_plain(text[1]))) return {1, 1};
  const CodePoint base = first_code_point(text);
  Cluster cluster{base.bytes, width_of(base.value)};
  std::int32_t previous = base.value;
  utf8proc_int32_t state = 0;
  while (previous >= 0 && cluster.bytes < text.size()) {
    const CodePoint next = first_code_point(text.substr(cluster.bytes));
    if (next.value < 0 || utf8proc_grapheme_break_stateful(previous, next.value, &state)) break;
    const bool wide = (next.value == emoji_style && takes_emoji_style(base.value)) ||
                      (is_regional(previous) && is_regional(next.value));
    cluster.width = std::max({cluster.width, width_of(next.value), wide ? 2 : 0});
    cluster.bytes += next.bytes;
    previous = next.value;
  }
  return cluster;
}

void append_escaped(std::string& out, std::uint32_t value, char kind, int digits) {
  out += '\\';
  out += kind;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[(value >> shift) & 0xFU];
  }
}

enum class Part { letter, mark, hyphen, other };

Part part_of_handle(std::int32_t code) {
  if (code == '-') return Part::hyphen;
  if (code >= 'a' && code <= 'z') return Part::letter;
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return Part::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Part::mark;
    default:
      return Part::other;
  }
}

/// True for most handles: small ASCII letters and digits, which nothing composes or folds.
bool is_plain_handle(std::string_view text) {
  if (text.empty() || text.size() > longest_handle || text[0] == '-') return false;
  if (text == "me" || text == "them" || text == "all") return false;
  return std::ranges::all_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_taken_word(std::string_view text) {
  if (text.size() > 4 && is_ascii(text)) return false;
  const std::string word = fold(text);
  return word == "me" || word == "them" || word == "all";
}

std::vector<std::int32_t> code_points(std::string_view text) {
  std::vector<std::int32_t> points;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    // Two different bytes that are not UTF-8 must not look alike.
    points.push_back(point.value < 0 ? -1 - static_cast<unsigned char>(text[0]) : point.value);
    text.remove_prefix(point.bytes);
  }
  return points;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {first, 1};
  CodePoint point;
  const utf8proc_ssize_t bytes =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &point.value);
  if (bytes <= 0) return {-1, 1};
  point.bytes = static_cast<std::size_t>(bytes);
  return point;
}

bool is_control(std::int32_t code_point) {
  if (code_point < 0 || code_point == '\n' || code_point == '\t') return false;
  if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F)) return true;
  return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

bool is_ascii(std::string_view text) {
  std::uint64_t bits = 0;
  std::uint64_t word = 0;
  if (text.size() < sizeof word) {
    for (const char c : text) bits |= static_cast<unsigned char>(c);
    return (bits & high_bits) == 0;
  }
  for (std::size_t at = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    bits |= word;
  }
  std::memcpy(&word, text.data() + text.size() - sizeof word, sizeof word);
  return ((bits | word) & high_bits) == 0;
}

std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (std::array<std::uint64_t, 4> words; at + sizeof words <= text.size(); at += sizeof words) {
    std::memcpy(&words, text.data() + at, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
  }
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::size_t printable_prefix(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    // The high bit of a byte is set below 0x20, at 0x7F, and from 0x80 on; what is carried from one
    // byte to the next comes only from such a byte.
    if (((word | (word + each) | (word - each * 0x20)) & each * 0x80) != 0) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

bool valid(std::string_view text) {
  for (text.remove_prefix(ascii_prefix(text)); !text.empty();
       text.remove_prefix(ascii_prefix(text))) {
    const CodePoint point = first_code_point(text);
    if (point.value < 0) return false;
    text.remove_prefix(point.bytes);
  }
  return true;
}

int width(std::string_view text) {
  int columns = 0;
  while (true) {
    const std::size_t plain = plain_prefix(text);
    columns += static_cast<int>(plain);
    text.remove_prefix(plain);
    if (text.empty()) return columns;
    const Cluster cluster = first_cluster(text);
    columns += cluster.width;
    text.remove_prefix(cluster.bytes);
  }
}

std::string truncate(std::string_view text, int columns) {
  if (columns <= 0) return {};
  std::size_t kept = std::min(plain_prefix(text), static_cast<std::size_t>(columns - 1));
  int used = static_cast<int>(kept);
  for (std::size_t at = kept; at < text.size();) {
    const Cluster cluster = first_cluster(text.substr(at));
    at += cluster.bytes;
    used += cluster.width;
    if (used <= columns - 1) kept = at;
    if (used > columns) return std::string(text.substr(0, kept)) + "…";
  }
  return std::string(text);
}

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (true) {
    const std::size_t plain = plain_prefix(text);
    shown += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return shown;
    const CodePoint point = first_code_point(text);
    const bool steers = is_control(point.value);
    if (point.value < 0 || (steers && point.bytes == 1)) {
      append_escaped(shown, static_cast<unsigned char>(text[0]), 'x', 2);
    } else if (steers) {
      append_escaped(shown, static_cast<std::uint32_t>(point.value), 'u', 4);
    } else {
      shown += text.substr(0, point.bytes);
    }
    text.remove_prefix(point.bytes);
  }
}

bool has_control(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (is_control(point.value)) return true;
    text.remove_prefix(point.bytes);
  }
  return false;
}

bool is_handle(std::string_view text) {
  if (is_plain_handle(text)) return true;
  if (text.empty() || text.size() > longest_handle || !valid(text)) return false;
  if (part_of_handle(first_code_point(text).value) != Part::letter) return false;
  for (std::string_view rest = text; !rest.empty();) {
    const CodePoint point = first_code_point(rest);
    if (part_of_handle(point.value) == Part::other) return false;
    rest.remove_prefix(point.bytes);
  }
  return nfc(text) == text && !is_taken_word(text);
}

std::string handle_from_name(std::string_view name) {
  const std::string folded = fold(name);
  std::string handle;
  for (std::string_view rest = folded; !rest.empty();) {
    const CodePoint point = first_code_point(rest);
    const Part part = part_of_handle(point.value);
    const bool blank = point.value == ' ' || point.value == '\t' || point.value == '\n';
    if (blank && !handle.empty()) break;
    if (handle.size() + point.bytes > longest_handle) break;
    // A name may be written 'Alice' or -Alice-: a handle begins with a letter.
    if (part == Part::letter || (part != Part::other && !handle.empty())) {
      handle += rest.substr(0, point.bytes);
    }
    rest.remove_prefix(point.bytes);
  }
  while (handle.ends_with('-')) handle.pop_back();
  handle = nfc(handle);
  return is_handle(handle) ? handle : std::string();
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const std::vector<std::int32_t> from = code_points(a);
  const std::vector<std::int32_t> to = code_points(b);
  std::vector<int> before(to.size() + 1);
  std::vector<int> last(to.size() + 1);
  std::vector<int> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const int replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) >= limit) return limit;
  }
  return std::min(row.back(), limit);
}

}  // namespace oneonone::unicode
