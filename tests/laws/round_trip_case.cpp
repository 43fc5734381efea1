// SPDX-License-Identifier: MIT
// Tries the laws of a note's bytes on one document a line: a JSON string in, what is broken out.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "laws/round_trip.hpp"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto document = nlohmann::json::parse(line).get<std::string>();
    std::cout << nlohmann::json(oneonone::testing::broken_laws(document)).dump() << '\n';
  }
  std::cerr << oneonone::testing::edits_tried() << " edits\n";
}
