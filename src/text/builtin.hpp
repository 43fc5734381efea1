// SPDX-License-Identifier: MIT
// What the program carries in itself: the agenda templates of templates/ and the question bank of
// templates/questions/, embedded by the build.
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
const std::vector<Builtin>& builtin_questions();

}  // namespace oneonone
