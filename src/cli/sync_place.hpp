// SPDX-License-Identifier: MIT
// A repository of the notebook: what its files are called there, and how it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "core/sync.hpp"
#include "error.hpp"
#include "store/repository.hpp"

namespace oneonone {

class SyncPlace {
 public:
  /// `path` is the repository's, from the notebook: "people/alice", "private"; empty for the one
  /// that the notebook lies in.
  SyncPlace(Session& session, Repository repository, std::string path);

  const Repository& repository() const { return repository_; }
  const std::string& path() const { return path_; }
  bool is_notebook() const { return path_.empty(); }
  /// "notebook", or the folder as seen from here.
  std::string name() const;
  /// What a path of the repository is called in the notebook; nothing for what lies beside it.
  std::optional<std::string> in_notebook(const std::string& path) const;
  std::string from_here(const std::string& path) const;
  /// True for what `sync` commits in this repository, but for what lies in one inside it.
  bool is_synced(const ChangedPath& changed) const;

  Standing standing() const;
  UnderWay under_way() const;
  /// Why git would not do `what`: what we know better, else its own reason and `hint`.
  Error failure(const std::string& what, const Ran& ran, std::string hint) const;
  /// Has git do something. Throws the failure.
  void require(const std::vector<std::string>& arguments, const std::string& what,
               std::string hint) const;

 private:
  bool git_has(std::string_view name) const;

  Session& session_;
  Repository repository_;
  std::string path_;
};

/// The people's own repositories, private/, and at the end the one that the notebook lies in.
std::vector<SyncPlace> sync_places(Session& session);

}  // namespace oneonone
