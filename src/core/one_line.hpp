// SPDX-License-Identifier: MIT
// What may go into a field of one line.
#pragma once

#include <fmt/format.h>

#include <string_view>

#include "error.hpp"
#include "unicode.hpp"

namespace oneonone {

/// Throws Error{usage} for words that are no UTF-8, as files are (oneonone-notes(5)).
inline void require_utf8(std::string_view words, std::string_view what) {
  if (!unicode::valid(words)) throw Error(Status::usage, fmt::format("the {} is not UTF-8", what));
}

/// Throws Error{usage} for words that are not one line of UTF-8, or hold control characters: in
/// front matter and in lists they would become keys and lines of their own. `what` they are:
/// "venue".
inline void require_one_line(std::string_view words, std::string_view what) {
  require_utf8(words, what);
  if (unicode::is_one_line(words)) return;
  throw Error(Status::usage,
              fmt::format("the {} must be one line without control characters", what));
}

}  // namespace oneonone
