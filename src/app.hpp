// SPDX-License-Identifier: MIT
// Chooses the command, runs it, prints what it says, and gives the exit status.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "system/system.hpp"

namespace oneonone {

/// Takes what main was given. Never throws.
int run_app(System& system, int argc, const char* const* argv);

/// `words` are the program's arguments without its own name.
int run_app(System& system, const std::vector<std::string>& words);

/// The same with other commands than the program's: for tests.
int run_app(System& system, const std::vector<std::string>& words,
            const std::vector<Command>& commands);

}  // namespace oneonone
