// SPDX-License-Identifier: MIT
// The first line of a block of the document, or of an item in a list of the document, ends all that
// stands before it: from there on the text reads the same on its own. So of each piece all is
// certain but the last such block, with which the next piece begins.
#include "text/pieces.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/blanks.hpp"

namespace oneonone {
namespace {

class Pieces {
 public:
  Pieces(const Note& note, PieceSizes sizes, const std::function<void(const Piece&)>& use)
      : note_(note), use_(use), begin_(note.body_line()) {
    const std::size_t body = note.bytes().size() - note.start(begin_);
    usual_size_ = size_ = body <= sizes.whole ? sizes.whole : sizes.piece;
  }

  void run() {
    while (begin_ <= note_.lines()) size_ = read() ? usual_size_ : 2 * size_;
  }

 private:
  /// Reads the next lines, and goes on behind those that are certain. False when none is.
  bool read() {
    // Behind the first piece it starts with the end of the line before: a BOM is text there.
    const bool is_first = begin_ == note_.body_line();
    const std::size_t from = note_.start(begin_) - (is_first ? 0 : 1);
    const std::size_t last = note_.line_at(std::min(from + size_, note_.bytes().size() - 1));
    try {
      const CmarkTree tree(note_.bytes().substr(from, note_.next(last) - from),
                           fair_memory(note_.bytes().size()));
      Piece piece{tree.root(), begin_ - (is_first ? 1 : 2), last + 1};
      if (last < note_.lines()) piece.end = last_start(piece);
      if (piece.end <= begin_) return false;
      use_(piece);
      begin_ = piece.end;
      return true;
    } catch (const TooMuchMarkdown&) {
      throw TooManyMarks(worst_line(last));
    }
  }

  /// Where to look for the marks in the lines up to `last`: at one that is as long as all the
  /// others, or else at the first.
  std::size_t worst_line(std::size_t last) const {
    std::size_t first = begin_;
    while (first < last && is_blank(note_.line(first))) ++first;
    std::size_t longest = first;
    for (std::size_t line = first; line <= last; ++line) {
      if (note_.line(line).size() > note_.line(longest).size()) longest = line;
    }
    const std::size_t all = note_.next(last) - note_.start(first);
    return 2 * note_.line(longest).size() > all ? longest : first;
  }

  /// Where the last block of the document starts, or the last item when that is a list; 0 when
  /// there is none.
  static std::size_t last_start(const Piece& piece) {
    cmark_node* last = cmark_node_last_child(piece.document);
    if (last == nullptr) return 0;
    const bool is_list = cmark_node_get_type(last) == CMARK_NODE_LIST;
    return piece.start_of(is_list ? cmark_node_last_child(last) : last);
  }

  const Note& note_;
  const std::function<void(const Piece&)>& use_;
  std::size_t begin_;  ///< the first line that is not read
  std::size_t size_ = 0, usual_size_ = 0;
};

}  // namespace

std::size_t Piece::line_of(int cmark_line) const {
  return line_before + static_cast<std::size_t>(std::max(cmark_line, 0));
}

std::size_t Piece::start_of(cmark_node* node) const {
  return line_of(cmark_node_get_start_line(node));
}

TooManyMarks::TooManyMarks(std::size_t line)
    : Error(Status::failed,
            fmt::format("too many marks to be read, from line {} on: break them up, or take them "
                        "out",
                        line)) {}

void parse_in_pieces(const Note& note, PieceSizes sizes,
                     const std::function<void(const Piece&)>& use) {
  if (note.body_line() <= note.lines()) Pieces(note, sizes, use).run();
}

}  // namespace oneonone
