// SPDX-License-Identifier: MIT
// What the notebook's repository must not have: private/, and what lies in a repository of its own.
#pragma once

#include <vector>

#include "cli/sync_place.hpp"

namespace oneonone {

/// Throws Error{failed} when the notebook's repository has such files. For others there is nothing
/// to keep apart.
void require_kept_apart(const SyncPlace& place, const std::vector<SyncPlace>& all);

}  // namespace oneonone
