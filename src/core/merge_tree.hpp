// SPDX-License-Identifier: MIT
// A note as a merge sees it: items in items, and the other lines between them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/tasks.hpp"

namespace oneonone {

/// An item's own lines, from its box to the end of its first paragraph, at the margin.
struct ItemHead {
  Note note;
  Box box;
  ItemText text;

  const Item& item() const { return text.item; }
  std::string_view mark() const { return note.bytes().substr(box.at, box.size); }
};

/// What a line is, as far as its neighbours in a merge matter.
enum class LineKind {
  blank,
  words,  ///< goes on with a paragraph, or begins one
  other,  ///< begins a block of its own: a heading, a bullet, a fence
  item,   ///< an item with all that stands in it
};

/// The depth of a paragraph at the margin; headings have lower ones.
inline constexpr int paragraph_depth = -1;

/// A line, or an item with all that stands in it.
struct TreePart {
  LineKind kind = LineKind::blank;
  std::string line;      ///< without the indent of the items it stands in; empty for an item
  std::size_t item = 0;  ///< the index of the item's branch
  /// How deep it goes on with what stands above: its column in a list, below zero for a paragraph
  /// at the margin, lower for a heading, lowest for one of level 1.
  int depth = 0;
};

/// An item, or the whole body.
struct Branch {
  std::size_t parent = 0;
  std::string indent;  ///< what stands before its lines, less what stands before its parent's
  std::vector<TreePart> parts;
};

/// The body of a note. Branch 0 is the body itself, the others are its items in order.
struct NoteTree {
  std::vector<Branch> branches;
  std::vector<ItemHead> heads;  ///< by branch, less one

  const ItemHead& head(std::size_t branch) const { return heads[branch - 1]; }
};

NoteTree tree_of(const Note& note, const Reading& reading);

/// What a line is when it is no item.
LineKind kind_of_line(std::string_view line);

}  // namespace oneonone
