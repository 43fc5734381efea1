// SPDX-License-Identifier: MIT
// Front matter and body apart, then the lines with the endings of the file, then a second look.
#include "core/merge.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/merge_body.hpp"
#include "core/merge_front_matter.hpp"
#include "core/merge_item.hpp"
#include "text/front_matter.hpp"

namespace oneonone {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

using MergedLines = std::vector<MergedLine>;

/// What one side changed, else ours; an empty base says nothing.
template <class Ask>
auto decided(const Three<Note>& notes, const Ask& ask) {
  if (notes.base.bytes().empty()) return ask(notes.ours);
  return changed(ask(notes.base), ask(notes.ours), ask(notes.theirs));
}

std::string ending_of(const Note& note) {
  return std::string(note.ending());
}
bool is_marked(const Note& note) {
  return note.bytes().starts_with(byte_order_mark);
}
bool is_ended(const Note& note) {
  const std::string_view bytes = note.bytes();
  return bytes.empty() || bytes.ends_with('\n') || bytes.ends_with('\r');
}

/// Puts lines together with the endings and the byte order mark that the file has.
class Printer {
 public:
  Printer(const Three<Note>& notes, const SideNames& sides)
      : sides_(sides),
        ending_(decided(notes, ending_of)),
        marked_(decided(notes, is_marked)),
        ended_(decided(notes, is_ended)) {
    remember_odd(notes.theirs);
    remember_odd(notes.ours);
  }

  /// With both sides' lines between git's markers; or, for one side, as that side decides.
  std::string print(const MergedLines& lines, Choice choice) const {
    std::string text(marked_ ? byte_order_mark : "");
    Choice now = Choice::both;
    for (const MergedLine& line : lines) {
      if (choice == Choice::both) mark(now, line.choice, text);
      now = line.choice;
      if (choice != Choice::both && line.choice != Choice::both && line.choice != choice) continue;
      const auto odd = odd_endings_.find(line.text);
      text += line.text + (odd == odd_endings_.end() ? ending_ : odd->second);
    }
    if (choice == Choice::both) mark(now, Choice::both, text);
    if (!ended_ && text.ends_with(ending_)) text.resize(text.size() - ending_.size());
    return text;
  }

 private:
  /// Lines that end otherwise than the file they stand in keep their endings.
  void remember_odd(const Note& note) {
    for (std::size_t line = 1; line < note.lines(); ++line) {
      const std::string_view ending =
          note.bytes().substr(note.end(line), note.next(line) - note.end(line));
      if (ending != note.ending()) odd_endings_[std::string(note.line(line))] = ending;
    }
  }

  void mark(Choice from, Choice to, std::string& text) const {
    if (from == to) return;
    const bool leaves = from != Choice::both && to != Choice::theirs;
    if (leaves && from == Choice::ours) text += "=======" + ending_;
    if (leaves) text += ">>>>>>> " + sides_.theirs + ending_;
    const bool enters = to != Choice::both && from != Choice::ours;
    if (enters) text += "<<<<<<< " + sides_.ours + ending_;
    if (to == Choice::theirs) text += "=======" + ending_;
  }

  SideNames sides_;
  std::string ending_;
  bool marked_ = false, ended_ = true;
  std::unordered_map<std::string, std::string> odd_endings_;
};

std::vector<std::string> lines_of(const Note& note) {
  std::vector<std::string> lines;
  for (std::size_t line = 1; line <= note.lines(); ++line) lines.emplace_back(note.line(line));
  return lines;
}

/// Both sides whole: one conflict from the first line that differs to the last.
MergedLines whole_conflict(const Three<Note>& notes) {
  const std::vector<std::string> ours = lines_of(notes.ours);
  const std::vector<std::string> theirs = lines_of(notes.theirs);
  const auto first = std::ranges::mismatch(ours, theirs);
  auto mine = ours.end();
  auto other = theirs.end();
  for (; mine != first.in1 && other != first.in2 && *(mine - 1) == *(other - 1); --mine) --other;
  MergedLines lines;
  for (auto line = ours.begin(); line != first.in1; ++line) lines.push_back({Choice::both, *line});
  for (auto line = first.in1; line != mine; ++line) lines.push_back({Choice::ours, *line});
  for (auto line = first.in2; line != other; ++line) lines.push_back({Choice::theirs, *line});
  for (auto line = mine; line != ours.end(); ++line) lines.push_back({Choice::both, *line});
  return lines;
}

bool has_conflict(const MergedLines& lines) {
  return std::ranges::any_of(lines,
                             [](const MergedLine& line) { return line.choice != Choice::both; });
}

class NoteMerge {
 public:
  NoteMerge(const Three<std::string>& versions, const MergePlace& place)
      : place_(place),
        notes_{Note(versions.base), Note(versions.ours), Note(versions.theirs)},
        printer_(notes_, place.sides) {}

  MergedNote run() const {
    MergedLines lines;
    if (!merge(lines)) lines = whole_conflict(notes_);
    return {printer_.print(lines, Choice::both), has_conflict(lines)};
  }

 private:
  /// False when the result does not read as it should.
  bool merge(MergedLines& lines) const {
    for (const Version version : all_versions)
      if (notes_[version].conflict_line()) return false;
    lines = merge_front_matters(notes_, place_.yaml);
    if (place_.yaml) return reads_as_yaml(lines);
    MergedBody body = merge_bodies(notes_, place_.reading, place_.birthplace, place_.elders);
    lines.insert(lines.end(), body.lines.begin(), body.lines.end());
    return body.complete && reads_as(lines, body, Choice::ours) &&
           (!has_conflict(lines) || reads_as(lines, body, Choice::theirs));
  }

  bool reads_as_yaml(const MergedLines& lines) const {
    return !read_front_matter(Note(printer_.print(lines, Choice::ours)), true).problem;
  }

  /// Every item once, in its order, with its words and below its parent.
  bool reads_as(const MergedLines& lines, const MergedBody& body, Choice side) const {
    const Note note(printer_.print(lines, side));
    const Outline outline = outline_of(note, place_.reading);
    if (outline.tasks.size() != body.items.size()) return false;
    for (std::size_t i = 0; i < body.items.size(); ++i) {
      const ExpectedItem& expected = body.items[i];
      const Task& task = outline.tasks[i];
      const Item& item = side == Choice::ours ? expected.ours : expected.theirs;
      if (!say_the_same(item, task.item()) || task.parent.value_or(nowhere) != expected.parent)
        return false;
    }
    return true;
  }

  const MergePlace& place_;
  Three<Note> notes_;
  Printer printer_;
};

}  // namespace

MergedNote merge_notes(const Three<std::string>& versions, const MergePlace& place) {
  if (versions.ours == versions.theirs || versions.theirs == versions.base)
    return {versions.ours, false};
  if (versions.ours == versions.base) return {versions.theirs, false};
  return NoteMerge(versions, place).run();
}

}  // namespace oneonone
