// SPDX-License-Identifier: MIT
// The items of a plain note: every box stands in a bullet at the margin. Most notes are like that,
// and then what is an item shows line by line, without the blocks around it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/sketch.hpp"

namespace oneonone {

/// The items of a Sketch, their words still in `bytes`; nothing for a note that is not plain. Such
/// a line is an item wherever it stands but in code or HTML (CommonMark 5.2), since it closes all
/// lists and quotes: so this looks out for code and HTML at the margin, for headings that take
/// items away, and for how far the item's paragraph goes, and leaves to others what is not clear at
/// one look.
std::optional<std::vector<SeenItem>> plain_items(std::string_view bytes, BodyStart body,
                                                 const Reading& reading);

}  // namespace oneonone
