// SPDX-License-Identifier: MIT
// The plan of `new`: every step is a value, the order of writing is the order of the changes.
#include "core/meeting.hpp"

#include <algorithm>

#include "core/agenda.hpp"
#include "text/insert.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// An item on its way into the note.
struct Carried {
  std::size_t chain = 0;
  Role role = Role::commitment;
  std::string lines;
  bool placed = false;  ///< stands in the note already, in place of the template's own line
};

bool holds_id(const Outline& outline, std::string_view id) {
  return std::ranges::any_of(outline.tasks, [id](const Task& task) {
    return task.role != Role::none && task.item().id == id;
  });
}

/// Makes the target's bytes, and knows at the end what really stands in it.
class Composer {
 public:
  Composer(const Ledger& ledger, const Reading& reading, std::vector<Carried> items)
      : ledger_(ledger), reading_(reading), items_(std::move(items)) {}

  std::string from_template(const NotePath& target, const MeetingTemplate& meeting_template,
                            const Partials& partials) {
    Agenda agenda = agenda_for(ledger_, target);
    std::string bare = render_agenda(agenda, meeting_template, partials);
    take_places(bare);
    agenda.carried = block(Role::commitment);
    agenda.topics = block(Role::talking_point);
    std::string text = render_agenda(agenda, meeting_template, partials);
    put_in_places(text);
    complete(text);
    return text;
  }

  /// Adds what the text lacks.
  void complete(std::string& text) {
    add_missing(text, Role::commitment, carried_shelf());
    add_missing(text, Role::talking_point, topics_shelf(reading_));
  }

  std::vector<Carried> placed(std::string_view text) const {
    Note note{std::string(text)};
    Outline outline = outline_of(note, reading_);
    std::vector<Carried> result;
    for (const Carried& item : items_) {
      if (holds_id(outline, id(item))) result.push_back(item);
    }
    return result;
  }

 private:
  const std::string& id(const Carried& item) const { return ledger_.chains()[item.chain].id; }

  std::string block(Role role) const {
    std::string text;
    for (const Carried& item : items_) {
      if (item.role == role && !item.placed) text += item.lines;
    }
    return text;
  }

  /// The template's own line that says the same as a carried item.
  const Task* same_line(const Outline& outline, const Carried& item) const {
    const Item& carried = ledger_.shown(ledger_.chains()[item.chain]).item();
    auto same = [&](const Task& task) {
      const Item& line = task.item();
      return line.id.empty() && line.words == carried.words &&
             ledger_.person().canonical(line.owner) == ledger_.person().canonical(carried.owner);
    };
    auto found = std::ranges::find_if(outline.tasks, same);
    return found == outline.tasks.end() ? nullptr : &*found;
  }

  void take_places(const std::string& bare) {
    Note note(bare);
    Outline outline = outline_of(note, reading_);
    for (Carried& item : items_) item.placed = same_line(outline, item) != nullptr;
  }

  void put_in_places(std::string& text) {
    for (Carried& item : items_) {
      Note note(text);
      Outline outline = outline_of(note, reading_);
      const Task* line = item.placed ? same_line(outline, item) : nullptr;
      item.placed = line != nullptr;
      if (line == nullptr || line->marker != note.start(line->first_line)) continue;
      std::size_t from = note.start(line->first_line);
      text = apply_edits(text, {{from, note.next(line->paragraph_end) - from, item.lines}});
    }
  }

  std::string missing(const Outline& outline, Role role) const {
    std::string lines;
    for (const Carried& item : items_) {
      if (item.role == role && !holds_id(outline, id(item))) lines += item.lines;
    }
    return lines;
  }

  void add_missing(std::string& text, Role role, const Shelf& shelf) {
    Note note(text);
    Outline outline = outline_of(note, reading_);
    std::string lines = missing(outline, role);
    if (lines.empty()) return;
    std::string ended = apply_edits(text, {insert_items(note, outline, shelf, lines)});
    Note result(ended);
    bool read = missing(outline_of(result, reading_), role).empty();
    text = read ? ended : apply_edits(text, {insert_items_at_top(note, shelf, lines)});
  }

  const Ledger& ledger_;
  const Reading& reading_;
  std::vector<Carried> items_;
};

