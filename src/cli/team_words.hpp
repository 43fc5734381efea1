// SPDX-License-Identifier: MIT
// How messages to the whole team fare, in a line each.
#pragma once

#include <string>
#include <vector>

#include "cli/ledgers.hpp"

namespace oneonone {

/// `team: "New holiday rule": told alice, bob; waits for chen`
std::vector<std::string> team_words(Session& session, Ledgers& ledgers);

}  // namespace oneonone
