// SPDX-License-Identifier: MIT
// Parses the body of a note, a large one piece by piece: a tree takes up to two hundred times
// the memory of its text.
#pragma once

#include <cstddef>
#include <functional>

#include "cmark_tree.hpp"
#include "text/blocks.hpp"
#include "text/note.hpp"

namespace oneonone {

/// Some lines of a body as cmark has them. The blocks that begin in the lines up to `end` are those
/// of the whole body; the others come again in the next piece.
struct Piece {
  cmark_node* document;
  std::size_t line_before;  ///< the line of the note before the document's first
  std::size_t end;          ///< the first line of the next piece

  /// The line of the note that a line of the document is.
  std::size_t line_of(int cmark_line) const;
  /// The line of the note that a block starts on.
  std::size_t start_of(cmark_node* node) const;
};

/// Calls `use` for one piece after the other. Throws TooManyMarks.
void parse_in_pieces(const Note& note, PieceSizes sizes,
                     const std::function<void(const Piece&)>& use);

}  // namespace oneonone