std::vector<Carried> copies_for(const Ledger& ledger, const NotePath& target,
                                const Reading& reading, std::vector<std::string>& left) {
  std::vector<Carried> items;
  for (std::size_t index : carried_into(ledger, target)) {
    const Chain& chain = ledger.chains()[index];
    auto lines = copy_of(ledger, chain, target.date, reading);
    if (lines) {
      items.push_back({index, chain.role, std::move(*lines), false});
    } else {
      left.push_back(ledger.note(chain.shown).path.path() + ":" +
                     std::to_string(ledger.shown(chain).box_line));
    }
  }
  return items;
}

void append(std::vector<Change>& changes, std::vector<Change> more) {
  for (Change& change : more) changes.push_back(std::move(change));
}

const ParsedNote* find_note(const Ledger& ledger, const NotePath& path) {
  auto found = std::ranges::find(ledger.notes(), path, &ParsedNote::path);
  return found == ledger.notes().end() ? nullptr : &*found;
}

bool touch_topics(const Ledger& ledger, const NoteEdits& edits) {
  return std::ranges::any_of(
      edits, [&](const auto& entry) { return !ledger.notes()[entry.first].path.is_meeting(); });
}

/// The last edits with topics.md cleared. A line may go once it is carried, or once nothing stands
/// in it any more that was carried on its own: hence again and again.
std::vector<Change> flipped_and_cleared(const Ledger& ledger, const NotePath& target,
                                        const Reading& reading, NoteEdits edits) {
  NoteEdits cleared;
  clear_topics(ledger, target, cleared);
  for (const auto& [note, more] : cleared) {
    edits[note].insert(edits[note].end(), more.begin(), more.end());
  }
  std::vector<Change> changes = changes_of(ledger, edits);
  if (!touch_topics(ledger, edits)) return changes;
  append(changes, flipped_and_cleared(edited(ledger, edits, reading), target, reading, {}));
  return changes;
}

int count(const std::vector<Carried>& items, Role role) {
  return static_cast<int>(std::ranges::count(items, role, &Carried::role));
}

}  // namespace

MeetingPlan plan_meeting(const Ledger& ledger, const NotePath& target,
                         const MeetingTemplate& meeting_template, const Partials& partials,
                         const Reading& reading, Date today) {
  MeetingPlan plan;
  NoteEdits first;
  settle(ledger, first);
  std::vector<std::size_t> carried = carried_into(ledger, target);
  for (std::size_t i = 0; i < ledger.chains().size(); ++i) {
    const Chain& chain = ledger.chains()[i];
    if (std::ranges::find(carried, i) != carried.end()) {
      identify(ledger, chain, today, first);
    } else {
      part(ledger, chain, first);
    }
  }
  plan.changes = changes_of(ledger, first);
  Ledger named = edited(ledger, first, reading);

  Composer composer(named, reading, copies_for(named, target, reading, plan.left));
  const ParsedNote* existing = find_note(named, target);
  plan.created = existing == nullptr;
  std::string text;
  if (existing != nullptr) {
    text = existing->note.bytes();
    composer.complete(text);
  } else {
    text = composer.from_template(target, meeting_template, partials);
  }
  std::vector<Carried> placed = composer.placed(text);
  if (existing == nullptr) {
    plan.changes.push_back({target.path(), std::nullopt, text});
  } else if (text != existing->note.bytes()) {
    auto index = static_cast<std::size_t>(existing - named.notes().data());
    NoteEdits whole{{index, {{0, existing->note.bytes().size(), text}}}};
    append(plan.changes, changes_of(named, whole));
  }

  NoteEdits last;
  for (const Carried& item : placed) mark_carried(named, named.chains()[item.chain], last);
  append(plan.changes, flipped_and_cleared(named, target, reading, std::move(last)));
  plan.carried = count(placed, Role::commitment);
  plan.topics = count(placed, Role::talking_point);
  return plan;
}

NoteEdits finish_note(const Ledger& ledger, const NotePath& note, Date today) {
  NoteEdits edits;
  for (const Chain& chain : ledger.chains()) {
    if (ledger.note(chain.shown).path != note) continue;
    if (ledger.shown(chain).item().mark == Mark::open) {
      identify(ledger, chain, today, edits);
    } else {
      stamp(ledger, chain, today, edits);
    }
  }
  std::erase_if(edits, [](const auto& entry) { return entry.second.empty(); });
  return edits;
}

}  // namespace oneonone
