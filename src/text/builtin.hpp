// SPDX-License-Identifier: MIT
// The templates that the program carries in itself: templates/*.md, embedded by the build.
#pragma once

#include <string_view>
#include <vector>

namespace oneonone {

struct Builtin {
  std::string_view name;  ///< the file's name without `.md`
  std::string_view text;
};

/// Sorted by name.
const std::vector<Builtin>& builtin_templates();

}  // namespace oneonone
