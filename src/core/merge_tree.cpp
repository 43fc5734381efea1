// SPDX-License-Identifier: MIT
// Hangs each line of the body under the innermost item that it stands in.
#include "core/merge_tree.hpp"

#include <algorithm>

namespace oneonone {
namespace {

constexpr std::string_view containers = " \t>";
constexpr int heading_depth = -10;

bool has_no_text(std::string_view line) {
  return line.find_first_not_of(containers) == std::string_view::npos;
}

bool begins_list_item(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits > 0) text.remove_prefix(digits);
  return text.size() > 1 && (text[1] == ' ' || text[1] == '\t') &&
         std::string_view(digits > 0 ? ".)" : "-+*").find(text[0]) != std::string_view::npos;
}

class Planter {
 public:
  Planter(const Note& note, const Reading& reading)
      : note_(note), outline_(outline_of(note, reading)) {}

  NoteTree run() {
    tree_.branches.emplace_back();
    open_.push_back({0, note_.lines(), ""});
    auto task = outline_.tasks.begin();
    for (std::size_t line = note_.body_line(); line <= note_.lines();) {
      while (open_.size() > 1 && open_.back().last_line < line) open_.pop_back();
      while (task != outline_.tasks.end() && task->first_line < line) ++task;
      if (task != outline_.tasks.end() && task->first_line == line) {
        plant(*task);
        line = task->paragraph_end + 1;
      } else {
        add_line(line++);
      }
    }
    return std::move(tree_);
  }

 private:
  struct Open {
    std::size_t branch = 0, last_line = 0;
    std::string indent;  ///< the whole of it
  };

  Branch& innermost() { return tree_.branches[open_.back().branch]; }

  void plant(const Task& task) {
    Branch branch;
    branch.parent = open_.back().branch;
    const std::string indent = indent_of(task);
    branch.indent = indent.substr(open_.back().indent.size());
    const int depth = static_cast<int>(branch.indent.size());
    innermost().parts.push_back({LineKind::item, "", tree_.branches.size(), depth});
    open_.push_back({tree_.branches.size(), task.last_line, indent});
    tree_.branches.push_back(std::move(branch));
    tree_.heads.push_back(head_of(task));
  }

  /// The blanks and quote marks before the item, when all its lines have them; else its parent's:
  /// then its lines stay as they are.
  std::string indent_of(const Task& task) const {
    const std::string& outer = open_.back().indent;
    const std::size_t start = note_.start(task.first_line);
    const std::string_view before = note_.bytes().substr(start, task.marker - start);
    if (!has_no_text(before) || !before.starts_with(outer)) return outer;
    for (std::size_t line = task.first_line; line <= task.last_line; ++line) {
      if (!has_no_text(note_.line(line)) && !note_.line(line).starts_with(before)) return outer;
    }
    return std::string(before);
  }

  ItemHead head_of(const Task& task) const {
    std::string text;
    std::size_t box_at = 0;
    for (std::size_t line = task.first_line; line <= task.paragraph_end; ++line) {
      if (line == task.box_line)
        box_at = text.size() + task.box.at - note_.start(line) - open_.back().indent.size();
      text += note_.line(line).substr(open_.back().indent.size());
      if (line < task.paragraph_end) text += '\n';
    }
    ItemHead head{Note(std::move(text)), {offset(box_at), task.box.size}, {}};
    head.text = read_item(head.note, box_at + task.box.size + 1, head.note.lines());
    head.text.item.mark = task.item().mark;
    return head;
  }

  void add_line(std::size_t number) {
    std::string_view line = note_.line(number);
    const LineKind kind = kind_of_line(line);
    const std::string& indent = open_.back().indent;
    if (kind != LineKind::blank && line.starts_with(indent)) line.remove_prefix(indent.size());
    innermost().parts.push_back({kind, std::string(line), 0, depth_of(number, line, kind)});
  }

  int depth_of(std::size_t number, std::string_view line, LineKind kind) {
    while (heading_ < outline_.headings.size() && outline_.headings[heading_].last_line < number)
      ++heading_;
    if (heading_ < outline_.headings.size() && outline_.headings[heading_].line <= number)
      return heading_depth + outline_.headings[heading_].level;
    const std::size_t column = std::min(line.find_first_not_of(containers), line.size());
    if (column == 0 && !begins_list_item(line) && kind != LineKind::blank) return paragraph_depth;
    return static_cast<int>(column);
  }

  const Note& note_;
  Outline outline_;
  NoteTree tree_;
  std::vector<Open> open_;
  std::size_t heading_ = 0;
};

}  // namespace

LineKind kind_of_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(containers);
  if (first == std::string_view::npos) return LineKind::blank;
  const std::string_view text = line.substr(first);
  const bool block = begins_list_item(text) || line.substr(0, first).ends_with('>') ||
                     std::string_view("#`~<-=|*_[").find(text[0]) != std::string_view::npos;
  return block ? LineKind::other : LineKind::words;
}

NoteTree tree_of(const Note& note, const Reading& reading) {
  return Planter(note, reading).run();
}

}  // namespace oneonone
