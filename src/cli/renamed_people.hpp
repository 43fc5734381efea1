// SPDX-License-Identifier: MIT
// Private notes under a handle of old: `people rename` on another machine sees the shared folder
// alone.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"

namespace oneonone {

/// A folder of private/ whose person is called otherwise by now.
struct LeftBehind {
  std::string before, after;  ///< handles
  bool can_follow = false;    ///< there is no folder of the new name yet
};

std::vector<LeftBehind> left_behind(Session& session);

/// Gives these folders their new names where nothing is in the way, and tells so.
void follow_renames(Session& session, const std::vector<LeftBehind>& folders);

}  // namespace oneonone
