// SPDX-License-Identifier: MIT
// What was typed as an item or a day, by all looks, and is neither.
#pragma once

#include <string>
#include <string_view>

#include "model/date.hpp"

namespace oneonone {

/// What is wrong with the text of a list item that has no box and looks as if it had: `[]`,
/// `[ ]@alice`. Empty when nothing is.
std::string near_box(std::string_view text);

/// What is wrong with a further line of an item that looks like an item of its own: `[ ] words`.
/// Empty when nothing is.
std::string near_item(std::string_view line);

/// What is wrong with the end of an item's words, read on a day, that looks like its due day:
/// `due: fri`, `Due:fri`, `due: 3 dec`. Empty when nothing is.
std::string near_due(std::string_view words, Date day);

}  // namespace oneonone
