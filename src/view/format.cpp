// SPDX-License-Identifier: MIT
// One line a row from a pattern, for scripts and editors.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "error.hpp"
#include "unicode.hpp"
#include "view/pieces.hpp"

namespace oneonone::view {
namespace {

/// A stretch of text as it is, then the cell of a column, if one follows.
struct Piece {
  std::string text;
  std::optional<std::size_t> column;
};

std::size_t column_of(std::string_view key, const std::vector<std::string>& keys) {
  const auto found = std::ranges::find(keys, key);
  if (found == keys.end()) {
    throw Error(Status::usage, fmt::format("'{}' is no field of this list", key), {},
                fmt::format("fields are {}", fmt::join(keys, ", ")));
  }
  return static_cast<std::size_t>(found - keys.begin());
}

char escaped(char c) {
  if (c == 't') return '\t';
  return c == 'n' ? '\n' : c;
}

/// Splits a pattern at its fields.
class Pattern {
 public:
  Pattern(std::string_view pattern, const std::vector<std::string>& keys)
      : pattern_(pattern), keys_(keys) {}

  std::vector<Piece> pieces() {
    std::vector<Piece> pieces(1);
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_++];
      const bool twice = at_ < pattern_.size() && pattern_[at_] == c;
      if (c == '\\' && at_ < pattern_.size() && is_escape(pattern_[at_])) {
        pieces.back().text += escaped(pattern_[at_++]);
      } else if ((c == '{' || c == '}') && twice) {
        pieces.back().text += pattern_[at_++];
      } else if (c == '{' || c == '}') {
        pieces.back().column = field(c);
        pieces.emplace_back();
      } else {
        pieces.back().text += c;
      }
    }
    return pieces;
  }

 private:
  static bool is_escape(char c) { return c == 't' || c == 'n' || c == '\\'; }

  std::size_t field(char brace) {
    const std::size_t end = pattern_.find('}', at_);
    if (brace == '}' || end == std::string_view::npos) {
      throw Error(Status::usage, fmt::format("'{}' has a brace without its other half", pattern_),
                  {}, "fields are written {path}; {{ and }} are braces");
    }
    const std::string_view key = pattern_.substr(at_, end - at_);
    at_ = end + 1;
    return column_of(key, keys_);
  }

  std::string_view pattern_;
  const std::vector<std::string>& keys_;
  std::size_t at_ = 0;
};

/// The text of one value; called for each alternative of Value.
struct TextWriter {
  std::string& out;

  void operator()(std::monostate) const {}
  void operator()(bool truth) const { out += truth ? "true" : "false"; }
  void operator()(std::int64_t number) const { out += fmt::to_string(number); }
  void operator()(double number) const { out += fmt::to_string(number); }
  void operator()(std::string_view text) const { out += unicode::visible(text); }
  void operator()(const List& list) const {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out += ',';
      std::visit(*this, list[i].data);
    }
  }
  void operator()(const Object& object) const {
    for (std::size_t i = 0; i < object.size(); ++i) {
      if (i > 0) out += ',';
      out += unicode::visible(object[i].first) + '=';
      std::visit(*this, object[i].second.data);
    }
  }
};

void write_cell(std::string& out, const Value& value, bool zero) {
  const std::size_t start = out.size();
  std::visit(TextWriter{out}, value.data);
  // One line a row is a promise; only NUL as the row's end leaves newlines free.
  if (!zero) std::replace(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), '\n', ' ');
}

}  // namespace

void render_format(std::string_view pattern, const Table& items, bool zero, const Print& print) {
  const std::vector<Piece> pattern_pieces = Pattern(pattern, items.keys()).pieces();
  Pieces out(print);
  for (std::size_t row = 0; row < items.rows(); ++row) {
    for (const Piece& piece : pattern_pieces) {
      out.text() += piece.text;
      if (piece.column) write_cell(out.text(), items.cell(row, *piece.column), zero);
    }
    out.text() += zero ? '\0' : '\n';
    out.end_row();
  }
  out.end();
}

void require_format(std::string_view pattern, const std::vector<std::string>& keys) {
  Pattern(pattern, keys).pieces();
}

}  // namespace oneonone::view
