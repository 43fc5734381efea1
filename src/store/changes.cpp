// SPDX-License-Identifier: MIT
// The only way a file of the notebook is written: planned as values, then applied in order.
#include "store/changes.hpp"

#include <map>
#include <string_view>

#include "error.hpp"

namespace oneonone {
namespace {

/// True for a path that can only lie below the folder it is relative to.
bool is_below(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

/// Where a path really is; for a new file where the nearest folder above it is.
std::string real_place(const Files& files, std::string path) {
  while (true) {
    if (auto place = files.resolve(path)) return *place;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos || slash == 0) return path;
    path.resize(slash);
  }
}

/// A link must not lead a write out of the notebook.
void require_inside(const Files& files, const std::string& real_root, const std::string& root,
                    const std::string& path) {
  const std::string real = real_place(files, root + "/" + path);
  if (is_below(path) && (real + "/").starts_with(real_root + "/")) return;
  throw Error(Status::failed, "it lies outside the notebook", root + "/" + path,
              "put the file itself where the link is");
}

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
  const std::string real_root = real_place(files, root);
  std::map<std::string_view, std::optional<std::string>> now;
  for (const Change& change : changes) {
    const std::string path = root + "/" + change.path;
    auto found = now.find(change.path);
    if (found == now.end()) {
      require_inside(files, real_root, root, change.path);
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
