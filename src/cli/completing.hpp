// SPDX-License-Identifier: MIT
// What the word under the cursor may become: for the Tab key of a shell.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "system/system.hpp"

namespace oneonone {

/// A word, and what it means.
struct Candidate {
  std::string word, meaning;
};

/// The words that go on from the last one of `words`, what was typed after `oneonone`; it may be
/// empty. Nothing where files are wanted, where anything may stand, and when something is wrong:
/// whoever presses Tab wants no message. Never throws Error.
std::vector<Candidate> candidates(System& system, const std::vector<Command>& commands,
                                  std::vector<std::string> words);

}  // namespace oneonone
