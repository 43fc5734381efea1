// SPDX-License-Identifier: MIT
// Small random notebooks: notes of one person that look as weeks of carrying, ticking, typing and
// careless editing leave them.
#pragma once

#include <string>
#include <vector>

#include "laws/documents.hpp"
#include "laws/twin.hpp"

namespace oneonone::testing {

/// Notes of one person's shared folder, oldest first.
std::vector<TwinNote> random_notes(Random& random, const std::string& folder);

}  // namespace oneonone::testing
