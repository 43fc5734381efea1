// SPDX-License-Identifier: MIT
// Writes a table as JSON, by hand: no library escapes C1 and the controls of writing direction.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "unicode.hpp"
#include "view/pieces.hpp"

namespace oneonone::view {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// How much a text begins with that stands in JSON as it is; of a long one perhaps not all.
std::size_t plain_prefix(std::string_view text) {
  // In windows, so that a text of quotes is not searched to its end for each of them.
  constexpr std::size_t window = 128;
  text = text.substr(0, window);
  text = text.substr(0, unicode::printable_prefix(text));
  text = text.substr(0, text.find('"'));
  return std::min(text.find('\\'), text.size());
}

void write_string(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const std::size_t plain = plain_prefix(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
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
    text.remove_prefix(point.bytes);
  }
  out += '"';
}

/// Writes one value; called for each alternative of Value.
struct JsonWriter {
  std::string& out;

  void operator()(std::monostate) const { out += "null"; }
  void operator()(bool truth) const { out += truth ? "true" : "false"; }
  void operator()(std::int64_t number) const { out += fmt::to_string(number); }
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

/// What stands before the values of a row: its keys.
std::vector<std::string> openings_of(const std::vector<std::string>& keys) {
  std::vector<std::string> openings;
  for (const std::string& key : keys) {
    std::string& opening = openings.emplace_back(openings.empty() ? "" : ", ");
    write_string(opening, key);
    opening += ": ";
  }
  return openings;
}

}  // namespace

void render_json(std::string_view kind, std::string_view root, const Table& items,
                 const Print& print) {
  Pieces pieces(print);
  std::string& out = pieces.text();
  out = R"({"schema": 1, "kind": )";
  write_string(out, kind);
  out += R"(, "root": )";
  write_string(out, root);
  out += R"(, "items": [)";
  const std::vector<std::string> openings = openings_of(items.keys());
  for (std::size_t row = 0; row < items.rows(); ++row) {
    out += row == 0 ? "\n{" : ",\n{";
    for (std::size_t column = 0; column < openings.size(); ++column) {
      out += openings[column];
      std::visit(JsonWriter{out}, items.cell(row, column).data);
    }
    out += '}';
    pieces.end_row();
  }
  out += items.rows() == 0 ? "]}\n" : "\n]}\n";
  pieces.end();
}

}  // namespace oneonone::view
