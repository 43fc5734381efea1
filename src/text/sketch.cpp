// SPDX-License-Identifier: MIT
// Looks at how lines begin; at the blocks of a note only when that does not tell, and asks the
// parser last.
#include "text/sketch.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "model/date.hpp"
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

/// Behind a quote's mark, too, stands a word.
bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || is_blank(text[at - 1]) || is_line_end(text[at - 1]) || text[at - 1] == '>';
}

/// The id that ends the line of a caret, and where that line ends; an empty id when none does.
struct CaretLine {
  std::string_view id;
  std::size_t end = 0;
};

CaretLine caret_line(std::string_view text, std::size_t caret, BodyStart body) {
  if (caret != body.offset && !starts_word(text, caret)) return {{}, caret + 1};
  const std::string_view rest = line_from(text, caret);
  return {id_of_line(rest), caret + rest.size()};
}

/// True when a box stands where an item's may.
bool has_box(std::string_view body) {
  for (std::size_t at = 0; (at = body.find('[', at)) != std::string_view::npos; ++at) {
    if (box_at(body, at) && only_containers_before(body, at)) return true;
  }
  return false;
}

/// The items among the blocks of a note, before their words are read.
class SeenItems {
 public:
  SeenItems(std::string_view bytes, const std::vector<Block>& blocks, const Reading& reading,
            std::vector<SeenItem>& items)
      : bytes_(bytes),
        blocks_(blocks),
        reading_(reading),
        sections_(reading.headings),
        items_(items) {}

  /// False when an item is not certain.
  bool add() {
    task_marks_.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].is_heading())
        sections_.enter(blocks_[i].level, blocks_[i].title);
      else if (!item(i))
        return false;
    }
    return true;
  }

 private:
  bool item(std::size_t index) {
    const Block& block = blocks_[index];
    const auto around = block.parent ? task_marks_[*block.parent] : std::nullopt;
    task_marks_[index] = around;
    const auto box = box_at(bytes_, block.text);
    const auto mark =
        box ? mark_of(bytes_.substr(box->at, box->size), reading_.statuses) : std::nullopt;
    if (!mark) return true;
    const std::size_t from = box->at + box->size + 1;
    const std::string_view text = line_from(bytes_, from);
    // A box without words is none, but words may stand on the next line.
    if (is_blank(text)) return block.paragraph_end == block.text_line;
    task_marks_[index] = mark;
    if (sections_.current() == Section::ignored) return true;
    SeenItem item{*mark,
                  sections_.current(),
                  is_step(text, around, sections_.current()),
                  0,
                  block.text_line,
                  TextRange::between(from, from + text.size()),
                  range_in(bytes_, id_of_line(text))};
    add_later_lines(block, item);
    items_.push_back(item);
    return true;
  }

  /// The item's first paragraph may go on; the last id that ends a line of it counts.
  void add_later_lines(const Block& block, SeenItem& item) const {
    for (std::size_t n = block.text_line; n < block.paragraph_end; ++n) {
      const std::size_t end = item.words.to;
      const bool two = bytes_.substr(end, 2) == "\r\n";
      const std::string_view line = line_from(bytes_, end + (two ? 2 : 1));
      if (is_conflict_marker(line)) return;
      const std::string_view words =
          line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
      if (const auto id = id_of_line(words); !id.empty()) item.id = range_in(bytes_, id);
      item.words.to = range_in(bytes_, line).to;
    }
  }

  std::string_view bytes_;
  const std::vector<Block>& blocks_;
  const Reading& reading_;
  Sections sections_;
  std::vector<std::optional<Mark>> task_marks_;  ///< of each block: its own or of the task around
  std::vector<SeenItem>& items_;
};

bool add_skimmed_items(std::string_view bytes, BodyStart body, const Reading& reading,
                       std::vector<SeenItem>& items) {
  const auto blocks = skim_blocks(bytes, body);
  return blocks && SeenItems(bytes, *blocks, reading, items).add();
}

void add_parsed_items(std::string_view bytes, const Reading& reading,
                      std::vector<SeenItem>& items) {
  const Note note{std::string(bytes)};
  for (const Task& task : outline_of(note, reading).tasks) {
    const Item& item = task.item();
    const bool step = task.role == Role::step;
    if (task.role == Role::none) continue;
    const std::size_t id = task.text.id_at + 1;
    items.push_back(
        {item.mark, task.section, step, 0, task.box_line,
         TextRange::between(task.box.at + task.box.size + 1, note.end(last_line_of(note, task))),
         item.id.empty() ? TextRange() : TextRange::between(id, id + item.id.size())});
  }
}

