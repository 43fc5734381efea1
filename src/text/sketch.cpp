// SPDX-License-Identifier: MIT
// Looks for the bytes of boxes and ids first, and at the blocks only of notes that hold a box.
#include "text/sketch.hpp"

#include <algorithm>
#include <optional>

#include "text/blanks.hpp"
#include "text/blocks.hpp"
#include "text/boxes.hpp"
#include "text/item_text.hpp"
#include "text/note.hpp"
#include "text/plain_items.hpp"

namespace oneonone {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::string_view line_from(std::string_view text, std::size_t start) {
  return text.substr(start, end_of_line(text, start) - start);
}

/// What CommonMark allows between a line's start and an item's first paragraph.
bool is_container(char c) {
  return is_blank(c) || is_digit(c) || c == '>' || c == '-' || c == '*' || c == '+' || c == '.' ||
         c == ')';
}

bool only_containers_before(std::string_view text, std::size_t at) {
  while (at > 0 && is_container(text[at - 1])) --at;
  return at == 0 || is_line_end(text[at - 1]);
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || is_blank(text[at - 1]) || is_line_end(text[at - 1]);
}

std::vector<std::string> ids_in(std::string_view body) {
  std::vector<std::string> ids;
  ids.reserve(4);
  for (std::size_t at = 0; (at = body.find('^', at)) != std::string_view::npos; ++at) {
    if (!starts_word(body, at)) continue;
    std::size_t end = at + 1;
    while (end < body.size() && is_id_byte(body[end])) ++end;
    if (end == at + 1) continue;
    const bool ends_line = end == body.size() || is_line_end(body[end]);
    // Behind it tokens may follow, which id_of_line tells from words.
    if (ends_line || id_of_line(line_from(body, at)).data() == body.data() + at + 1) {
      ids.emplace_back(body.substr(at + 1, end - at - 1));
    }
  }
  return ids;
}

/// The place of the next box, from `at` on, where an item's may stand; std::string_view::npos when
/// there is none.
std::size_t next_box(std::string_view body, std::size_t at) {
  while ((at = body.find('[', at)) != std::string_view::npos) {
    if (box_at(body, at) && only_containers_before(body, at)) return at;
    ++at;
  }
  return std::string_view::npos;
}

std::optional<Mark> mark_at(std::string_view bytes, std::size_t at, const Reading& reading) {
  auto box = box_at(bytes, at);
  return box ? mark_of(bytes.substr(box->at, box->size), reading.statuses) : std::nullopt;
}

/// Every line that may hold an item.
std::vector<BoxLine> possible_items(std::string_view body, const Reading& reading) {
  std::vector<BoxLine> boxes;
  for (std::size_t at = 0; (at = next_box(body, at)) != std::string_view::npos; ++at) {
    auto mark = mark_at(body, at, reading);
    if (!mark) continue;
    std::string_view line = line_from(body, at);
    boxes.push_back({*mark, std::string(id_of_line(line)), has_since(line)});
  }
  return boxes;
}

/// Finds among the blocks of a note the items that Outline holds as well, and of these what a
/// BoxLine says. tests/laws/prefilter_test.cpp holds it to that.
class CertainItems {
 public:
  CertainItems(std::string_view bytes, const std::vector<Block>& blocks, const Reading& reading)
      : bytes_(bytes), blocks_(blocks), reading_(reading), sections_(reading.headings) {}

  /// Nothing when an item is not certain.
  std::optional<std::vector<BoxLine>> run() {
    task_marks_.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].is_heading())
        sections_.enter(blocks_[i].level, blocks_[i].title);
      else if (!item(i))
        return std::nullopt;
    }
    return std::move(boxes_);
  }

 private:
  bool item(std::size_t index) {
    const Block& block = blocks_[index];
    const auto around = block.parent ? task_marks_[*block.parent] : std::nullopt;
    task_marks_[index] = around;
    const auto mark = mark_at(bytes_, block.text, reading_);
    if (!mark) return true;
    const std::string_view text = line_from(bytes_, bytes_.find(']', block.text) + 1);
    // A box without words is none, but words may stand on the next line.
    if (is_blank(text)) return block.paragraph_end == block.text_line;
    task_marks_[index] = mark;
    if (sections_.current() == Section::ignored) return true;
    BoxLine box{*mark, id_of(block, text), has_since(text)};
    if (!box.id.empty() || !is_step(text, around)) boxes_.push_back(std::move(box));
    return true;
  }

  /// The last id that ends a line of the item's first paragraph.
  std::string id_of(const Block& block, std::string_view line) const {
    std::string_view id = id_of_line(line);
    for (std::size_t n = block.text_line; n < block.paragraph_end; ++n) {
      auto end = static_cast<std::size_t>(line.data() + line.size() - bytes_.data());
      line = line_from(bytes_, end + (bytes_.substr(end, 2) == "\r\n" ? 2 : 1));
      if (is_conflict_marker(line)) break;
      std::string_view words = line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
      if (auto later = id_of_line(words); !later.empty()) id = later;
    }
    return std::string(id);
  }

  bool is_step(std::string_view text, std::optional<Mark> around) const {
    text = trimmed(text);
    if (!around || !owner_of(text.substr(0, text.find_first_of(blanks))).empty()) return false;
    return sections_.current() != Section::topics || around != Mark::done;
  }

  std::string_view bytes_;
  const std::vector<Block>& blocks_;
  const Reading& reading_;
  Sections sections_;
  std::vector<std::optional<Mark>> task_marks_;  ///< of each block: its own or of the task around
  std::vector<BoxLine> boxes_;
};

std::optional<std::vector<BoxLine>> certain_items(std::string_view bytes, BodyStart body,
                                                  const Reading& reading) {
  const auto blocks = skim_blocks(bytes, body);
  return blocks ? CertainItems(bytes, *blocks, reading).run() : std::nullopt;
}

}  // namespace

std::vector<std::string> ids_of_note(std::string_view bytes) {
  return ids_in(bytes.substr(body_offset(bytes)));
}

Sketch sketch_note(std::string_view bytes, const Reading& reading) {
  Sketch sketch;
  const BodyStart start = body_start(bytes);
  const std::string_view body = bytes.substr(start.offset);
  sketch.ids = ids_in(body);
  auto items = plain_items(bytes, start.offset, reading);
  if (!items && next_box(body, 0) == std::string_view::npos) items.emplace();
  if (!items) items = certain_items(bytes, start, reading);
  sketch.certain = items.has_value();
  sketch.boxes = items ? std::move(*items) : possible_items(body, reading);
  sketch.open =
      std::ranges::any_of(sketch.boxes, [](const BoxLine& box) { return box.mark == Mark::open; });
  return sketch;
}

}  // namespace oneonone
