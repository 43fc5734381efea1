// SPDX-License-Identifier: MIT
// Walks cmark's tree once. cmark gives lines from 1 and columns in bytes from 1; a BOM is skipped
// by starting behind it.
#include "text/tasks.hpp"

#include "text/cmark_tree.hpp"

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

/// Collects tasks and headings on one walk over the blocks.
class Walk {
 public:
  Walk(const Note& note, const Reading& reading) : note_(note), reading_(reading) {}

  Outline run() {
    std::size_t first = note_.body_line();
    if (first > note_.lines()) return {};
    first_line_ = first - 1;
    std::size_t from = note_.start(first);
    CmarkTree document = parse_markdown(note_.bytes().substr(from));
    CmarkIterator iterator(cmark_iter_new(document.get()));
    cmark_event_type event = CMARK_EVENT_NONE;
    while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (cmark_node_get_type(node) == CMARK_NODE_ITEM) item(node, event);
      if (cmark_node_get_type(node) == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER) {
        heading(node);
      }
    }
    return std::move(outline_);
  }

 private:
  std::size_t line_of(int cmark_line) const { return first_line_ + positive(cmark_line); }

  std::size_t trimmed(std::size_t first, std::size_t last) const {
    last = std::min(std::max(first, last), note_.lines());
    while (last > first && note_.line(last).find_first_not_of(" \t>") == std::string_view::npos) {
      --last;
    }
    return last;
  }

  void heading(cmark_node* node) {
    if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT) return;
    Heading heading;
    heading.line = line_of(cmark_node_get_start_line(node));
    heading.last_line = std::max(heading.line, line_of(cmark_node_get_end_line(node)));
    heading.level = cmark_node_get_heading_level(node);
    heading.text = inline_text(node);
    while (!above_.empty() && above_.back().level >= heading.level) above_.pop_back();
    heading.section = reading_.headings.classify(heading.text);
    if (!above_.empty() && heading.section != Section::ignored &&
        above_.back().section != Section::plain) {
      heading.section = above_.back().section;
    }
    above_.push_back(heading);
    outline_.headings.push_back(heading);
  }

  void item(cmark_node* node, cmark_event_type event) {
    if (event == CMARK_EVENT_EXIT) {
      if (!open_.empty() && open_.back().node == node) open_.pop_back();
      return;
    }
    cmark_node* paragraph = cmark_node_first_child(node);
    if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return;
    auto task = task_of(node, paragraph);
    if (!task) return bullet(node, paragraph);
    if (!open_.empty()) task->parent = open_.back().task;
    task->role = role_of(*task);
    open_.push_back({node, outline_.tasks.size()});
    outline_.tasks.push_back(std::move(*task));
  }

  void bullet(cmark_node* node, cmark_node* paragraph) {
    Bullet bullet;
    bullet.line = line_of(cmark_node_get_start_line(paragraph));
    bullet.text = note_.start(bullet.line) + positive(cmark_node_get_start_column(paragraph)) - 1;
    bullet.paragraph_end = trimmed(bullet.line, line_of(cmark_node_get_end_line(paragraph)));
    cmark_node* around = cmark_node_parent(cmark_node_parent(node));
    bullet.outer = cmark_node_get_type(around) == CMARK_NODE_DOCUMENT;
    place(node, bullet);
    outline_.bullets.push_back(bullet);
  }

  /// Where the item starts and ends, once the end of its paragraph is known.
  void place(cmark_node* node, ListItem& item) const {
    item.first_line = line_of(cmark_node_get_start_line(node));
    item.marker = note_.start(item.first_line) + positive(cmark_node_get_start_column(node)) - 1;
    item.last_line = trimmed(item.paragraph_end, line_of(cmark_node_get_end_line(node)));
  }

  std::optional<Task> task_of(cmark_node* node, cmark_node* paragraph) const {
    Task task;
    task.box_line = line_of(cmark_node_get_start_line(paragraph));
    std::size_t at =
        note_.start(task.box_line) + positive(cmark_node_get_start_column(paragraph)) - 1;
    auto box = box_at(note_.bytes(), at);
    if (!box) return std::nullopt;
    task.box = *box;
    std::string_view character = note_.bytes().substr(box->at, box->size);
    auto mark = mark_of(character, reading_.statuses);
    task.paragraph_end = trimmed(task.box_line, line_of(cmark_node_get_end_line(paragraph)));
    std::size_t text = box->at + box->size + 1;
    task.text = read_item(note_, text, task.box_line, before_conflict(task));
    // GFM 5.3, as on GitHub: a box with nothing behind it is text.
    if (!mark || task.text.end == text) return std::nullopt;
    task.text.item.mark = *mark;
    task.odd_mark = *mark == Mark::open && character != " " && character != "/";
    place(node, task);
    task.section = above_.empty() ? Section::plain : above_.back().section;
    return task;
  }

  /// The last line of the paragraph above git's conflict markers, which Markdown takes for words.
  std::size_t before_conflict(const Task& task) const {
    for (std::size_t line = task.box_line + 1; line <= task.paragraph_end; ++line) {
      std::string_view text = note_.line(line);
      bool marker =
          text == "=======" || text.starts_with("<<<<<<< ") || text.starts_with("||||||| ");
      if (marker) return line - 1;
    }
    return task.paragraph_end;
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

  struct OpenItem {
    cmark_node* node;
    std::size_t task;
  };

  const Note& note_;
  const Reading& reading_;
  std::size_t first_line_ = 0;
  std::vector<OpenItem> open_;
  std::vector<Heading> above_;
  Outline outline_;
};

}  // namespace

const Heading* Outline::heading_above(std::size_t line) const {
  const Heading* above = nullptr;
  for (const Heading& heading : headings) {
    if (heading.line < line) above = &heading;
  }
  return above;
}

Outline outline_of(const Note& note, const Reading& reading) {
  return Walk(note, reading).run();
}

}  // namespace oneonone
