// SPDX-License-Identifier: MIT
// Rows as they stand in JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace oneonone::view {

struct Value;

/// Rows written in JSON: a long list of which nothing else is wanted holds these, and not what they
/// were made of.
class JsonRows {
 public:
  explicit JsonRows(const std::vector<std::string>& keys);

  /// Adds a row; `cell` gives the value of a column by its index.
  template <class Cell>
  void add(const Cell& cell) {
    begin_row();
    for (std::size_t column = 0; column < openings_.size(); ++column) write(column, cell(column));
    end_row();
  }

  /// The rows, each behind a comma and a newline, in pieces that are never large.
  const std::vector<std::string>& pieces() const { return pieces_; }
  /// Drops them, and keeps memory for the next.
  void clear() {
    pieces_.resize(1);
    pieces_[0].clear();
  }

 private:
  void begin_row();
  void end_row();
  void write(std::size_t column, const Value& value);

  /// What stands between the values before and in each column, when both are text.
  std::vector<std::string> openings_;
  bool behind_text_ = false;  ///< the last value was text, and its quote is not closed
  std::vector<std::string> pieces_;
};

}  // namespace oneonone::view
