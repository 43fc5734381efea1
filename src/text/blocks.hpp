// SPDX-License-Identifier: MIT
// The blocks of a note that items are made of: headings and list items, as CommonMark has them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "error.hpp"
#include "text/note.hpp"
#include "text/offset.hpp"

namespace oneonone {

/// A heading of the document, or a list item that starts with a paragraph, wherever it stands.
struct Block {
  Offset first_line = 0, last_line = 0;
  int level = 0;      ///< of a heading, 1 to 6; 0 for an item
  std::string title;  ///< of a heading, without its markup

  Offset marker = 0;         ///< the byte of an item's list marker
  Offset text_line = 0;      ///< where its paragraph starts,
  Offset text = 0;           ///< at this byte,
  Offset paragraph_end = 0;  ///< and the paragraph's last line
  std::optional<std::size_t>
      parent;          ///< the block of the item around it; none when that is left out
  bool outer = false;  ///< it stands in no other list item and in no quote

  bool is_heading() const { return level > 0; }
  bool operator==(const Block&) const = default;
};

/// How many bytes of a body are parsed at once.
struct PieceSizes {
  std::size_t whole = std::size_t{128} * 1024;  ///< a body of this size is not cut
  std::size_t piece = std::size_t{64} * 1024;
};

/// Thrown for a note with a block that takes more memory to parse than a note is given: hundreds of
/// kilobytes that are nearly all marks.
struct TooManyMarks : Error {
  /// `line` is where to look for them.
  explicit TooManyMarks(std::size_t line);
};

/// The blocks of a note's body in order, from cmark. Lines of an item end with its last text. In a
/// body that is cut, a link of a heading is known only where it is defined in the same piece.
std::vector<Block> parse_blocks(const Note& note, PieceSizes sizes = {});

/// The same without a parser, for notes made of what people write every day: headings, lists nested
/// by blanks, paragraphs, fences, indented code, quotes, comments and some HTML. Nothing for a note
/// that holds anything else: what it gives, parse_blocks gives (a law in tests/laws/skim_test.cpp).
std::optional<std::vector<Block>> skim_blocks(std::string_view bytes, BodyStart body);

/// The blocks of a note, from the quicker of the two that knows them.
std::vector<Block> blocks_of(const Note& note);

/// The same for what is asked of a line and those before it. Of blocks that begin behind the
/// line's paragraph some may be missing, and those around it may end too early.
std::vector<Block> blocks_up_to(const Note& note, std::size_t line);

/// Throws TooManyMarks where blocks_of would.
void require_blocks(std::string_view bytes);

}  // namespace oneonone
