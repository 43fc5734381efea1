// SPDX-License-Identifier: MIT
// Finds the themes of a line.
#include "core/themes.hpp"

#include <algorithm>

#include "unicode.hpp"

namespace oneonone {
namespace {

bool is_theme_start(std::string_view line, std::size_t at) {
  const bool after_blank = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
  return line[at] == '#' && after_blank && at + 1 < line.size() &&
         std::string_view(" \t#").find(line[at + 1]) == std::string_view::npos;
}

}  // namespace

std::vector<std::string> themes_of(std::string_view line) {
  std::vector<std::string> themes;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_theme_start(line, at)) continue;
    const std::size_t end = std::min(line.find_first_of(" \t.,;:!?)", at), line.size());
    themes.push_back(unicode::fold(line.substr(at + 1, end - at - 1)));
  }
  return themes;
}

}  // namespace oneonone
