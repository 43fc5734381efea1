// SPDX-License-Identifier: MIT
// Edits every item of a note in every way and looks at all bytes.
#include "laws/round_trip.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/item_change.hpp"
#include "text/sketch.hpp"

namespace oneonone::testing {
namespace {

const Reading reading{Headings({"Topics"}, {"Checklist"}), ""};
const Date today = *Date::parse("2026-11-25");
std::size_t tried = 0;

Ledger ledger_of(const std::string& bytes) {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.me = "dana";
  std::vector<ParsedNote> notes;
  notes.push_back(
      parse_note(NotePath::make(Tree::shared, "alice", "2026-11-24.md"), bytes, reading));
  return {person, std::move(notes), IdSet(ids_of_note(bytes)), nullptr};
}

std::string joined(const Note& note) {
  std::string text(note.bytes().substr(0, note.lines() > 0 ? note.start(1) : note.bytes().size()));
  for (std::size_t line = 1; line <= note.lines(); ++line) {
    text += note.line(line);
    text += note.bytes().substr(note.end(line), note.next(line) - note.end(line));
  }
  return text;
}

bool is_ending(std::string_view text, bool last) {
  return text == "\n" || text == "\r\n" || text == "\r" || (last && text.empty());
}

bool ends_well(const Note& note) {
  for (std::size_t line = 1; line <= note.lines(); ++line) {
    auto ending = note.bytes().substr(note.end(line), note.next(line) - note.end(line));
    if (!is_ending(ending, line == note.lines())) return false;
    if (note.line(line).find_first_of("\r\n") != std::string_view::npos) return false;
  }
  return true;
}

/// The lines that an edit of the task may touch: box, tokens, id, the paragraph's last one; and
/// the line before a token that stands alone on its own, whose line ending may go.
std::set<std::size_t> named_lines(const Note& note, const Task& task) {
  std::set<std::size_t> lines{task.box_line, task.paragraph_end, note.line_at(task.text.end)};
  for (const Token& token : task.text.tokens) {
    lines.insert(note.line_at(token.at));
    lines.insert(note.line_at(token.at) - 1);
  }
  if (!task.item().id.empty()) lines.insert(note.line_at(task.text.id_at));
  return lines;
}

bool same_item(const Item& a, const Item& b) {
  return a.mark == b.mark && a.owner == b.owner && a.words == b.words && a.since == b.since &&
         a.due == b.due && a.done == b.done && a.dropped == b.dropped && a.due_word == b.due_word &&
         a.id == b.id;
}

std::string line_with_ending(const Note& note, std::size_t line) {
  return std::string(note.bytes().substr(note.start(line), note.next(line) - note.start(line)));
}

/// One document under trial.
class Trial {
 public:
  explicit Trial(const std::string& bytes)
      : bytes_(bytes), ledger_(ledger_of(bytes)), parsed_(ledger_.notes()[0]) {}

  std::vector<std::string> run() {
    if (parsed_.note.bytes() != bytes_) say("the note is not its bytes");
    if (joined(parsed_.note) != bytes_) say("the lines are not the bytes");
    if (!ends_well(parsed_.note)) say("a line ends in the wrong place");
    for (std::size_t task = 0; task < parsed_.outline.tasks.size(); ++task) {
      annotate(task);
      undate(task);
    }
    for (const Chain& chain : ledger_.chains()) {
      if (chain.state == Mark::open && !chain.orphan) close_and_reopen(chain);
    }
    return std::move(broken_);
  }

 private:
  void say(const std::string& what) { broken_.push_back(what); }
  void say(const Task& task, const std::string& what) {
    say("line " + std::to_string(task.box_line) + ": " + what);
  }

  /// Every byte outside the named lines is as it was.
  void check_bytes(const Task& task, const std::string& after) {
    const Note& before = parsed_.note;
    const std::size_t tail = bytes_.size() - before.end(task.paragraph_end);
    const std::size_t head = before.start(task.box_line);
    if (after.size() < head + tail || after.substr(0, head) != bytes_.substr(0, head) ||
        after.substr(after.size() - tail) != bytes_.substr(bytes_.size() - tail)) {
      return say(task, "bytes outside the item's paragraph changed");
    }
    const std::set<std::size_t> named = named_lines(before, task);
    const Note edited(after);
    if (edited.lines() != before.lines()) return;  // a line of tokens alone went
    for (std::size_t line = task.box_line; line <= task.paragraph_end; ++line) {
      if (named.contains(line)) continue;
      if (line_with_ending(before, line) != line_with_ending(edited, line)) {
        say(task, "line " + std::to_string(line) + " changed");
      }
    }
  }

