// SPDX-License-Identifier: MIT
// What a command answers, as data: one list of columns a type, read by every output format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "view/json_rows.hpp"

namespace oneonone::view {

struct Value;
using List = std::vector<Value>;
using Object = std::vector<std::pair<std::string, Value>>;

/// A cell: nothing, a truth, a number, text, or nested values.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, std::string_view, List,
               Object>
      data;

  Value() = default;
  Value(bool value) : data(value) {}
  Value(int value) : data(std::int64_t{value}) {}
  Value(std::int64_t value) : data(value) {}
  Value(std::size_t value) : data(static_cast<std::int64_t>(value)) {}
  Value(double value) : data(value) {}
  Value(std::string value) : data(std::move(value)) {}
  Value(std::string_view value) : data(std::string(value)) {}
  Value(const char* value) : data(std::string(value)) {}
  Value(List value) : data(std::move(value)) {}
  Value(Object value) : data(std::move(value)) {}
  /// Text that is looked at where it stands: it must outlive the value.
  static Value of(std::string_view text) {
    Value value;
    value.data = text;
    return value;
  }
};

/// A key of the JSON objects of a kind, and how a row's value is had.
template <class T>
struct Column {
  const char* key;
  std::function<Value(const T&)> get;
};

/// Rows of one kind. Cells are made when asked for, unless all of them stand in JSON already.
class Table {
 public:
  Table() = default;
  /// `Rows` has a size and gives its T by their index.
  template <class Rows, class T>
  Table(Rows rows, std::vector<Column<T>> columns) {
    for (const Column<T>& column : columns) keys_.emplace_back(column.key);
    rows_ = rows.size();
    auto held = std::make_shared<std::pair<Rows, std::vector<Column<T>>>>(std::move(rows),
                                                                          std::move(columns));
    cell_ = [held](std::size_t row, std::size_t column) {
      return held->second[column].get(held->first[row]);
    };
  }

  Table(std::vector<std::string> keys, std::vector<JsonRows> json)
      : keys_(std::move(keys)),
        json_(std::make_shared<const std::vector<JsonRows>>(std::move(json))) {}

  const std::vector<std::string>& keys() const { return keys_; }
  /// The rows that have no cells any more; null when all have.
  const std::vector<JsonRows>* json() const { return json_.get(); }
  std::size_t rows() const { return rows_; }
  Value cell(std::size_t row, std::size_t column) const { return cell_(row, column); }

 private:
  std::vector<std::string> keys_;
  std::size_t rows_ = 0;
  std::function<Value(std::size_t, std::size_t)> cell_;
  std::shared_ptr<const std::vector<JsonRows>> json_;
};

}  // namespace oneonone::view
