// SPDX-License-Identifier: MIT
// Which command the first words name.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace oneonone {

/// A command and how many words named it: two for "people add".
struct Choice {
  const Command* command = nullptr;
  std::size_t words = 1;
};

/// The command that the first one or two words name: exactly, by a synonym (`ls`, `list`), or,
/// where `abbreviated`, by a unique beginning. Throws Error{usage} with what was probably meant.
Choice choose(const std::vector<Command>& commands, const std::vector<std::string>& words,
              bool abbreviated);

}  // namespace oneonone
