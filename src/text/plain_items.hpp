// SPDX-License-Identifier: MIT
// The items of a plain note: boxes stand in bullets at the margin, or in a bullet there, in a
// quote, or are numbered. Most notes are like that, and then what is an item shows line by line.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/sketch.hpp"

namespace oneonone {

/// True when an item is part of the task item around it (product.md, "An item", 3): it has no
/// owner, and is no point of its own below a ticked one. `text` is its first line, behind the box.
bool is_step(std::string_view text, std::optional<Mark> around, Section section);

/// Adds the items of a note to those of Sketches, their words still in `bytes`; false, after some
/// perhaps, when the note is not plain. A bullet at the margin is an item wherever it stands but in
/// code or HTML (CommonMark 5.2), since it closes all lists and quotes: so this looks out for code
/// and HTML at the margin, for headings that take items away, for how far the item's paragraph
/// goes, and for whether the last bullet or quote at the margin goes on. It leaves to others what
/// is not clear at one look.
bool add_plain_items(std::string_view bytes, BodyStart body, const Reading& reading,
                     std::vector<SeenItem>& items);

}  // namespace oneonone
