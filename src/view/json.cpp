// SPDX-License-Identifier: MIT
// Writes a table as JSON, by hand: no library escapes C1 and the controls of writing direction.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>

#include "unicode.hpp"
#include "view/pieces.hpp"

namespace oneonone::view {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_plain(char c) {
  return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

/// How much a text begins with that stands in JSON as it is.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    // As in unicode::printable_prefix; a byte that is a quote or a backslash is 0 in one of these.
    const std::uint64_t quotes = (word ^ each * '"') - each;
    const std::uint64_t backslashes = (word ^ each * '\\') - each;
    const std::uint64_t controls = word | (word + each) | (word - each * 0x20);
    if (((controls | quotes | backslashes) & each * 0x80) != 0) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

/// Writes the first code point, which does not stand in JSON as it is; gives what is behind it.
std::string_view write_special(std::string& out, std::string_view text) {
  const unicode::CodePoint point = unicode::first_code_point(text);
  if (point.value < 0) {
    out += replacement;
  } else if (point.value == '"' || point.value == '\\') {
    out += '\\';
    out += text[0];
  } else if (point.value == '\n') {
    out += "\\n";
  } else if (point.value == '\t') {
    out += "\\t";
  } else if (unicode::is_control(point.value)) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", point.value);
  } else {
    out += text.substr(0, point.bytes);
  }
  return text.substr(point.bytes);
}

void write_between_quotes(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t plain = plain_prefix(text);
    out += text.substr(0, plain);
    if (plain == text.size()) return;
    text = write_special(out, text.substr(plain));
  }
}

void write_string(std::string& out, std::string_view text) {
  out += '"';
  write_between_quotes(out, text);
  out += '"';
}

/// Writes one value; called for each alternative of Value.
struct JsonWriter {
  std::string& out;

  void operator()(std::monostate) const { out += "null"sv; }
  void operator()(bool truth) const { out += truth ? "true"sv : "false"sv; }
  void operator()(std::int64_t number) const {
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
  }
  void operator()(double number) const {
    // JSON has no word for infinity or "not a number".
    out += std::isfinite(number) ? fmt::to_string(number) : "null";
  }
  void operator()(std::string_view text) const { write_string(out, text); }
  void operator()(const List& list) const {
    std::string_view between;
    out += '[';
    for (const Value& value : list) {
      out += between;
      std::visit(*this, value.data);
      between = ", ";
    }
    out += ']';
  }
  void operator()(const Object& object) const {
    std::string_view between;
    out += '{';
    for (const auto& [key, value] : object) {
      out += between;
      write_string(out, key);
      out += ": ";
      std::visit(*this, value.data);
      between = ", ";
    }
    out += '}';
  }
};

/// The text of a value; nothing when it is none.
std::optional<std::string_view> text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value.data)) return *text;
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  return std::nullopt;
}

/// Large enough to be written at once, small enough to be held by thousands.
constexpr std::size_t piece_size = std::size_t{16} * 1024;

}  // namespace

JsonRows::JsonRows(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    std::string& opening = openings_.emplace_back("\"");
    opening += openings_.size() == 1 ? ",\n{" : ", ";
    write_string(opening, key);
    opening += ": \"";
  }
}

void JsonRows::begin_row() {
  if (pieces_.empty() || pieces_.back().size() >= piece_size) {
    pieces_.emplace_back().reserve(piece_size + piece_size / 16);
  }
  behind_text_ = false;
}

/// Most of the time goes into short texts: their quotes come with what stands between them.
void JsonRows::write(std::size_t column, const Value& value) {
  std::string& out = pieces_.back();
  std::string_view opening = openings_[column];
  const auto text = text_of(value);
  if (!behind_text_) opening.remove_prefix(1);
  if (!text) opening.remove_suffix(1);
  out += opening;
  if (text)
    write_between_quotes(out, *text);
  else
    std::visit(JsonWriter{out}, value.data);
  behind_text_ = text.has_value();
}

void JsonRows::end_row() {
  pieces_.back() += behind_text_ ? "\"}"sv : "}"sv;
}

void render_json(std::string_view kind, std::string_view root, const Table& items,
                 const Print& print) {
  Pieces pieces(print);
  std::string& out = pieces.text();
  out = R"({"schema": 1, "kind": )";
  write_string(out, kind);
  out += R"(, "root": )";
  write_string(out, root);
  out += R"(, "items": [)";
  bool first = true;
  const auto write = [&](const JsonRows& rows) {
    for (const std::string& piece : rows.pieces()) {
      const std::string_view text = std::string_view(piece).substr(first ? 1 : 0);
      first = false;
      if (text.size() < piece_size) {
        out += text;
        pieces.end_row();
      } else {
        pieces.end();
        print(text);
      }
    }
  };
  if (items.json() != nullptr) std::ranges::for_each(*items.json(), write);
  JsonRows rows(items.keys());
  for (std::size_t row = 0; row < items.rows(); ++row) {
    rows.add([&](std::size_t column) { return items.cell(row, column); });
    write(rows);
    rows.clear();
  }
  out += first ? "]}\n" : "\n]}\n";
  pieces.end();
}

}  // namespace oneonone::view
