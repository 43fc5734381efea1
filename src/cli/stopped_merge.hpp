// SPDX-License-Identifier: MIT
// Goes on where a merge of git's stopped: with the versions that git keeps of each file.
#pragma once

#include <string>
#include <vector>

#include "core/sync.hpp"
#include "store/repository.hpp"
#include "system/system.hpp"

namespace oneonone {

/// A file that a person must settle.
struct Contested {
  std::string path;      ///< from the top of the repository
  std::size_t line = 0;  ///< of the first marker; 0 when there is none
};

/// Merges again, item by item, what git could not merge: where the merge driver was missing or was
/// killed, git leaves markers of its own, or our side without a mark. `fresh` when git has stopped
/// just now, so that nobody has typed there. What is merged is told to git; what is not, and every
/// file that a person is at work on, is left and returned.
std::vector<Contested> settle_stopped(const System& system, const Repository& repository,
                                      const std::vector<StoppedPath>& stopped, bool fresh);

}  // namespace oneonone
