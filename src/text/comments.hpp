// SPDX-License-Identifier: MIT
// The comments of a note that have their lines to themselves: prompts, mostly, that nobody reads.
#pragma once

#include <cstddef>
#include <vector>

#include "text/note.hpp"

namespace oneonone {

/// A block of lines, both ends included.
struct LineRange {
  std::size_t first = 0, last = 0;
};

std::vector<LineRange> comments_of(const Note& note);

/// The numbers of the body's lines that stand in none of them.
std::vector<std::size_t> lines_to_read(const Note& note);

}  // namespace oneonone