void add_items(std::string_view bytes, BodyStart body, const Reading& reading,
               std::vector<SeenItem>& items) {
  const std::size_t before = items.size();
  if (add_plain_items(bytes, body, reading, items)) return;
  items.resize(before);
  if (!has_box(bytes.substr(body.offset))) return;
  if (add_skimmed_items(bytes, body, reading, items)) return;
  items.resize(before);
  add_parsed_items(bytes, reading, items);
}

/// Adds every `^id` that ends a line, but those that the items show. Both stand in order.
void add_ids_beside(std::span<const SeenItem> items, std::string_view bytes, BodyStart body,
                    std::vector<std::string>& ids) {
  auto item = items.begin();
  std::size_t at = body.offset;
  while ((at = bytes.find('^', at)) != std::string_view::npos) {
    while (item != items.end() && item->id.from <= at) ++item;
    if (item != items.end() && item->id.from == at + 1) {
      at = item->id.to;
      continue;
    }
    const CaretLine line = caret_line(bytes, at, body);
    if (!line.id.empty()) ids.emplace_back(line.id);
    at = line.end;
  }
}

/// The note without what is of no use: there are no items and no ids behind the last mark of one,
/// and an item's paragraph ends at a blank line. What begins behind it changes nothing before it.
std::string_view until_last_mark(std::string_view bytes, BodyStart body) {
  const std::size_t last = last_of('[', '^', bytes, body.offset);
  return bytes.substr(0, last == body.offset ? last : bytes.find("\n\n", last));
}

/// False for what is closed, or part of another, and has no copies: nobody asks what it says.
bool may_matter(const SeenItem& item) {
  return !item.id.empty() || (!is_closed(item.mark) && !item.step);
}

}  // namespace

std::vector<std::string> ids_of_note(std::string_view bytes) {
  std::vector<std::string> ids;
  add_ids_beside({}, bytes, body_start(bytes), ids);
  return ids;
}

TextRange range_in(std::string_view text, std::string_view part) {
  if (part.data() == nullptr) return {};
  const auto from = static_cast<std::size_t>(part.data() - text.data());
  return TextRange::between(from, from + part.size());
}

void Sketches::add(std::size_t number, std::string_view bytes, const Reading& reading) {
  // Most come to more; to grow to it step by step is a hundredth of the work.
  if (text.empty()) text.reserve(4096);
  const BodyStart body = body_start(bytes);
  bytes = until_last_mark(bytes, body);
  const auto before = static_cast<std::ptrdiff_t>(items.size());
  add_items(bytes, body, reading, items);
  const auto first = items.begin() + before;
  items.erase(
      std::remove_if(first, items.end(), [](const SeenItem& item) { return !may_matter(item); }),
      items.end());
  add_ids_beside({first, items.end()}, bytes, body, other_ids);
  for (auto item = first; item != items.end(); ++item) {
    item->note = offset(number);
    keep_words(*item, bytes);
  }
}

/// Copies the words of an item of the note.
void Sketches::keep_words(SeenItem& item, std::string_view bytes) {
  const std::string_view words = item.words.of(bytes);
  const std::size_t from = text.size();
  const std::size_t id = item.id.empty() ? from : from + (item.id.from - item.words.from);
  item.id = TextRange::between(id, id + (item.id.to - item.id.from));
  item.words = TextRange::between(from, from + words.size());
  text += words;
}

bool Sketches::has_since(const SeenItem& item) const {
  const std::string_view line = line_from(item.words.of(text), 0);
  constexpr std::string_view key = "since";
  for (std::size_t at = 0; (at = line.find(':', at)) != std::string_view::npos; ++at) {
    if (at <= key.size() || line.substr(at - key.size(), key.size()) != key) continue;
    const char before = line[at - key.size() - 1];
    const std::string_view after = line.substr(std::min(at + 11, line.size()), 1);
    const bool alone = is_blank(before) && is_blank(after);
    if (alone && Date::parse(line.substr(at + 1, 10))) return true;
  }
  return false;
}

void read_seen(const SeenItem& item, const Sketches& sketches, Task& task) {
  task.box_line = item.line;
  task.section = item.section;
  read_words(sketches.text, item.words.from, item.words.to, sketches.id_of(item), task.text.item);
  task.text.item.mark = item.mark;
  if (!task.item().owner.empty())
    task.role = Role::commitment;
  else if (item.step)
    task.role = Role::step;
  else
    task.role = item.section == Section::topics ? Role::talking_point : Role::commitment;
}

}  // namespace oneonone
