// SPDX-License-Identifier: MIT
// Looks for the bytes of boxes and ids first, and at the blocks only of notes that hold a box.
#include "text/sketch.hpp"

#include <algorithm>
#include <optional>

#include "model/date.hpp"
#include "text/blanks.hpp"
#include "text/blocks.hpp"
#include "text/boxes.hpp"
#include "text/item_text.hpp"
#include "text/note.hpp"

namespace oneonone {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::size_t line_start(std::string_view text, std::size_t at) {
  while (at > 0 && !is_line_end(text[at - 1])) --at;
  return at;
}

std::string_view line_from(std::string_view text, std::size_t start) {
  return text.substr(start, end_of_line(text, start) - start);
}

/// Containers only: what CommonMark allows between a line's start and an item's first paragraph.
bool only_containers(std::string_view prefix) {
  return prefix.find_first_not_of(" \t>-*+.)0123456789") == std::string_view::npos;
}

/// True for a `since:` with a date that is a word of the line.
bool has_since(std::string_view line) {
  constexpr std::string_view key = "since";
  for (std::size_t at = 0; (at = line.find(':', at)) != std::string_view::npos; ++at) {
    if (at <= key.size() || line.substr(at - key.size(), key.size()) != key) continue;
    char before = line[at - key.size() - 1];
    std::string_view after = line.substr(std::min(at + 11, line.size()), 1);
    bool alone = (before == ' ' || before == '\t') && (after.empty() || is_blank(after));
    if (alone && Date::parse(line.substr(at + 1, 10))) return true;
  }
  return false;
}

std::vector<std::string> ids_in(std::string_view body) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; (at = body.find('^', at)) != std::string_view::npos; ++at) {
    std::string_view id = id_of_line(line_from(body, line_start(body, at)));
    // The last `^` of a line is the one that can start its id.
    if (id.data() == body.data() + at + 1) ids.emplace_back(id);
  }
  return ids;
}

/// The place of the next box, from `at` on, where an item's may stand; std::string_view::npos when
/// there is none.
std::size_t next_box(std::string_view body, std::size_t at) {
  while ((at = body.find('[', at)) != std::string_view::npos) {
    std::size_t start = line_start(body, at);
    if (box_at(body, at) && only_containers(body.substr(start, at - start))) return at;
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
  sketch.certain = next_box(body, 0) == std::string_view::npos;
  if (sketch.certain) return sketch;
  auto items = certain_items(bytes, start, reading);
  sketch.certain = items.has_value();
  sketch.boxes = items ? std::move(*items) : possible_items(body, reading);
  sketch.open =
      std::ranges::any_of(sketch.boxes, [](const BoxLine& box) { return box.mark == Mark::open; });
  return sketch;
}

}  // namespace oneonone
