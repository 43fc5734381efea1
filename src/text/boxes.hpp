// SPDX-License-Identifier: MIT
// The lines of a note that may hold a task item, found without a parser: a superset, and cheap.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/item.hpp"
#include "text/sections.hpp"

namespace oneonone {

/// What the character in a box means: `x` and `X` done, `-` dropped, `>` carried, any other single
/// character open; nothing for a letter or digit that `statuses` does not name.
std::optional<Mark> mark_of(std::string_view character, std::string_view statuses);

/// A box `[c]` in the text, followed by a blank or the line's end.
struct Box {
  std::size_t at = 0;    ///< the byte of the character
  std::size_t size = 0;  ///< its bytes
};

/// The box that starts at byte `at`, if one does.
std::optional<Box> box_at(std::string_view text, std::size_t at);

/// A line with a box where before it stand only blanks, digits and the marks of lists and quotes.
struct BoxLine {
  Mark mark = Mark::open;
  std::string id;      ///< the id that ends the line; empty when none does
  bool since = false;  ///< the line holds a `since:` with a date
};

/// What a scan keeps of a note.
struct Sketch {
  std::vector<BoxLine> boxes;
  std::vector<std::string> ids;  ///< every `^id` that ends a line
  bool open = false;             ///< some box looks open
  /// Each box line is a task item of its own with the id that it shows: nothing in the note (a
  /// fence, HTML, nesting, an ignored heading) could make it something else.
  bool certain = false;
};

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
