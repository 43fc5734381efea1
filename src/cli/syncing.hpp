// SPDX-License-Identifier: MIT
// `sync` of one repository: commit what changed, take in what others sent, send what they lack.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "cli/sync_place.hpp"
#include "error.hpp"

namespace oneonone {

/// What was done in a repository, or under -n would be.
struct Synced {
  std::string path;
  int committed = 0;  ///< files
  int received = 0;   ///< commits
  int sent = 0;       ///< commits
  bool remote = false;
  std::vector<std::string> files;  ///< that were committed, from the notebook
  std::vector<Error> problems;     ///< why it stopped; what is written is safe
};

/// Synchronises one of the places. Everything that goes wrong is in the result, and the next sync
/// goes on from there. Under -n nothing is changed and no remote is asked.
Synced synchronise(Session& session, const SyncPlace& place, const std::vector<SyncPlace>& all);

/// Commits what was written, in each repository of the notebook, and sends nothing: the setting
/// `commit_changes`. What stands in the way of that is returned; the next sync goes on from there.
std::vector<Error> commit_everywhere(Session& session);

}  // namespace oneonone
