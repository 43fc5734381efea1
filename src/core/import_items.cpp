// SPDX-License-Identifier: MIT
// Finds what is a task item elsewhere and makes it one here with the fewest bytes.
#include "core/import_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/import_org.hpp"
#include "core/import_owner.hpp"
#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// Headings below which people write what is to be done, with or without boxes.
constexpr std::array<std::string_view, 14> action_headings{
    "action items", "actions", "action", "next steps", "next actions", "todo",       "todos",
    "to do",        "to-do",   "to dos", "tasks",      "follow ups",   "follow-ups", "commitments"};

constexpr std::array<std::string_view, 11> ignorable{
    "attend",   "present",   "participant", "checklist", "roll call",  "who was there",
    "invitees", "apologies", "absent",      "packing",   "people here"};

struct KeywordHere {
  char mark = ' ';
  std::size_t length = 0;  ///< with the colon that may follow it
};

std::optional<KeywordHere> keyword_at(std::string_view text) {
  const std::size_t end = text.find_first_of(blanks);
  if (end == std::string_view::npos || is_blank(text.substr(end))) return std::nullopt;
  std::string_view word = text.substr(0, end);
  if (word.ends_with(':')) word.remove_suffix(1);
  if (!is_task_keyword(word)) return std::nullopt;
  return KeywordHere{mark_of_keyword(word), end};
}

/// What a heading says, or a line that serves as one: `**Action items:**`.
std::string label_of(std::string_view line) {
  const std::size_t first = line.find_first_not_of("#*_ \t");
  if (first == std::string_view::npos) return {};
  return unicode::fold(line.substr(first, line.find_last_not_of("*_#: \t") + 1 - first));
}

bool is_action_label(std::string_view label) {
  return std::ranges::find(action_headings, label) != action_headings.end();
}

/// Tells which bullets stand below a heading for actions, or a line that serves as one. Reads a
/// note once, from top to bottom.
class ActionLists {
 public:
  ActionLists(const Note& note, const Outline& outline) : note_(note), outline_(outline) {}

  /// To be asked for one bullet after the other.
  bool hold(const Bullet& bullet) {
    for (; line_ < bullet.first_line; ++line_) read_label(note_.line(line_));
    for (; heading_ < outline_.headings.size(); ++heading_) {
      if (outline_.headings[heading_].line > bullet.first_line) break;
      read_heading(outline_.headings[heading_]);
    }
    return bullet.outer && (below_label_ || below_level_ > 0) && !ignored_;
  }

 private:
  /// A line that belongs to no list says what the next list is.
  void read_label(std::string_view line) {
    if (is_blank(line) || blanks.find(line[0]) != std::string_view::npos) return;
    const bool bold = line.starts_with("**");
    if (!bold && std::string_view("-*+").find(line[0]) != std::string_view::npos) return;
    below_label_ = is_action_label(label_of(line));
  }

  void read_heading(const Heading& heading) {
    ignored_ = heading.section == Section::ignored;
    if (below_level_ == 0 || heading.level <= below_level_) {
      below_level_ = is_action_label(label_of(heading.text)) ? heading.level : 0;
    }
  }

  const Note& note_;
  const Outline& outline_;
  std::size_t line_ = 1, heading_ = 0;
  bool below_label_ = false, ignored_ = false;
  int below_level_ = 0;  ///< of the heading for actions; 0 for none
};

std::optional<Shape> shape_of(const Note& note, const Bullet& bullet, bool below_actions) {
  const std::string_view line =
      note.bytes().substr(bullet.text, note.end(bullet.line) - bullet.text);
  if (const auto box = box_at(line, 0)) {
    if (is_blank(line.substr(box->at + box->size + 1))) return std::nullopt;
    return Shape::odd;
  }
  if (keyword_at(line)) return Shape::keyword;
  return below_actions ? std::optional(Shape::bare) : std::nullopt;
}

Doubt doubt_about(const Note& note, const SourceItem& item) {
  if (item.shape == Shape::odd) {
    const Box box = box_at(note.bytes(), item.text).value_or(Box{});
    const std::string_view mark = note.bytes().substr(box.at, box.size);
    return {item.line,
            fmt::format("'[{}]' is no status: 'statuses: {}' in oneonone.yaml makes it one", mark,
                        mark),
            1};
  }
  return {item.line, "a bullet without a box: --bullets makes it a promise", 1};
}

/// What gives every keyword its box, and with `bullets` every bare bullet; the rest is doubted.
std::vector<Edit> boxes_for(const Note& note, const Reading& reading, bool bullets,
                            std::vector<Doubt>& doubts) {
  std::vector<Edit> edits;
  for (const SourceItem& item : source_items(note, outline_of(note, reading))) {
    if (item.shape == Shape::keyword) {
      const std::size_t end = end_of_line(note.bytes(), item.text);
      const auto word = keyword_at(note.bytes().substr(item.text, end - item.text));
      edits.push_back({item.text, word->length, fmt::format("[{}]", word->mark)});
    } else if (item.shape == Shape::bare && bullets) {
      edits.push_back({item.text, 0, "[ ] "});
    } else if (item.shape != Shape::box) {
      doubts.push_back(doubt_about(note, item));
    }
  }
  return edits;
}

