// SPDX-License-Identifier: MIT
// Which promises went with notes that a sync removed, here or at the other end.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "cli/sync_place.hpp"

namespace oneonone {

/// A line for each note that stood in a commit and stands nowhere now, with something open in it
/// that no other note of the person holds. Nothing of what git is to ignore by now: that lies in a
/// repository of its own.
std::vector<std::string> removed_promises(Session& session, const SyncPlace& place,
                                          const std::string& before);

}  // namespace oneonone
