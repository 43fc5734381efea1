// SPDX-License-Identifier: MIT
// A repository of the notebook: what its files are called there, and how it stands.
#include "cli/sync_place.hpp"

#include <fmt/format.h>

#include <utility>

namespace oneonone {

SyncPlace::SyncPlace(Session& session, Repository repository, std::string path)
    : session_(session), repository_(std::move(repository)), path_(std::move(path)) {}

std::string SyncPlace::name() const {
  return is_notebook() ? "notebook" : session_.notebook().from_here(path_);
}

std::optional<std::string> SyncPlace::in_notebook(const std::string& path) const {
  if (!is_notebook()) return path_ + "/" + path;
  if (!path.starts_with(repository_.prefix())) return std::nullopt;
  return path.substr(repository_.prefix().size());
}

std::string SyncPlace::from_here(const std::string& path) const {
  const auto known = in_notebook(path);
  return known ? session_.notebook().from_here(*known) : repository_.top() + "/" + path;
}

bool SyncPlace::is_synced(const ChangedPath& changed) const {
  const auto path = in_notebook(changed.path);
  if (!path) return false;
  if (!is_notebook()) return oneonone::is_synced(changed.path, changed.known, Realm::whole);
  if (!oneonone::is_synced(*path, changed.known, Realm::notebook)) return false;
  // A repository of a person's own stands two folders deep.
  const std::size_t slash = path->find('/', path->find('/') + 1);
  return slash == std::string::npos ||
         !Repository::at(session_.system(), session_.notebook().absolute(path->substr(0, slash)));
}

Standing SyncPlace::standing() const {
  return read_standing(repository_
                           .ask({"status", "--porcelain=v2", "--branch", "-z", "--no-renames",
                                 "--untracked-files=all", "--ignore-submodules=all"})
                           .value_or(""));
}

bool SyncPlace::git_has(std::string_view name) const {
  const std::string path = fmt::format("{}/{}", repository_.git_folder(), name);
  return session_.system().files.kind(path) != FileKind::none;
}

UnderWay SyncPlace::under_way() const {
  if (git_has("rebase-merge")) {
    return git_has("rebase-merge/amend") ? UnderWay::edit : UnderWay::rebase;
  }
  if (git_has("rebase-apply")) {
    return git_has("rebase-apply/applying") ? UnderWay::other : UnderWay::rebase;
  }
  if (git_has("MERGE_HEAD")) return UnderWay::merge;
  const bool other = git_has("CHERRY_PICK_HEAD") || git_has("REVERT_HEAD");
  return other ? UnderWay::other : UnderWay::nothing;
}

Error SyncPlace::failure(const std::string& what, const Ran& ran, std::string hint) const {
  if (git_has("index.lock")) {
    return {Status::failed, what + ": another git is at work there, or was killed", name(),
            fmt::format("if no git is running, remove {}/index.lock, then sync again",
                        repository_.git_folder())};
  }
  if (!repository_.ask({"var", "GIT_COMMITTER_IDENT"}) ||
      !repository_.ask({"var", "GIT_AUTHOR_IDENT"})) {
    return {Status::failed, what + ": git does not know who you are", name(),
            "git config --global user.name 'Dana Lee' and git config --global user.email "
            "dana@example.org, then sync again"};
  }
  const std::string reason = reason_in(ran.output);
  return {Status::failed, reason.empty() ? what : what + ": " + reason, name(), std::move(hint)};
}

void SyncPlace::require(const std::vector<std::string>& arguments, const std::string& what,
                        std::string hint) const {
  const Ran ran = repository_.act(arguments);
  if (ran.status != 0) throw failure(what, ran, std::move(hint));
}

std::vector<SyncPlace> sync_places(Session& session) {
  const Notebook& notebook = session.notebook();
  const System& system = session.system();
  std::vector<SyncPlace> places;
  for (const std::string& folder : notebook.folders()) {
    std::string path = "people/" + folder;
    auto repository = Repository::at(system, notebook.absolute(path));
    if (repository) places.emplace_back(session, *std::move(repository), std::move(path));
  }
  if (auto own = Repository::at(system, notebook.absolute("private"))) {
    places.emplace_back(session, *std::move(own), "private");
  }
  if (auto around = Repository::around(system, notebook.root())) {
    places.emplace_back(session, *std::move(around), "");
  }
  return places;
}

}  // namespace oneonone
