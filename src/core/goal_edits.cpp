// SPDX-License-Identifier: MIT
// Edits single lines of goals.md and of dated notes.
#include "core/goal_edits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/one_line.hpp"
#include "error.hpp"
#include "text/blanks.hpp"
#include "text/insert.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

void require_line(std::string_view text, std::string_view what) {
  if (is_blank(text)) {
    throw Error(Status::usage, fmt::format("the {} is empty", what));
  }
  require_one_line(text, what);
}

void require_measure(const std::string& measure) {
  require_line(measure, "measure");
  const std::size_t colon = measure.find(':');
  const bool named =
      colon != std::string::npos &&
      std::string_view(measure).substr(0, colon).find_first_not_of(' ') != std::string_view::npos;
  if (named) return;
  throw Error(Status::usage, fmt::format("'{}' names no aim", measure), "--measure",
              "such as --measure 'customer calls: 3 a week'");
}

std::string section_of(const NewGoal& goal, const std::string& id, Date today) {
  std::string text = fmt::format("## {} since:{}", goal.text, today.iso());
  if (goal.due) text += " due:" + goal.due->iso();
  text += " ^" + id + "\n";
  for (const std::string& measure : goal.measures) text += "- " + measure + "\n";
  return text;
}

/// Where the value of the measure stands in the note.
struct Value {
  std::size_t at = 0, size = 0;
};

/// What a reading says now: its number, also one that is not read, or the `?` that asks for one.
/// Nothing for other words.
std::optional<Value> value_in(const Note& note, const Bullet& bullet, std::string_view measure) {
  const std::string_view line = note.line(bullet.line);
  const std::size_t first = bullet.text - note.start(bullet.line);
  const std::size_t colon = line.find(':', first);
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view name = line.substr(first, colon - first);
  name = name.substr(0, name.find_last_not_of(' ') + 1);
  if (unicode::fold(name) != unicode::fold(measure)) return std::nullopt;
  const std::size_t at = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
  const std::string_view value = line.substr(at);
  const auto number = number_at_start(value);
  const std::size_t unread = value.starts_with('?') ? 1 : grouped_number(value).size();
  if (!number && unread == 0 && !value.empty()) return std::nullopt;
  return Value{note.start(bullet.line) + at, number ? number->size : unread};
}

}  // namespace

std::string goals_with(const std::optional<std::string>& bytes, const NewGoal& goal,
                       const std::string& id, Date today) {
  require_line(goal.text, "goal");
  for (const std::string& measure : goal.measures) require_measure(measure);
  const Note note(bytes.value_or("# Goals\n"));
  require_no_conflict(note, "goals.md");
  const std::string ending(note.ending());
  std::string text(note.bytes());
  const bool ended = text.empty() || text.ends_with('\n') || text.ends_with('\r');
  const bool blank = note.lines() == 0 || is_blank(note.line(note.lines()));
  if (!ended) text += ending;
  if (!blank) text += ending;
  for (const char c : section_of(goal, id, today)) {
    text += c == '\n' ? ending : std::string(1, c);
  }
  return text;
}

std::string closed_goals(const Note& goals, const Goal& goal, Mark how, Date day) {
  const std::string_view line = goals.line(goal.line);
  const std::size_t from =
      goals.start(goal.line) + std::min(line.find_first_not_of(" #\t"), line.size());
  const ItemText text = read_item(goals, from, goal.line);
  ItemEdit edit(goals, text);
  edit.remove(how == Mark::done ? TokenKey::dropped : TokenKey::done);
  edit.put(how == Mark::done ? TokenKey::done : TokenKey::dropped, day);
  if (text.item.id.empty()) edit.set_id(goal.id);
  return apply_edits(goals.bytes(), edit.edits());
}

std::string note_with_reading(const ParsedNote& note, std::string_view measure,
                              std::string_view number) {
  for (const Bullet& bullet : note.outline.bullets) {
    const Heading* heading = note.outline.heading_above(bullet.line);
    if (heading == nullptr || !is_goals_heading(heading->text)) continue;
    const auto value = value_in(note.note, bullet, measure);
    if (!value) continue;
    const bool glued = note.note.bytes()[value->at - 1] == ':';
    return apply_edits(note.note.bytes(),
                       {{value->at, value->size, (glued ? " " : "") + std::string(number)}});
  }
  const Shelf shelf{[](const Heading& heading) { return is_goals_heading(heading.text); },
                    "Growth"};
  const std::string line = fmt::format("- {}: {}\n", measure, number);
  return apply_edits(note.note.bytes(), {insert_items(note.note, note.outline, shelf, line)});
}

}  // namespace oneonone
