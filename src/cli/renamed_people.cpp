// SPDX-License-Identifier: MIT
// Compares the handles of old that about.md names with the folders of private/.
#include "cli/renamed_people.hpp"

#include <fmt/format.h>

namespace oneonone {
namespace {

std::string path_of(Tree tree, const std::string& handle) {
  return fmt::format("{}/{}", folder_of(tree), handle);
}

bool is_folder(const Session& session, const Notebook& notebook, const std::string& path) {
  return session.system().files.kind(notebook.absolute(path)) == FileKind::folder;
}

}  // namespace

std::vector<LeftBehind> left_behind(Session& session) {
  const Notebook& notebook = session.notebook();
  const auto stands = [&](Tree tree, const std::string& handle) {
    return is_folder(session, notebook, path_of(tree, handle));
  };
  std::vector<LeftBehind> found;
  for (const Person& person : notebook.everyone()) {
    for (const std::string& handle : person.aka) {
      if (handle == person.folder || !stands(Tree::own, handle)) continue;
      if (stands(Tree::shared, handle) || !stands(Tree::shared, person.folder)) continue;
      found.push_back({handle, person.folder, !stands(Tree::own, person.folder)});
    }
  }
  return found;
}

void follow_renames(Session& session, const std::vector<LeftBehind>& folders) {
  for (const LeftBehind& one : folders) {
    if (!one.can_follow) continue;
    session.rename(path_of(Tree::own, one.before), path_of(Tree::own, one.after));
    if (session.globals().dry_run) continue;
    session.tell(fmt::format("private/{} is private/{} now, as people/{} is", one.before, one.after,
                             one.after));
  }
}

}  // namespace oneonone
