// SPDX-License-Identifier: MIT
// What git says of a repository, and what follows from it for `sync`.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/merge_pairs.hpp"

namespace oneonone {

/// A path that differs from the last commit.
struct ChangedPath {
  std::string path;   ///< from the top of the repository
  bool known = true;  ///< git knows the file; else it is new
};

/// A path that a merge stopped at, and which of the three versions git holds.
struct StoppedPath {
  std::string path;
  bool base = false, ours = false, theirs = false;
  bool plain = true;  ///< all of them are plain files: no links, no repositories
};

struct Standing {
  bool unborn = false;  ///< there is no commit yet
  std::string branch;   ///< empty when HEAD is at no branch
  std::vector<ChangedPath> changed;
  std::vector<StoppedPath> stopped;
};

/// Reads `git status --porcelain=v2 --branch -z --no-renames`. Repositories inside this one are
/// left out.
Standing read_standing(std::string_view porcelain);

/// What has begun and not ended in a repository.
enum class UnderWay {
  nothing,
  rebase,
  edit,  ///< a rebase that waits for its user to change a commit
  merge,
  other,  ///< a cherry-pick, a revert, patches by mail
};

/// What keeps a sync from beginning.
struct Obstacle {
  std::string message, hint;
};

/// Nothing when it can begin, or go on with what stopped.
std::optional<Obstacle> obstacle(const Standing& standing, UnderWay under_way);

/// Where a sync commits: all of a repository, or a notebook in it.
enum class Realm { notebook, whole };

/// True for a file that `sync` commits: in a notebook oneonone.yaml, git's two files of names, and
/// what is in people/ and templates/; everything where the whole repository is ours. What git does
/// not know yet is only taken when it is Markdown or one of those three, and nothing on its path is
/// hidden. `path` is relative to the realm.
bool is_synced(std::string_view path, bool known, Realm realm);

/// What a path needs that a merge stopped at.
enum class Repair {
  merge,   ///< both sides hold it
  keep,    ///< one side holds it: what somebody changed stays
  remove,  ///< no side holds it
  ask,     ///< it is no file that this program merges
};

Repair repair_of(const StoppedPath& stopped);

/// What lies in the work tree where a merge stopped.
enum class Left {
  untouched,  ///< what git left, with or without markers: nobody has typed there
  settled,    ///< no marker any more
  contested,  ///< markers, and somebody is at work
};

/// `file` is what lies there. git leaves our side without a mark when a merge driver was killed.
Left left_in(std::string_view file, const Three<std::string>& versions);

/// The line in which git, or a hook of the user's, says why it failed; empty when it said nothing.
std::string reason_in(std::string_view talk);

/// The paths in groups that fit on a command line.
std::vector<std::vector<std::string>> in_handfuls(const std::vector<std::string>& paths);

}  // namespace oneonone
