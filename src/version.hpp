// SPDX-License-Identifier: MIT
// Which oneonone this is.
#pragma once

#include <string_view>

namespace oneonone {

/// The version, and in parentheses the commit when it is known: "0.1.0 (3285888)".
extern const std::string_view version;

}  // namespace oneonone
