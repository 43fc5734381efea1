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

/// What in the words of an item, read on a day, looks as if it were more: `due: fri`, `Due:fri`,
/// a box on a line of its own. Empty when nothing does.
std::string near_token(std::string_view words, Date day);

}  // namespace oneonone