  /// The note reads as before but for one task, which reads as `expected`.
  void check_items(std::size_t index, const Item& expected, const std::string& after) {
    const Task& task = parsed_.outline.tasks[index];
    const Outline outline = outline_of(Note(after), reading);
    if (outline.tasks.size() != parsed_.outline.tasks.size()) {
      return say(task, "the number of tasks changed:\n" + after);
    }
    for (std::size_t i = 0; i < outline.tasks.size(); ++i) {
      const Item& wanted = i == index ? expected : parsed_.outline.tasks[i].item();
      if (!same_item(outline.tasks[i].item(), wanted)) {
        say(task, (i == index ? "reads back wrong:\n" : "changed another task:\n") + after);
      }
    }
  }

  std::string edited(std::vector<Edit> edits) {
    ++tried;
    return apply_edits(bytes_, std::move(edits));
  }

  /// A due day and an id, on whatever kind of task item.
  void annotate(std::size_t index) {
    const Task& task = parsed_.outline.tasks[index];
    ItemEdit edit(parsed_.note, task.text);
    edit.put(TokenKey::due, today);
    edit.set_id("zz9zz");
    const std::string after = edited(edit.edits());
    Item expected = task.item();
    expected.due = today;
    expected.due_word.clear();
    expected.id = "zz9zz";
    check_bytes(task, after);
    check_items(index, expected, after);
  }

  /// Tokens whose going changes how the rest reads, as README.md has it: before a word that would
  /// become the owner, or on a later line whose other words would begin a block.
  bool is_fragile(const Task& task) const {
    if (task.item().owner.empty() && task.item().words.starts_with('@')) return true;
    return std::ranges::any_of(task.text.tokens, [&](const Token& token) {
      const std::size_t line = parsed_.note.line_at(token.at);
      if (line == task.box_line) return false;
      std::string_view text = parsed_.note.line(line);
      text.remove_prefix(std::min(text.find_first_not_of(" \t>"), text.size()));
      const std::size_t at = token.at - (parsed_.note.end(line) - text.size());
      if (at == 0)
        text.remove_prefix(std::min(text.find_first_not_of(" \t", token.length), text.size()));
      return !text.empty() &&
             std::string_view("-+*#>`~=_<0123456789").find(text[0]) != std::string_view::npos;
    });
  }

  /// Takes the due day away again.
  void undate(std::size_t index) {
    const Task& task = parsed_.outline.tasks[index];
    ItemEdit edit(parsed_.note, task.text);
    edit.remove(TokenKey::due);
    const std::string after = edited(edit.edits());
    Item expected = task.item();
    expected.due.reset();
    expected.due_word.clear();
    check_bytes(task, after);
    // Without words it would be no item; `^word` before the token would end the line, as an id.
    const bool reads = !is_fragile(task) && !expected.words.empty() &&
                       expected.words.find('^') == std::string::npos;
    if (reads) check_items(index, expected, after);
  }

  void close_and_reopen(const Chain& chain) {
    const Task& task = ledger_.shown(chain);
    NoteEdits edits = close_item(ledger_, chain, Mark::done, today);
    const std::string closed = edited(edits[0]);
    Item expected = task.item();
    expected.mark = Mark::done;
    expected.done = today;
    expected.dropped.reset();
    expected.id = chain.id;
    check_bytes(task, closed);
    if (task.item().dropped && is_fragile(task)) return;
    check_items(chain.shown.task, expected, closed);
    check_reopened(chain, closed);
  }

  void check_reopened(const Chain& chain, const std::string& closed) {
    const Task& task = ledger_.shown(chain);
    const Ledger ledger = ledger_of(closed);
    if (task.item().done || task.item().dropped) return;
    const auto same = [&](const Chain& other) {
      return other.shown.task == chain.shown.task && other.id == chain.id;
    };
    const auto found = std::ranges::find_if(ledger.chains(), same);
    if (found == ledger.chains().end()) return say(task, "the closed item has another id");
    NoteEdits edits = reopen_item(ledger, *found);
    if (apply_edits(closed, edits[0]) != with_id_alone(chain)) {
      say(task, "reopened it is not what it was:\n" + apply_edits(closed, edits[0]));
    }
  }

  /// The document with the item open under its id.
  std::string with_id_alone(const Chain& chain) {
    const Task& task = ledger_.shown(chain);
    ItemEdit edit(parsed_.note, task.text);
    if (task.item().id != chain.id) edit.set_id(chain.id);
    std::vector<Edit> edits = edit.edits();
    edits.push_back({task.box.at, task.box.size, " "});
    return edited(std::move(edits));
  }

  const std::string& bytes_;
  Ledger ledger_;
  const ParsedNote& parsed_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_laws(const std::string& bytes) {
  return Trial(bytes).run();
}

std::size_t edits_tried() {
  return tried;
}

}  // namespace oneonone::testing
