// SPDX-License-Identifier: MIT
// Commands that only read.
#pragma once

#include "faults/cases.hpp"

namespace oneonone::faults {

/// Every call of a command, and of git when it runs git, that may change a file.
std::vector<std::string> writes_of(const Home& home, const Program& program, const Words& command);

/// The words that stand in private notes alone and that a command prints.
std::vector<std::string> private_words_in(const Home& home, const Program& program,
                                          const Words& command);

}  // namespace oneonone::faults
