// SPDX-License-Identifier: MIT
// Reads one text a line as front matter, {"text": …, "whole": …} in, what was read out.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "text/front_matter.hpp"

namespace {

using namespace oneonone;
using nlohmann::json;

json told(const Field& field) {
  return {{"key", field.key},   {"line", field.line},     {"last_line", field.last_line},
          {"list", field.list}, {"nested", field.nested}, {"values", field.values}};
}

json told(const Note& note, const FrontMatter& matter) {
  json fields = json::array();
  for (const Field& field : matter.fields) fields.push_back(told(field));
  json problem;
  if (matter.problem) {
    problem = {{"line", matter.problem->line}, {"message", matter.problem->message}};
  }
  return {{"fenced", note.front_matter().has_value()}, {"fields", fields}, {"problem", problem}};
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const json asked = json::parse(line);
    const Note note(asked.at("text").get<std::string>());
    const FrontMatter matter = read_front_matter(note, asked.at("whole").get<bool>());
    std::cout << told(note, matter).dump(-1, ' ', true, json::error_handler_t::replace) << '\n';
  }
}
