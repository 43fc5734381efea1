// SPDX-License-Identifier: MIT
// Completes a file of names, such as .gitignore.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// The file with those lines at its end that it lacks; nothing when it lacks none. A file that is
/// not there lacks them all.
std::optional<std::string> with_missing_lines(const std::optional<std::string>& before,
                                              const std::vector<std::string>& wanted);

}  // namespace oneonone
