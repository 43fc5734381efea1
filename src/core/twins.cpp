// SPDX-License-Identifier: MIT
// People whom one typed word would name.
#include "core/twins.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "unicode.hpp"

namespace oneonone {

std::vector<Finding> twins_in(const std::vector<Person>& people) {
  std::vector<Finding> findings;
  std::map<std::string, std::string> holders;  // folders, by folded handle
  for (const Person& person : people) {
    std::vector<std::string> handles = person.aka;
    handles.insert(handles.begin(), person.folder);
    for (const std::string& handle : handles) {
      const auto [holder, is_new] = holders.emplace(unicode::fold(handle), person.folder);
      if (is_new || holder->second == person.folder) continue;
      findings.push_back({"people/" + person.folder, 0, "twin", Severity::warning,
                          fmt::format("'{}' is people/{}, too: move the notes into one folder, or "
                                      "rename one of them",
                                      handle, holder->second),
                          false});
    }
  }
  return findings;
}

}  // namespace oneonone
