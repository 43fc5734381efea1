// SPDX-License-Identifier: MIT
// Asks git, whose names end with NUL.
#include "cli/commit_paths.hpp"

#include <algorithm>

namespace oneonone {
namespace {

std::vector<std::string> names_in(const std::string& names) {
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find('\0', at), names.size());
    paths.push_back(names.substr(at, end - at));
    at = end + 1;
  }
  return paths;
}

}  // namespace

std::vector<std::string> paths_changed(const Repository& repository, const std::string& before) {
  std::vector<std::string> words{"ls-tree", "-r", "-z", "--name-only", "HEAD"};
  if (!before.empty())
    words = {"diff-tree", "-r", "-z", "--name-only", "--no-renames", before, "HEAD"};
  return names_in(repository.ask(std::move(words)).value_or(""));
}

std::vector<std::string> paths_removed(const Repository& repository, const std::string& before) {
  if (before.empty()) return {};
  const auto names = repository.ask(
      {"diff-tree", "-r", "-z", "-M", "--name-only", "--diff-filter=D", before, "HEAD"});
  return names_in(names.value_or(""));
}

}  // namespace oneonone
