// SPDX-License-Identifier: MIT
// One message to everyone I manage (`add --team`): who was told, and for whom it still waits.
#pragma once

#include <string>
#include <vector>

#include "core/ledger.hpp"

namespace oneonone {

struct TeamMessage {
  std::string text;
  std::vector<std::string> told, waiting;  ///< folders of people
};

/// The messages that still wait for somebody: topics that I brought, in the same words, into the
/// notes of two people or more. A tick says that it was told. Ledgers made of all notes.
std::vector<TeamMessage> team_messages(const std::vector<Ledger>& ledgers);

}  // namespace oneonone
