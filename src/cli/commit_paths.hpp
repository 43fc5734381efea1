// SPDX-License-Identifier: MIT
// Which files of a repository commits have changed.
#pragma once

#include <string>
#include <vector>

#include "store/repository.hpp"

namespace oneonone {

/// What differs between a commit and HEAD; all of HEAD when there was none before.
std::vector<std::string> paths_changed(const Repository& repository, const std::string& before);

/// What HEAD has no longer, under no other name either. Nothing when there was no commit before.
std::vector<std::string> paths_removed(const Repository& repository, const std::string& before);

}  // namespace oneonone
