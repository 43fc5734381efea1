// SPDX-License-Identifier: MIT
// The box that a task item starts with, and what its mark means.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/item.hpp"
#include "text/offset.hpp"

namespace oneonone {

/// What the character in a box means: `x` and `X` done, `-` dropped, `>` carried, any other single
/// character open; nothing for a letter or digit that `statuses` does not name.
std::optional<Mark> mark_of(std::string_view character, std::string_view statuses);

/// A box `[c]` in the text, followed by a blank or the line's end.
struct Box {
  Offset at = 0;    ///< the byte of the character
  Offset size = 0;  ///< its bytes
};

/// The box that starts at byte `at`, if one does.
std::optional<Box> box_at(std::string_view text, std::size_t at);

}  // namespace oneonone
