// SPDX-License-Identifier: MIT
// The only way a file of the notebook is written: planned as values, then applied in order.
#pragma once

#include <string>
#include <vector>

#include "model/change.hpp"
#include "system/system.hpp"

namespace oneonone {

/// Writes the changes one after the other under the notebook's lock. Each file is compared with
/// `expected` before it is replaced; all are compared before the first is written (a later change
/// of the same path expects the earlier one's bytes). Throws Error{conflict} when a file is not
/// what was planned on: nothing has been written then (unless an editor wrote between the two
/// looks; then what stands before it in the order has been). Throws Error{failed} for a path that a
/// link leads out of the notebook. The folders of new files are made. The order is the caller's: a
/// crash between two changes must leave a duplicate, never a loss.
void apply_changes(Files& files, const std::string& root, const std::vector<Change>& changes);

/// What the changes would do, as a unified diff with three lines of context, paths as
/// `a/people/…` and `b/people/…` (what `-n` prints; `git apply` takes it). Each file begins with a
/// `diff --git` line, since an empty new file is nothing else.
std::string diff_of(const std::vector<Change>& changes);

}  // namespace oneonone
