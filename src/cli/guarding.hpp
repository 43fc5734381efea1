// SPDX-License-Identifier: MIT
// The guard at work in a repository: what is staged, what is about to be pushed, and git's hooks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "error.hpp"
#include "model/finding.hpp"

namespace oneonone {

/// What must not be committed of what is staged in the repository around the current folder, or,
/// when that is none of the notebook's, in all of them. private/ itself is nobody else's.
std::vector<Finding> refused_in_index(Session& session);

/// What must not leave the notebook of one file of people/, whether it is committed or not.
std::vector<Finding> refused_in_file(Session& session, const std::string& path,
                                     std::string_view bytes);

/// What must not be pushed: reads on standard input what git tells its hook `pre-push`, and looks
/// at every commit that no remote has.
std::vector<Finding> refused_in_push(Session& session);

/// Has git ask the guard before it commits and pushes, in every repository of the notebook at
/// `root` but private/. Hooks that are there already stay: they are returned, with what to add.
std::vector<Error> install_hooks(const System& system, const std::string& root);

}  // namespace oneonone
