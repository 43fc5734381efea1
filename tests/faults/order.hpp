// SPDX-License-Identifier: MIT
// What must be on the disk before what.
#pragma once

#include "faults/judge.hpp"

namespace oneonone::faults {

/// Complaints when a file gets its name before its bytes are on the disk, or when the command ends
/// with status 0 before all that it changed is.
std::vector<std::string> order_of_writes(const Home& home, const Program& program, const Case& one);

}  // namespace oneonone::faults
