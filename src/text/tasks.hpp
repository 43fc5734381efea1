// SPDX-License-Identifier: MIT
// The task items and headings of a note, as CommonMark and GFM 5.3 have them: cmark finds the
// blocks, the first bytes of an item's first paragraph are the box.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/blocks.hpp"
#include "text/boxes.hpp"
#include "text/item_text.hpp"
#include "text/note.hpp"
#include "text/sections.hpp"

namespace oneonone {

/// Where a list item stands.
struct ListItem {
  Offset first_line = 0, last_line = 0;  ///< its lines, without blank ones at its end
  Offset marker = 0;                     ///< the byte of its list marker
  Offset paragraph_end = 0;              ///< the last line of its first paragraph
};

/// A list item whose first paragraph starts with a box.
struct Task : ListItem {
  Offset box_line = 0;  ///< the line of the box
  Box box;
  std::optional<std::size_t> parent;  ///< the task item it stands in, as an index
  Section section = Section::plain;
  Role role = Role::none;
  bool odd_mark = false;  ///< open, but neither ` ` nor `/`
  ItemText text;

  const Item& item() const { return text.item; }
};

/// The edit that puts a character into the box of a task item.
inline Edit set_mark(const Task& task, char mark) {
  return {task.box.at, task.box.size, std::string(1, mark)};
}

/// A list item without a box that starts with a paragraph.
struct Bullet : ListItem {
  std::size_t line = 0;  ///< where its text starts
  std::size_t text = 0;  ///< the byte where it starts
  bool outer = false;    ///< it stands in no other list item and in no quote
};

struct Heading {
  std::size_t line = 0, last_line = 0;
  int level = 1;
  std::string text;
  Section section = Section::plain;  ///< of the items below it
};

/// What a note holds, in the order of its lines.
struct Outline {
  std::vector<Task> tasks;
  std::vector<Bullet> bullets;
  std::vector<Heading> headings;

  /// The heading that a line stands below; nothing above the first.
  const Heading* heading_above(std::size_t line) const;
};

/// The last line of the task's words: of its first paragraph, or before a git conflict marker in
/// it.
std::size_t last_line_of(const Note& note, const Task& task);

/// The task item that a block is, without what stands around it: its parent, section and role.
/// Nothing for a bullet without a box.
std::optional<Task> task_of(const Note& note, const Block& block, const Reading& reading);

Outline outline_of(const Note& note, const Reading& reading);

/// The headings of the outline alone.
std::vector<Heading> headings_of(const Note& note, const Reading& reading);

}  // namespace oneonone
