// SPDX-License-Identifier: MIT
// Reads a kind as leniently as a heading.
#include "core/kinds.hpp"

#include <fmt/format.h>

#include "error.hpp"
#include "model/item.hpp"

namespace oneonone {

std::string kind_named(std::string_view word) {
  std::string kind = kind_of_heading(word);
  if (!kind.empty()) return kind;
  throw Error(
      Status::usage, fmt::format("'{}' is no kind", word), "--kind",
      "kinds are win, feedback, praise, ask, concern, blocker, decision, idea, question, fact, "
      "challenge and opportunity");
}

}  // namespace oneonone
