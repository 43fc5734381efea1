// SPDX-License-Identifier: MIT
// Renders one Mustache case a line: {template, data, partials} in, {output} or {error, where} out.
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"
#include "text/template.hpp"

namespace {

using nlohmann::json;

oneonone::Data data_of(const json& value) {
  if (value.is_null()) return {};
  if (value.is_boolean()) return {value.get<bool>()};
  if (value.is_string()) return {value.get<std::string>()};
  if (value.is_array()) {
    std::vector<oneonone::Data> list;
    for (const auto& item : value) list.push_back(data_of(item));
    return {std::move(list)};
  }
  if (value.is_object()) {
    oneonone::Data::Object object;
    for (const auto& [key, item] : value.items()) object.emplace(key, data_of(item));
    return {std::move(object)};
  }
  return {value.dump()};  // our data has no numbers: they come as text
}

json render(const json& test) {
  const auto partials = [&](std::string_view name) -> std::optional<std::string> {
    const auto found = test.find("partials");
    if (found == test.end() || !found->contains(name)) return std::nullopt;
    return found->at(std::string(name)).get<std::string>();
  };
  try {
    return {{"output", oneonone::render_template(test.at("template").get<std::string>(), "case",
                                                 data_of(test.at("data")), partials)}};
  } catch (const oneonone::Error& error) {
    return {{"error", error.message}, {"where", error.where}};
  }
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);)
    std::cout << render(json::parse(line)).dump() << '\n';
}
