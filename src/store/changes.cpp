// SPDX-License-Identifier: MIT
// The only way a file of the notebook is written: planned as values, then applied in order.
#include "store/changes.hpp"

#include <map>
#include <string_view>

#include "error.hpp"
#include "store/inside.hpp"

namespace oneonone {
namespace {

void require_unchanged(const std::optional<std::string>& found, const Change& change,
                       const std::string& path) {
  if (found == change.expected) return;
  const char* message = !found             ? "it has been removed meanwhile"
                        : !change.expected ? "it has been made meanwhile"
                                           : "it has been changed meanwhile";
  throw Error(Status::conflict, message, path, "run the command again");
}

/// Compares every file with what the plan rests on, before anything is written.
void require_all_unchanged(const Files& files, const std::string& root,
                           const std::vector<Change>& changes) {
  const Inside inside(files, root);
  std::map<std::string_view, std::optional<std::string>> now;
  for (const Change& change : changes) {
    const std::string path = root + "/" + change.path;
    auto found = now.find(change.path);
    if (found == now.end()) {
      inside.require(change.path);
      found = now.emplace(change.path, files.read(path)).first;
    }
    require_unchanged(found->second, change, path);
    found->second = change.bytes;
  }
}

}  // namespace

void apply_changes(Files& files, const std::string& root, const std::vector<Change>& changes) {
  if (changes.empty()) return;
  const auto lock = files.lock(root);
  require_all_unchanged(files, root, changes);
  for (const Change& change : changes) {
    const std::string path = root + "/" + change.path;
    // Editors do not ask for the lock: look once more, as late as can be.
    require_unchanged(files.read(path), change, path);
    if (!change.expected) files.make_folder(path.substr(0, path.rfind('/')));
    files.write(path, change.bytes, !change.expected);
  }
}

}  // namespace oneonone
