// SPDX-License-Identifier: MIT
// Tells what each block of a note is to the two people.
#include "text/tasks.hpp"

#include <algorithm>
#include <iterator>

namespace oneonone {
namespace {

void place(const Block& block, ListItem& item) {
  item.first_line = block.first_line;
  item.last_line = block.last_line;
  item.marker = block.marker;
  item.paragraph_end = block.paragraph_end;
}

Heading heading_of(Block block, Sections& sections) {
  Heading heading;
  heading.line = block.first_line;
  heading.last_line = block.last_line;
  heading.level = block.level;
  heading.section = sections.enter(block.level, block.title);
  heading.text = std::move(block.title);
  return heading;
}

/// Collects tasks, bullets and headings in one pass over the blocks.
class Outliner {
 public:
  Outliner(const Note& note, const Reading& reading) : note_(note), reading_(reading) {}

  Outline run() {
    std::vector<Block> blocks = blocks_of(note_);
    tasks_.resize(blocks.size());
    reserve(blocks);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].is_heading()) {
        outline_.headings.push_back(heading_of(std::move(blocks[i]), sections_));
      } else {
        item(blocks, i);
      }
    }
    return std::move(outline_);
  }

 private:
  /// Lists that grow would take twice what they need.
  void reserve(const std::vector<Block>& blocks) {
    std::size_t headings = 0;
    std::size_t boxes = 0;
    for (const Block& block : blocks) {
      if (block.is_heading())
        ++headings;
      else if (box_at(note_.bytes(), block.text))
        ++boxes;
    }
    outline_.headings.reserve(headings);
    outline_.tasks.reserve(boxes);
    outline_.bullets.reserve(blocks.size() - headings - boxes);
  }

  void item(const std::vector<Block>& blocks, std::size_t index) {
    const Block& block = blocks[index];
    auto around = block.parent ? tasks_[*block.parent] : std::nullopt;
    auto task = task_of(note_, block, reading_);
    if (!task) {
      tasks_[index] = around;
      bullet(block);
      return;
    }
    task->parent = around;
    task->section = sections_.current();
    task->role = role_of(*task);
    tasks_[index] = outline_.tasks.size();
    outline_.tasks.push_back(std::move(*task));
  }

  void bullet(const Block& block) {
    Bullet bullet;
    place(block, bullet);
    bullet.line = block.text_line;
    bullet.text = block.text;
    bullet.outer = block.outer;
    outline_.bullets.push_back(bullet);
  }

  /// product.md, "An item", 3. A point inside a ticked one is no longer a step of anything: it
  /// comes along on its own.
  Role role_of(const Task& task) const {
    if (task.section == Section::ignored) return Role::none;
    if (!task.item().owner.empty()) return Role::commitment;
    bool topics = task.section == Section::topics;
    if (task.parent) {
      bool ticked = outline_.tasks[*task.parent].item().mark == Mark::done;
      return topics && ticked ? Role::talking_point : Role::step;
    }
    return topics ? Role::talking_point : Role::commitment;
  }

  const Note& note_;
  const Reading& reading_;
  std::vector<std::optional<std::size_t>> tasks_;  ///< for each block the task it is, or stands in
  Sections sections_{reading_.headings};
  Outline outline_;
};

}  // namespace

const Heading* Outline::heading_above(std::size_t line) const {
  const auto after = std::ranges::lower_bound(headings, line, {}, &Heading::line);
  return after == headings.begin() ? nullptr : &*std::prev(after);
}

std::size_t last_line_of(const Note& note, const Task& task) {
  std::size_t line = task.box_line;
  while (line < task.paragraph_end && !is_conflict_marker(note.line(line + 1))) ++line;
  return line;
}

std::optional<Task> task_of(const Note& note, const Block& block, const Reading& reading) {
  const auto box = box_at(note.bytes(), block.text);
  if (!box) return std::nullopt;
  Task task;
  place(block, task);
  task.box_line = block.text_line;
  task.box = *box;
  const std::string_view character = note.bytes().substr(box->at, box->size);
  const auto mark = mark_of(character, reading.statuses);
  const std::size_t text = box->at + box->size + 1;
  task.text = read_item(note, text, last_line_of(note, task));
  // GFM 5.3, as on GitHub: a box with nothing behind it is text.
  if (!mark || task.text.end == text) return std::nullopt;
  task.text.item.mark = *mark;
  task.odd_mark = *mark == Mark::open && character != " " && character != "/";
  return task;
}

Outline outline_of(const Note& note, const Reading& reading) {
  return Outliner(note, reading).run();
}

std::vector<Heading> headings_of(const Note& note, const Reading& reading) {
  Sections sections(reading.headings);
  std::vector<Block> blocks = blocks_of(note);
  std::vector<Heading> headings;
  headings.reserve(static_cast<std::size_t>(std::ranges::count_if(blocks, &Block::is_heading)));
  for (Block& block : blocks) {
    if (block.is_heading()) headings.push_back(heading_of(std::move(block), sections));
  }
  return headings;
}

}  // namespace oneonone
