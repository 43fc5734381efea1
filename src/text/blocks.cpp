// SPDX-License-Identifier: MIT
// Walks cmark's trees. cmark gives lines from 1 and columns in bytes from 1; a BOM is skipped by
// starting behind it.
#include "text/blocks.hpp"

#include <algorithm>

#include "text/blanks.hpp"
#include "text/pieces.hpp"

namespace oneonone {
namespace {

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
  explicit Walk(const Note& note) : note_(note) {}

  std::vector<Block> run(PieceSizes sizes) {
    parse_in_pieces(note_, sizes, [this](const Piece& piece) { walk(piece); });
    return std::move(blocks_);
  }

 private:
  void walk(const Piece& piece) {
    piece_ = &piece;
    CmarkIterator iterator(cmark_iter_new(piece.document));
    cmark_event_type event = CMARK_EVENT_NONE;
    while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const cmark_node_type type = cmark_node_get_type(node);
      if (type != CMARK_NODE_ITEM && type != CMARK_NODE_HEADING) continue;
      if (event == CMARK_EVENT_ENTER && piece.start_of(node) >= piece.end) return;
      if (type == CMARK_NODE_ITEM) item(node, event);
      if (type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER) heading(node);
    }
  }

  Offset byte_at(std::size_t line, int column) const {
    return offset(note_.start(line) + positive(column) - 1);
  }

  /// The last line that holds more than blanks and quote marks.
  Offset trimmed(std::size_t first, std::size_t last) const {
    last = std::min(std::max(first, last), note_.lines());
    while (last > first && note_.line(last).find_first_not_of(" \t>") == std::string_view::npos) {
      --last;
    }
    return offset(last);
  }

  /// cmark ends a heading that is underlined (4.3) one line too late when text follows it.
  Offset end_of_heading(std::size_t first, std::size_t last) const {
    for (std::size_t line = first + 1; line <= std::min(last, note_.lines()); ++line) {
      const std::string_view text = note_.line(line);
      const std::size_t start = text.find_first_not_of(' ');
      const std::size_t end = text.find_last_not_of(blanks);
      if (start == std::string_view::npos || (text[start] != '=' && text[start] != '-')) continue;
      if (text.find_first_not_of(text[start], start) > end) return offset(line);
    }
    return offset(std::max(first, last));
  }

  void heading(cmark_node* node) {
    if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT) return;
    Block block;
    block.first_line = offset(piece_->start_of(node));
    block.last_line =
        end_of_heading(block.first_line, piece_->line_of(cmark_node_get_end_line(node)));
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
    block.first_line = offset(piece_->start_of(node));
    block.marker = byte_at(block.first_line, cmark_node_get_start_column(node));
    block.text_line = offset(piece_->start_of(paragraph));
    block.text = byte_at(block.text_line, cmark_node_get_start_column(paragraph));
    block.paragraph_end =
        trimmed(block.text_line, piece_->line_of(cmark_node_get_end_line(paragraph)));
    block.last_line = trimmed(block.paragraph_end, piece_->line_of(cmark_node_get_end_line(node)));
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
  const Piece* piece_ = nullptr;
  std::vector<OpenItem> open_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> parse_blocks(const Note& note, PieceSizes sizes) {
  return Walk(note).run(sizes);
}

}  // namespace oneonone
