// SPDX-License-Identifier: MIT
// git and the merge of notes: what a merge must know of a file's folder, and how git is told.
#pragma once

#include <string>

#include "core/merge.hpp"
#include "store/repository.hpp"
#include "system/system.hpp"

namespace oneonone {

/// Headings and handles for a file, its path relative to the top of its repository: from about.md
/// beside it or above, and oneonone.yaml at the top or above. What is not there or cannot be read
/// is done without.
MergePlace merge_place(const System& system, const std::string& top, const std::string& path);

/// Has git merge the notes of a repository with this program: `.gitattributes` of a folder in it
/// names the files, the repository's own configuration says how; where the program is missing or
/// fails, git's own merge does it. True when something was changed. Throws Error{failed} when git
/// cannot be told.
bool install_merge_driver(const System& system, const Repository& repository,
                          const std::string& folder);

}  // namespace oneonone
