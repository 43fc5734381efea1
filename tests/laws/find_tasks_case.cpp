// SPDX-License-Identifier: MIT
// Finds the task items of one note a line: a JSON string in, [[byte of the mark, mark], …] out.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "text/tasks.hpp"

namespace {

using nlohmann::json;

json tasks_of(std::string bytes) {
  const oneonone::Reading reading{oneonone::Headings({}, {}), ""};
  const oneonone::Note note(std::move(bytes));
  json found = json::array();
  for (const oneonone::Task& task : oneonone::outline_of(note, reading).tasks) {
    found.push_back({task.box.at, note.bytes().substr(task.box.at, task.box.size)});
  }
  return found;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);)
    std::cout << tasks_of(json::parse(line).get<std::string>()).dump() << '\n';
}
