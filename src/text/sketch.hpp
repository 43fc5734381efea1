// SPDX-License-Identifier: MIT
// What a scan of many notes keeps of each: its items, read far enough to tell which of them matter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/tasks.hpp"

namespace oneonone {

/// A task item before its words are read.
struct SeenItem {
  Mark mark = Mark::open;
  Section section = Section::plain;
  bool step = false;   ///< it is part of the item around it, unless it has an owner
  bool since = false;  ///< the line holds a `since:` with a date
  std::string id;      ///< empty when it shows none
  std::size_t line = 0;
  std::size_t from = 0, to = 0;  ///< its words, in Sketch::text
};

/// What a scan keeps of a note.
struct Sketch {
  /// The task items as Outline has them, without those below an ignored heading and steps that show
  /// no id.
  std::vector<SeenItem> items;
  std::string text;              ///< the words of the items, one after the other
  std::vector<std::string> ids;  ///< every `^id` that ends a line
};

/// The ids of a note alone: a small part of the work.
std::vector<std::string> ids_of_note(std::string_view bytes);

Sketch sketch_note(std::string_view bytes, const Reading& reading);

/// The item as Outline has it, but for where it stands in the note: that is its line alone.
Task read_seen(const SeenItem& item, const Sketch& sketch);

}  // namespace oneonone
