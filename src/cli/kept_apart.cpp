// SPDX-License-Identifier: MIT
// Asks git which files of a folder it knows.
#include "cli/kept_apart.hpp"

#include <fmt/format.h>

#include "error.hpp"

namespace oneonone {
namespace {

/// A submodule is no file: git knows the place of a repository, and leaves it alone.
bool knows(const Repository& repository, const std::string& folder) {
  const std::string files =
      repository.ask({"ls-files", "-s", "-z", "--", repository.prefix() + folder}).value_or("");
  return !files.empty() && !files.starts_with("160000 ");
}

}  // namespace

void require_kept_apart(const SyncPlace& place, const std::vector<SyncPlace>& all) {
  if (!place.is_notebook()) return;
  if (knows(place.repository(), "private")) {
    throw Error(Status::failed, "private/ is in the notebook's repository: nothing was sent",
                place.name(),
                "take it out with 'git rm -r --cached private' and a commit; what was sent before "
                "stays in the history");
  }
  for (const SyncPlace& other : all) {
    if (other.is_notebook() || !knows(place.repository(), other.path())) continue;
    throw Error(
        Status::failed,
        fmt::format("{} has a repository of its own, and is in this one, too", other.path()),
        place.name(),
        fmt::format("take it out here with 'git rm -r -q --cached {}' and a commit, then "
                    "sync; on my other machines it goes with their next sync: clone it "
                    "there",
                    other.path()));
  }
}

}  // namespace oneonone
