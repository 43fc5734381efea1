// SPDX-License-Identifier: MIT
// Copies an item out of its note: its lines re-based to the margin, without what stays behind.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "text/tasks.hpp"

namespace oneonone {

struct Piece;

/// What blocks the items of a note are made of, read once, when the first is asked for. The note
/// must outlive it.
class ItemShapes {
 public:
  explicit ItemShapes(const Note& note) : note_(&note) {}

  /// A number for an item's blocks; 0 when that is not known.
  std::size_t of(const ListItem& item);

 private:
  struct Shape {
    std::size_t marker, hash;
  };
  void read();
  void add(const Piece& piece);

  const Note* note_;
  std::optional<std::vector<Shape>> shapes_;
};

/// The item's lines as a list item at the margin, each with `\n`, without the nested task items for
/// which `stays` holds. Nothing when the copy would not read as the same blocks: then the item must
/// stay where it is.
std::optional<std::string> carve(const Note& note, const Outline& outline, const ListItem& item,
                                 ItemShapes& shapes, const std::function<bool(std::size_t)>& stays);

}  // namespace oneonone
