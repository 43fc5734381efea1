// SPDX-License-Identifier: MIT
// What was done elsewhere is done here: reads back what `export` gave to other programs.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/session.hpp"

namespace oneonone {

/// Closes the open commitments that a file of Taskwarrior or todo.txt calls done, known by their
/// ids alone, and shows them as `done` does. Throws Error{not_found} when the file is not there,
/// Error{failed} when it is neither.
Outcome update_from(Session& session, const std::string& path);

}  // namespace oneonone