/// Puts `@handle` first where the text says whose it is in another way.
std::vector<Edit> owner_edits(const Note& note, const Task& task,
                              const std::vector<Spelling>& spellings) {
  const std::string_view bytes = note.bytes();
  const std::size_t line_end = note.end(task.box_line);
  const std::size_t from = bytes.find_first_not_of(blanks, task.box.at + task.box.size + 1);
  if (from >= line_end) return {};
  if (const auto owner = owner_at_start(bytes.substr(from, line_end - from), spellings)) {
    const std::string_view written = bytes.substr(from, owner->length);
    const bool one_word = written.starts_with('@') && written.find(' ') == std::string_view::npos;
    if (one_word && name_key(task.item().owner) == name_key(owner->handle)) return {};
    return {{from, owner->length, "@" + owner->handle}};
  }
  if (!task.item().owner.empty()) return {};
  const std::string& words = task.item().words;
  const auto owner = owner_at_end(words, spellings);
  if (!owner) return {};
  const std::string_view written = std::string_view(words).substr(owner->at);
  const std::size_t at = bytes.substr(0, line_end).rfind(written);
  if (at == std::string_view::npos || at <= from) return {};  // on a later line: left as it is
  const std::size_t before = bytes.find_last_not_of(blanks, at - 1) + 1;
  return {{from, 0, "@" + owner->handle + " "}, {before, at + written.size() - before, ""}};
}

std::size_t& count_of(ItemCounts& counts, const Task& task) {
  if (task.role == Role::none) return counts.ignored;
  switch (task.item().mark) {
    case Mark::done:
      return counts.done;
    case Mark::dropped:
      return counts.dropped;
    case Mark::carried:
      return counts.carried;
    case Mark::open:
      break;
  }
  return task.role == Role::talking_point ? counts.topics : counts.open;
}

}  // namespace

ItemCounts& ItemCounts::operator+=(const ItemCounts& other) {
  for (auto count :
       {&ItemCounts::open, &ItemCounts::done, &ItemCounts::dropped, &ItemCounts::carried,
        &ItemCounts::topics, &ItemCounts::ignored, &ItemCounts::unclear}) {
    this->*count += other.*count;
  }
  return *this;
}

std::vector<SourceItem> source_items(const Note& note, const Outline& outline) {
  std::vector<SourceItem> items;
  for (const Task& task : outline.tasks) {
    items.push_back({task.box_line, Shape::box, task.box.at - 1});
  }
  ActionLists actions(note, outline);
  for (const Bullet& bullet : outline.bullets) {
    const auto shape = shape_of(note, bullet, actions.hold(bullet));
    if (shape) items.push_back({bullet.line, *shape, bullet.text});
  }
  std::ranges::sort(items, {}, &SourceItem::line);
  return items;
}

ImportedText import_items(std::string_view bytes, const std::vector<Spelling>& spellings,
                          const Reading& reading, bool bullets) {
  ImportedText text;
  const Note source{std::string(bytes)};
  const Note boxed(apply_edits(bytes, boxes_for(source, reading, bullets, text.doubts)));
  std::vector<Edit> edits;
  for (const Task& task : outline_of(boxed, reading).tasks) {
    if (task.role == Role::none) continue;
    for (Edit& edit : owner_edits(boxed, task, spellings)) edits.push_back(std::move(edit));
    for (Edit& edit : planning_edits(boxed, task)) edits.push_back(std::move(edit));
  }
  text.bytes = apply_edits(boxed.bytes(), std::move(edits));
  for (const Task& task : outline_of(Note(text.bytes), reading).tasks) {
    ++count_of(text.counts, task);
  }
  for (const Doubt& doubt : text.doubts) text.counts.unclear += doubt.items;
  return text;
}

std::vector<std::string> headings_to_ignore(std::string_view bytes, const Reading& reading) {
  const Note note{std::string(bytes)};
  const Outline outline = outline_of(note, reading);
  std::vector<std::string> found;
  for (const Task& task : outline.tasks) {
    const Heading* heading = outline.heading_above(task.box_line);
    if (heading == nullptr || task.role == Role::none) continue;
    const std::string title = unicode::fold(heading->text);
    const bool sounds = std::ranges::any_of(
        ignorable, [&](std::string_view word) { return title.find(word) != std::string::npos; });
    if (sounds && std::ranges::find(found, heading->text) == found.end()) {
      found.push_back(heading->text);
    }
  }
  return found;
}

}  // namespace oneonone
