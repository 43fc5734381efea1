// SPDX-License-Identifier: MIT
// What a run tried and found, as a table of README.md.
#pragma once

#include <string>
#include <vector>

namespace oneonone::faults {

class Table {
 public:
  using Row = std::vector<std::string>;

  /// `name` is the mark in README.md below which the table stands.
  Table(std::string name, const Row& head);
  void add(const Row& row) { rows_.push_back(row); }
  /// Prints it. With ONEONONE_TABLES=FILE that of a whole run also takes its place in that file.
  void show() const;

 private:
  std::string text() const;

  std::string name_;
  std::vector<Row> rows_;
};

std::string count(int number);

}  // namespace oneonone::faults
