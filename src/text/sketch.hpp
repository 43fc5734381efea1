// SPDX-License-Identifier: MIT
// What a scan of many notes keeps of each, found without a parser, and what it leaves to one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/item.hpp"
#include "text/sections.hpp"

namespace oneonone {

/// A line with the box of a task item.
struct BoxLine {
  Mark mark = Mark::open;
  std::string id;      ///< the item's id; empty when it shows none
  bool since = false;  ///< the line holds a `since:` with a date
};

/// What a scan keeps of a note.
struct Sketch {
  /// When certain the task items as a parser finds them, without those below an ignored heading and
  /// steps that show no id. Else more: each line with a box where before it stand only blanks,
  /// digits and the marks of lists and quotes, with the id that ends that line.
  std::vector<BoxLine> boxes;
  std::vector<std::string> ids;  ///< every `^id` that ends a line
  bool open = false;             ///< some box is open
  bool certain = false;
};

/// The ids of a note alone: a small part of the work.
std::vector<std::string> ids_of_note(std::string_view bytes);

Sketch sketch_note(std::string_view bytes, const Reading& reading);

/// What a parser must read to tell what is open in one tree of one person.
struct ToParse {
  /// For each note, in order: true for those with an open-looking box, those that share an id with
  /// one, and those where only a parser can tell whether what was carried was closed later.
  std::vector<bool> notes;
  /// Ids that a note to parse shows as carried, but that were surely closed in one that is left
  /// out; sorted.
  std::vector<std::string> closed;
};

ToParse notes_to_parse(const std::vector<Sketch>& sketches);

}  // namespace oneonone
