// SPDX-License-Identifier: MIT
// Headings that one side took away as empty while the other wrote below them.
#pragma once

#include <vector>

#include "core/merge_weave.hpp"

namespace oneonone {

/// For each thread of the base, true for a heading that one side took away although the other put
/// something below it, and for the blank lines around: what is below must not come to stand under
/// another heading. A heading that was replaced by another one may go.
std::vector<bool> needed_headings(const Strand& strand);

}  // namespace oneonone
