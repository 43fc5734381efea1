// SPDX-License-Identifier: MIT
// Walks cmark's trees. cmark gives lines from 1 and columns in bytes from 1; a BOM is skipped by
// starting behind it.
//
// A large body is parsed in pieces, since a tree takes up to 180 times the memory of its text. The
// first line of a block of the document, or of an item in a list of the document, ends everything
// before it: from there on the text reads the same on its own. So of each piece all is certain but
// the last such block, with which the next piece begins.
#include "text/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cmark_tree.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

/// What a note is given to be parsed with, for each of its bytes; a small note is taken for larger.
constexpr std::size_t memory_a_byte = 48;
constexpr std::size_t least_text = std::size_t{1} << 20;

std::string inline_text(cmark_node* node) {
  CmarkIterator iterator(cmark_iter_new(node));
  std::string text;
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* part = cmark_iter_get_node(iterator.get());
    cmark_node_type type = cmark_node_get_type(part);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += cmark_node_get_literal(part);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return text;
}

std::size_t positive(int value) {
  return value > 0 ? static_cast<std::size_t>(value) : 0;
}

class Walk {
 public:
  Walk(const Note& note, std::size_t piece)
      : note_(note),
        begin_(note.body_line()),
        size_(piece),
        most_memory_(memory_a_byte * std::max(note.bytes().size(), least_text)) {}

  std::vector<Block> run() {
    const std::size_t piece = size_;
    while (begin_ <= note_.lines()) {
      if (read_piece())
        size_ = piece;
      else
        size_ *= 2;
    }
    return std::move(blocks_);
  }

 private:
  /// Reads the next lines, and goes on behind those that are certain. False when none is.
  bool read_piece() {
    // Behind the first piece it starts with the end of the line before: a BOM is text there.
    const bool is_first = begin_ == note_.body_line();
    const std::size_t from = note_.start(begin_) - (is_first ? 0 : 1);
    const std::size_t last = note_.line_at(std::min(from + size_, note_.bytes().size() - 1));
    first_line_ = begin_ - (is_first ? 1 : 2);
    const CmarkTree tree = parse(note_.bytes().substr(from, note_.next(last) - from));
    const std::size_t next = last == note_.lines() ? last + 1 : line_of_last(tree.root());
    if (next <= begin_) return false;
    walk(tree.root(), next);
    begin_ = next;
    return true;
  }

  CmarkTree parse(std::string_view text) const {
    try {
      return CmarkTree(text, most_memory_);
    } catch (const TooMuchMarkdown&) {
      throw TooManyMarks(first_with_text());
    }
  }

  std::size_t first_with_text() const {
    std::size_t line = begin_;
    while (line < note_.lines() && is_blank(note_.line(line))) ++line;
    return line;
  }

  /// Where the last block of the document starts, or the last item when that is a list; 0 when
  /// there is none.
  std::size_t line_of_last(cmark_node* document) const {
    cmark_node* last = cmark_node_last_child(document);
    if (last == nullptr) return 0;
    if (cmark_node_get_type(last) == CMARK_NODE_LIST) last = cmark_node_last_child(last);
    return line_of(cmark_node_get_start_line(last));
  }

  /// Takes the blocks before a line.
  void walk(cmark_node* document, std::size_t end) {
    CmarkIterator iterator(cmark_iter_new(document));
    cmark_event_type event = CMARK_EVENT_NONE;
    while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const cmark_node_type type = cmark_node_get_type(node);
      if (type != CMARK_NODE_ITEM && type != CMARK_NODE_HEADING) continue;
      if (event == CMARK_EVENT_ENTER && line_of(cmark_node_get_start_line(node)) >= end) return;
      if (type == CMARK_NODE_ITEM) item(node, event);
      if (type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER) heading(node);
    }
  }

  std::size_t line_of(int cmark_line) const { return first_line_ + positive(cmark_line); }

  std::size_t byte_at(std::size_t line, int column) const {
    return note_.start(line) + positive(column) - 1;
  }

  /// The last line that holds more than blanks and quote marks.
  std::size_t trimmed(std::size_t first, std::size_t last) const {
    last = std::min(std::max(first, last), note_.lines());
    while (last > first && note_.line(last).find_first_not_of(" \t>") == std::string_view::npos) {
      --last;
    }
    return last;
  }

  /// cmark ends a heading that is underlined (4.3) one line too late when text follows it.
  std::size_t end_of_heading(std::size_t first, std::size_t last) const {
    for (std::size_t line = first + 1; line <= std::min(last, note_.lines()); ++line) {
      const std::string_view text = note_.line(line);
      const std::size_t start = text.find_first_not_of(' ');
      const std::size_t end = text.find_last_not_of(blanks);
      if (start == std::string_view::npos || (text[start] != '=' && text[start] != '-')) continue;
      if (text.find_first_not_of(text[start], start) > end) return line;
    }
    return std::max(first, last);
  }

  void heading(cmark_node* node) {
    if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT) return;
    Block block;
    block.first_line = line_of(cmark_node_get_start_line(node));
    block.last_line = end_of_heading(block.first_line, line_of(cmark_node_get_end_line(node)));
    block.level = cmark_node_get_heading_level(node);
    block.title = inline_text(node);
    blocks_.push_back(std::move(block));
  }

  void item(cmark_node* node, cmark_event_type event) {
    if (event == CMARK_EVENT_EXIT) {
      if (!open_.empty() && open_.back().node == node) open_.pop_back();
      return;
    }
    cmark_node* paragraph = cmark_node_first_child(node);
    if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return;
    Block block;
    block.first_line = line_of(cmark_node_get_start_line(node));
    block.marker = byte_at(block.first_line, cmark_node_get_start_column(node));
    block.text_line = line_of(cmark_node_get_start_line(paragraph));
    block.text = byte_at(block.text_line, cmark_node_get_start_column(paragraph));
    block.paragraph_end = trimmed(block.text_line, line_of(cmark_node_get_end_line(paragraph)));
    block.last_line = trimmed(block.paragraph_end, line_of(cmark_node_get_end_line(node)));
    if (!open_.empty()) block.parent = open_.back().block;
    cmark_node* around = cmark_node_parent(cmark_node_parent(node));
    block.outer = cmark_node_get_type(around) == CMARK_NODE_DOCUMENT;
    open_.push_back({node, blocks_.size()});
    blocks_.push_back(std::move(block));
  }

  struct OpenItem {
    cmark_node* node;
    std::size_t block;
  };

  const Note& note_;
  std::size_t begin_;  ///< the first line that is not read
  std::size_t size_;   ///< about how many bytes to read at once
  std::size_t most_memory_;
  std::size_t first_line_ = 0;  ///< the line before cmark's first
  std::vector<OpenItem> open_;
  std::vector<Block> blocks_;
};

}  // namespace

TooManyMarks::TooManyMarks(std::size_t line)
    : Error(Status::failed,
            fmt::format("line {} begins a block of too many marks to be read: break it up, or take "
                        "it out",
                        line)) {}

std::vector<Block> parse_blocks(const Note& note, PieceSizes sizes) {
  if (note.body_line() > note.lines()) return {};
  const std::size_t body = note.bytes().size() - note.start(note.body_line());
  return Walk(note, body <= sizes.whole ? sizes.whole : sizes.piece).run();
}

}  // namespace oneonone
