// SPDX-License-Identifier: MIT
// Chooses the command, runs it, prints what it says, and gives the exit status.
#pragma once

#include <string>
#include <vector>

#include "system/system.hpp"

namespace oneonone {

/// `words` are the program's arguments without its own name. Never throws.
int run_app(System& system, const std::vector<std::string>& words);

}  // namespace oneonone
