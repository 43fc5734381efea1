// SPDX-License-Identifier: MIT
// The kinds of things said, as words on the command line.
#pragma once

#include <string>
#include <string_view>

namespace oneonone {

/// The kind that a word or its heading names: `win`, `wins`, `Blockers and asks`. Throws
/// Error{usage} for any other word, naming those there are.
std::string kind_named(std::string_view word);

}  // namespace oneonone
