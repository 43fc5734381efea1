// SPDX-License-Identifier: MIT
// The themes that a line names: `#career`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// The `#words` of a line, folded and without `#`. A heading's marks are followed by a blank, so
/// they are none.
std::vector<std::string> themes_of(std::string_view line);

}  // namespace oneonone
