// SPDX-License-Identifier: MIT
// Re-bases lines by columns and proves with cmark that the copy reads like the original.
#include "text/carve.hpp"

#include <algorithm>
#include <functional>

#include "text/blanks.hpp"
#include "text/pieces.hpp"

namespace oneonone {
namespace {

std::size_t joined(std::size_t hash, std::size_t more) {
  return (hash ^ more) * 0x9E3779B97F4A7C15U + (hash >> 29U);
}

/// What a block is by itself. Inline text is left out, since a link's definition may stand
/// elsewhere in the note.
std::size_t hash_of(cmark_node* block) {
  const cmark_node_type type = cmark_node_get_type(block);
  const bool has_text = type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK;
  const std::string_view text = has_text ? cmark_node_get_literal(block) : "";
  return joined(static_cast<std::size_t>(type), std::hash<std::string_view>()(text));
}

bool has_inside(cmark_node* block) {
  const cmark_node_type type = cmark_node_get_type(block);
  return type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK &&
         type != CMARK_NODE_THEMATIC_BREAK;
}

using UseShape = std::function<void(cmark_node* item, std::size_t shape)>;

/// Calls `use` for each list item with its shape: a number made of its blocks and theirs, in order,
/// which must be the same in a copy. Each block is looked at once, however deep it stands.
void find_shapes(cmark_node* document, const UseShape& use) {
  CmarkIterator iterator(cmark_iter_new(document));
  std::vector<std::size_t> around{0};
  cmark_event_type event = CMARK_EVENT_NONE;
  while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
    cmark_node* block = cmark_iter_get_node(iterator.get());
    if (cmark_node_get_type(block) > CMARK_NODE_LAST_BLOCK) continue;
    if (event == CMARK_EVENT_ENTER) around.push_back(hash_of(block));
    if (event == CMARK_EVENT_ENTER && has_inside(block)) continue;
    const std::size_t shape = around.back();
    around.pop_back();
    around.back() = joined(around.back(), shape);
    if (cmark_node_get_type(block) == CMARK_NODE_ITEM) use(block, shape);
  }
}

/// The shape of a text that is one list of one item; else 0.
std::size_t shape_of_copy(std::string_view text) try {
  const CmarkTree document(text, fair_memory(text.size()));
  cmark_node* list = cmark_node_first_child(document.root());
  if (list == nullptr || cmark_node_next(list) != nullptr) return 0;
  cmark_node* item = cmark_node_first_child(list);
  if (cmark_node_get_type(list) != CMARK_NODE_LIST || cmark_node_next(item) != nullptr) return 0;
  std::size_t outermost = 0;
  find_shapes(document.root(), [&outermost](cmark_node*, std::size_t shape) { outermost = shape; });
  return outermost;
} catch (const TooMuchMarkdown&) {
  return 0;
}

constexpr std::size_t tab_stop = 4;

std::size_t column_after(char c, std::size_t column) {
  return c == '\t' ? (column / tab_stop + 1) * tab_stop : column + 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t column = 0;
  for (char c : text) column = column_after(c, column);
  return column;
}

/// A line of the item less the `margin` columns of its containers. Blanks that are left become
/// spaces, since tabs would stop elsewhere. A line that starts earlier continues a paragraph
/// lazily: at column 6 it can do nothing else.
std::string rebased(std::string_view line, std::size_t margin, std::size_t quotes) {
  std::size_t column = 0;
  std::size_t at = 0;
  while (at < line.size() && column < margin) {
    bool quote = line[at] == '>' && quotes > 0;
    if (line[at] != ' ' && line[at] != '\t' && !quote) break;
    quotes -= quote ? 1U : 0U;
    column = column_after(line[at++], column);
  }
  std::size_t text = line.find_first_not_of(" \t", at);
  if (text == std::string_view::npos) return {};
  if (column < margin) return std::string(6, ' ') + std::string(line.substr(at));
  std::size_t indent = column;
  for (std::size_t i = at; i < text; ++i) indent = column_after(line[i], indent);
  return std::string(indent - margin, ' ') + std::string(line.substr(text));
}

std::vector<std::string> rebased_lines(const Note& note, const ListItem& item) {
  std::size_t start = note.start(item.first_line);
  std::string_view before = note.bytes().substr(start, item.marker - start);
  std::size_t margin = columns_of(before);
  auto quotes = static_cast<std::size_t>(std::ranges::count(before, '>'));
  std::vector<std::string> lines{
      std::string(note.bytes().substr(item.marker, note.end(item.first_line) - item.marker))};
  for (std::size_t line = item.first_line + 1; line <= item.last_line; ++line) {
    bool verbatim = margin == 0;
    lines.push_back(verbatim ? std::string(note.line(line))
                             : rebased(note.line(line), margin, quotes));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

std::size_t ItemShapes::of(const ListItem& item) {
  if (!shapes_) read();
  const auto found = std::ranges::lower_bound(*shapes_, item.marker, {}, &Shape::marker);
  return found != shapes_->end() && found->marker == item.marker ? found->hash : 0;
}

void ItemShapes::read() {
  shapes_.emplace();
  try {
    parse_in_pieces(*note_, {}, [this](const Piece& piece) { add(piece); });
    std::ranges::sort(*shapes_, {}, &Shape::marker);
  } catch (const TooManyMarks&) {
    // The note was read without a parser. What is not known to be the same is not copied.
    shapes_->clear();
  }
}

void ItemShapes::add(const Piece& piece) {
  find_shapes(piece.document, [&](cmark_node* item, std::size_t shape) {
    const std::size_t line = piece.start_of(item);
    if (line >= piece.end) return;
    const auto column = static_cast<std::size_t>(cmark_node_get_start_column(item));
    shapes_->push_back({note_->start(line) + column - 1, shape});
  });
}

std::optional<std::string> carve(const Note& note, const Outline& outline, const ListItem& item,
                                 ItemShapes& shapes,
                                 const std::function<bool(std::size_t)>& stays) {
  std::vector<std::string> lines = rebased_lines(note, item);
  const std::size_t shape = shape_of_copy(joined(lines));
  if (shape == 0) return std::nullopt;
  // At the margin nothing was moved.
  const bool verbatim = item.marker == note.start(item.first_line);
  if (!verbatim && shape != shapes.of(item)) return std::nullopt;
  std::vector<bool> leave(lines.size());
  const std::vector<Task>& tasks = outline.tasks;
  const auto inside = std::ranges::upper_bound(tasks, item.marker, {}, &Task::marker);
  for (auto nested = inside; nested != tasks.end() && nested->first_line <= item.last_line;
       ++nested) {
    if (!stays(static_cast<std::size_t>(nested - tasks.begin()))) continue;
    for (std::size_t line = nested->first_line; line <= nested->last_line; ++line) {
      leave[line - item.first_line] = true;
    }
  }
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!leave[i]) kept.push_back(std::move(lines[i]));
  }
  while (kept.size() > 1 && is_blank(kept.back())) {
    kept.pop_back();
  }
  return joined(kept);
}

}  // namespace oneonone
