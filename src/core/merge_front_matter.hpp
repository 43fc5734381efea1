// SPDX-License-Identifier: MIT
// Merges the front matter of three versions of a note, key by key.
#pragma once

#include <vector>

#include "core/merge_body.hpp"

namespace oneonone {

/// The merged lines, the two `---` included. Lists take what either side added and lose what either
/// side took away; a value that both changed differently is a conflict. With `whole` all of each
/// text is YAML. A front matter that cannot be read is merged line by line.
std::vector<MergedLine> merge_front_matters(const Three<Note>& notes, bool whole);

}  // namespace oneonone
