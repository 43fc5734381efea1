// SPDX-License-Identifier: MIT
// Adds list items to a note: at the end of a section, or in a new one.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "text/tasks.hpp"

namespace oneonone {

/// Where items go: the first section whose heading `fits`, else a new one named `title`.
struct Shelf {
  std::function<bool(const Heading&)> fits;
  std::string title;
};

/// `Carried forward`, the first topics section, or `Action items`.
Shelf carried_shelf();
Shelf topics_shelf(const Reading& reading);
Shelf actions_shelf();
/// `Wins` for "win", `Decisions` for "decision": the first section whose heading gives that kind.
Shelf kind_shelf(const std::string& kind);
/// `Blockers and asks`, and any other heading that makes what stands below it an ask. As
/// topics_shelf.
Shelf asks_shelf(const Reading& reading);

/// An edit that puts `lines` (each ending in `\n`; written with the note's own ending) behind the
/// last text of the shelf's section, or in a new section at the note's end.
Edit insert_items(const Note& note, const Outline& outline, const Shelf& shelf,
                  std::string_view lines);

/// The same in a new section at the top of the body: for a note whose end is inside something that
/// was never closed.
Edit insert_items_at_top(const Note& note, const Shelf& shelf, std::string_view lines);

}  // namespace oneonone
