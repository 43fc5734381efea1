// SPDX-License-Identifier: MIT
// What a run tried and found, as a table of README.md.
#include "faults/table.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "faults/cases.hpp"

namespace oneonone::faults {
namespace {

void replace_table(const std::string& file, const std::string& name, const std::string& text) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::string begin = "<!-- " + name + " -->\n", end = "<!-- end -->\n";
  const std::size_t from = bytes.find(begin);
  if (from == std::string::npos) throw std::runtime_error(file + " has no table " + name);
  const std::size_t to = bytes.find(end, from);
  bytes.replace(from + begin.size(), to - from - begin.size(), text);
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

Table::Table(std::string name, const Row& head) : name_(std::move(name)) {
  add(head);
  add(Row(head.size(), "---"));
}

std::string Table::text() const {
  std::string text;
  for (const Row& row : rows_) {
    for (const std::string& cell : row) text += "| " + cell + " ";
    text += "|\n";
  }
  return text;
}

void Table::show() const {
  std::cout << text();
  const char* file = std::getenv("ONEONONE_TABLES");
  if (file != nullptr && is_whole_run()) replace_table(file, name_, text());
}

std::string count(int number) {
  return std::to_string(number);
}

}  // namespace oneonone::faults
