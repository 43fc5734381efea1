// SPDX-License-Identifier: MIT
// Where a branch is sent to.
#pragma once

#include <optional>
#include <string>

#include "store/repository.hpp"

namespace oneonone {

struct Remote {
  std::string name;      ///< "origin"
  std::string branch;    ///< there: "refs/heads/main"
  std::string tracking;  ///< what is known of it here: "@{upstream}", "refs/remotes/origin/main"
  bool tracked = false;  ///< git knows that the branch belongs there
};

/// Commits that one side has and the other lacks.
struct Distance {
  int ahead = 0, behind = 0;
};

/// The branch's upstream; without one the branch of the same name at the only remote, or at
/// `origin`. Nothing when there is no remote. Throws Error{failed} when it could be any of several.
std::optional<Remote> find_remote(const Repository& repository, const std::string& branch);

/// The newest commit that is known of the remote's branch; nothing when it has none.
std::optional<std::string> tip_of(const Repository& repository, const Remote& remote);

/// From what is known here of the remote; without a commit one side lacks all of the other's.
Distance distance_to(const Repository& repository, const Remote& remote);

/// Throws Error{failed} at `place` when the remote has branches, but not this one, and nobody said
/// that it shall get it: two machines would go on side by side and never meet.
void refuse_other_branches(const Repository& repository, const Remote& remote,
                           const std::string& place);

}  // namespace oneonone
