// SPDX-License-Identifier: MIT
// Many who write the same file at once, and some who read it.
#pragma once

#include "faults/cases.hpp"

namespace oneonone::faults {

struct Crowd {
  int writers = 0, lines = 0, readers = 0;
};

/// Lets each writer add its lines, again where it is told that somebody else was faster. Complaints
/// about lines that are missing or doubled, and about readers that did not see a whole notebook.
std::vector<std::string> write_at_once(const Program& program, const Crowd& crowd);

}  // namespace oneonone::faults
