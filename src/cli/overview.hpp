// SPDX-License-Identifier: MIT
// The help of the program as a whole.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace oneonone {

/// The few commands to learn, each with an example, and where to read on.
std::string short_overview(const std::vector<Command>& commands);

/// The same, then all other commands by group, and the options that every command has.
std::string overview(const std::vector<Command>& commands);

/// What --help prints for one command.
std::string help_of(const Command& command);

}  // namespace oneonone
