// SPDX-License-Identifier: MIT
// Memory that runs out.
#pragma once

#include "faults/judge.hpp"

namespace oneonone::faults {

/// Refuses one request for memory, in each of the ways that seeded/memory.cpp names: of the
/// requests of a command those numbered `first`, `first + step`, …. It must end as if a call had
/// failed.
Tally refuse_memory(const Home& home, const Case& one, int first, int step,
                    const std::vector<std::string>& ways = {"", "+"});

}  // namespace oneonone::faults
