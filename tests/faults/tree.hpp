// SPDX-License-Identifier: MIT
// A folder with all that is in it, as a value.
#pragma once

#include <map>
#include <string>

namespace oneonone::faults {

/// The bytes of each file by its path in the folder; a folder's path ends with a slash.
using Tree = std::map<std::string, std::string>;

Tree read_tree(const std::string& folder);
/// Makes the folder hold exactly `tree`, touching only what differs. A file keeps its mode.
void restore(const std::string& folder, const Tree& tree);

/// True for what a write is to become: gone when the program is done.
bool is_temporary(const std::string& path);
/// True for what belongs to git, not to the notebook.
bool is_of_git(const std::string& path);
/// Without both.
Tree notes_of(const Tree& tree);

}  // namespace oneonone::faults
