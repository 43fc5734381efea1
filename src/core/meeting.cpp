// SPDX-License-Identifier: MIT
// The plan of `new`: every step is a value, the order of writing is the order of the changes.
#include "core/meeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "core/remarks.hpp"
#include "core/said.hpp"
#include "error.hpp"
#include "text/insert.hpp"

namespace oneonone {
namespace {

/// Where in a note an item goes.
enum class Part { commitments, asks, topics, wins, decisions };
constexpr std::array<Part, 5> parts{Part::commitments, Part::asks, Part::topics, Part::wins,
                                    Part::decisions};

/// An item on its way into the note.
struct Carried {
  std::string id;
  Part part = Part::commitments;
  std::string lines;
  const Chain* chain = nullptr;  ///< none for wins and decisions, which have no box
  bool placed = false;  ///< stands in the note already, in place of the template's own line
};

/// Looks for items in a note.
class Holder {
 public:
  Holder(const Note& note, const Outline& outline) : shown_(shown_ids(note, outline)) {
    for (const Task& task : outline.tasks) {
      if (task.role != Role::none) of_tasks_.insert(task.item().id);
    }
  }

  bool holds(const Carried& item) const {
    return (item.chain == nullptr ? shown_ : of_tasks_).contains(item.id);
  }

 private:
  IdSet shown_, of_tasks_;
};

/// Items that stand twice in a note would become two: the second gets an id of its own.
void require_once(std::string_view text, std::string_view items, std::string_view tag,
                  const MeetingTemplate& meeting_template) {
  if (items.empty() || text.find(items) == text.rfind(items)) return;
  throw Error(Status::failed, fmt::format("{} stands twice in this template", tag),
              meeting_template.where, "leave one of them out, here or in the partial");
}

/// Makes the target's bytes, and knows at the end what really stands in it.
class Composer {
 public:
  Composer(const Ledger& ledger, const Reading& reading, std::vector<Carried> items)
      : ledger_(ledger), reading_(reading), items_(std::move(items)) {}

  std::string from_template(Agenda agenda, const MeetingTemplate& meeting_template,
                            const Partials& partials) {
    std::string bare = render_agenda(agenda, meeting_template, partials);
    take_places(bare);
    agenda.asks = block(Part::asks);
    if (render_agenda(agenda, meeting_template, partials).find(agenda.asks) == std::string::npos) {
      join_asks();
      agenda.asks.clear();
    }
    agenda.carried = block(Part::commitments);
    agenda.topics = block(Part::topics);
    agenda.wins = block(Part::wins);
    std::string text = render_agenda(agenda, meeting_template, partials);
    require_once(text, agenda.carried, "{{carried}}", meeting_template);
    require_once(text, agenda.topics, "{{topics}}", meeting_template);
    require_once(text, agenda.wins, "{{wins}}", meeting_template);
    put_in_places(text);
    add_missing(text);
    return text;
  }

  /// Adds what a note that is there lacks.
  void complete(std::string& text) {
    Outline outline = outline_of(Note(text), reading_);
    if (std::ranges::none_of(outline.headings, asks_shelf(reading_).fits)) join_asks();
    add_missing(text);
  }

  std::vector<Carried> placed(const ParsedNote& written) const {
    std::vector<Carried> result;
    const Holder holder(written.note, written.outline);
    for (const Carried& item : items_) {
      if (holder.holds(item)) result.push_back(item);
    }
    return result;
  }

 private:
  /// Without a place of their own, asks stand among the other promises.
  void join_asks() {
    for (Carried& item : items_) {
      if (item.part == Part::asks) item.part = Part::commitments;
    }
  }

  Shelf shelf_of(Part part) const {
    switch (part) {
      case Part::asks:
        return asks_shelf(reading_);
      case Part::topics:
        return topics_shelf(reading_);
      case Part::wins:
        return kind_shelf("win");
      case Part::decisions:
        return kind_shelf("decision");
      case Part::commitments:
        break;
    }
    return carried_shelf();
  }

  std::string block(Part part) const {
    std::string text;
    for (const Carried& item : items_) {
      if (item.part == part && !item.placed) text += item.lines;
    }
    return text;
  }

  /// The template's own line that says the same as a carried item.
  const Task* same_line(const Outline& outline, const Carried& item) const {
    if (item.chain == nullptr) return nullptr;
    const Item& carried = ledger_.shown(*item.chain).item();
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
      if (!item.placed) continue;
      Note note(text);
      Outline outline = outline_of(note, reading_);
      const Task* line = same_line(outline, item);
      item.placed = line != nullptr;
      if (line == nullptr || line->marker != note.start(line->first_line)) continue;
      std::size_t from = note.start(line->first_line);
      text = apply_edits(text, {{from, note.next(line->paragraph_end) - from, item.lines}});
    }
  }

  std::string missing(const Note& note, const Outline& outline, Part part) const {
    std::string lines;
    const Holder holder(note, outline);
    for (const Carried& item : items_) {
      if (item.part == part && !holder.holds(item)) lines += item.lines;
    }
    return lines;
  }

  void add_missing(std::string& text) const {
    for (Part part : parts) add_missing(text, part);
  }

  void add_missing(std::string& text, Part part) const {
    Note note(text);
    Outline outline = outline_of(note, reading_);
    std::string lines = missing(note, outline, part);
    if (lines.empty()) return;
    Shelf shelf = shelf_of(part);
    Note ended(apply_edits(text, {insert_items(note, outline, shelf, lines)}));
    bool read = missing(ended, outline_of(ended, reading_), part).empty();
    text = read ? std::string(ended.bytes())
                : apply_edits(text, {insert_items_at_top(note, shelf, lines)});
  }

  const Ledger& ledger_;
  const Reading& reading_;
  std::vector<Carried> items_;
};

/// The ids of what somebody asked for, by its first word or its heading.
IdSet asked_for(const Ledger& ledger) {
  IdSet ids;
  for (const Said& said : said_in(ledger)) {
    if (said.boxed && is_ask(said.kind)) ids.insert(said.id);
  }
  return ids;
}

/// The copies that go into the target; in `left` the places of what cannot be copied.
class Copies {
 public:
  Copies(const Ledger& ledger, std::vector<std::string>& left)
      : ledger_(ledger), asked_(asked_for(ledger)), left_(left) {}

  std::vector<Carried> into(const NotePath& target, const Reading& reading) {
    Copier copier(ledger_, reading);
    for (std::size_t index : carried_into(ledger_, target)) {
      const Chain& chain = ledger_.chains()[index];
      auto lines = copier.copy(chain, target.date);
      add({chain.id, part_of(chain), "", &chain, false}, std::move(lines),
          ledger_.note(chain.shown), ledger_.shown(chain).box_line);
    }
    for (const Remark& remark : remarks_in(ledger_)) {
      if (remark.held) continue;
      const ParsedNote& topics = ledger_.notes()[remark.note];
      Part part = remark.kind == "win" ? Part::wins : Part::decisions;
      add({remark.id, part, "", nullptr, false},
          copy_of(ledger_, remark, copier.shapes_of(remark.note)), topics,
          topics.outline.bullets[remark.bullet].line);
    }
    return std::move(items_);
  }

 private:
  Part part_of(const Chain& chain) const {
    if (chain.role == Role::talking_point) return Part::topics;
    return asked_.contains(chain.id) ? Part::asks : Part::commitments;
  }

  void add(Carried item, std::optional<std::string> lines, const ParsedNote& from,
           std::size_t line) {
    if (lines) {
      item.lines = std::move(*lines);
      items_.push_back(std::move(item));
    } else {
      left_.push_back(from.path.path() + ":" + std::to_string(line));
    }
  }

  const Ledger& ledger_;
  const IdSet asked_;
  std::vector<std::string>& left_;
  std::vector<Carried> items_;
};

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
std::vector<Change> flipped_and_cleared(const Ledger& ledger, const ParsedNote& written,
                                        const Reading& reading, NoteEdits edits) {
  NoteEdits cleared;
  clear_topics(ledger, written.path, cleared);
  clear_remarks(ledger, written, cleared);
  for (const auto& [note, more] : cleared) {
    edits[note].insert(edits[note].end(), more.begin(), more.end());
  }
  std::vector<Change> changes = changes_of(ledger, edits);
  if (!touch_topics(ledger, edits)) return changes;
  // What was carried is in the note that was written: nobody need look for it in all others.
  const Ledger after = edited(ledger, edits, reading, nullptr);
  append(changes, flipped_and_cleared(after, written, reading, {}));
  return changes;
}

int count(const std::vector<Carried>& items, Part part) {
  return static_cast<int>(std::ranges::count(items, part, &Carried::part));
}

/// Refuses what no agenda takes before it is copied: with what the copies add to each line.
void require_sensible(const Ledger& ledger, const NotePath& target) {
  constexpr std::size_t most = std::size_t{1} << 20;
  constexpr std::string_view since = " since:2026-11-17";
  constexpr std::string_view id = " ^k7m2q";
  const std::vector<std::size_t> carried = carried_into(ledger, target);
  std::size_t size = 0;
  for (const std::size_t index : carried) {
    const Task& task = ledger.shown(ledger.chains()[index]);
    size += task.text.end - task.box.at + (task.item().since ? 0 : since.size()) +
            (task.item().id.empty() ? id.size() : 0);
  }
  if (size <= most) return;
  throw Error(Status::failed,
              fmt::format("{} items are open: a note of over 1 MiB", carried.size()), "",
              "an agenda is a page: close what is done, drop what nobody will do");
}

/// What must be on disk before a copy is: old contradictions settled, and ids.
NoteEdits named_lines(const Ledger& ledger, const NotePath& target, Date today) {
  NoteEdits edits;
  settle(ledger, edits);
  std::vector<bool> is_carried(ledger.chains().size());
  for (const std::size_t index : carried_into(ledger, target)) is_carried[index] = true;
  for (std::size_t i = 0; i < ledger.chains().size(); ++i) {
    const Chain& chain = ledger.chains()[i];
    if (is_carried[i]) {
      identify(ledger, chain, today, edits);
    } else {
      part(ledger, chain, edits);
    }
  }
  for (const Remark& remark : remarks_in(ledger)) identify(ledger, remark, edits);
  return edits;
}

}  // namespace

MeetingPlan plan_meeting(const Ledger& ledger, const Agenda& agenda,
                         const MeetingTemplate& meeting_template, const Partials& partials,
                         const Reading& reading, Date today) {
  MeetingPlan plan;
  const NotePath& target = agenda.note;
  require_sensible(ledger, target);
  NoteEdits first = named_lines(ledger, target, today);
  plan.changes = changes_of(ledger, first);
  Ledger named = edited(ledger, first, reading);

  Composer composer(named, reading, Copies(named, plan.left).into(target, reading));
  const ParsedNote* existing = find_note(named, target);
  plan.created = existing == nullptr;
  std::string text;
  if (existing != nullptr) {
    text = existing->note.bytes();
    composer.complete(text);
  } else {
    text = composer.from_template(agenda, meeting_template, partials);
  }
  if (existing == nullptr) {
    plan.changes.push_back({target.path(), std::nullopt, text});
  } else if (text != existing->note.bytes()) {
    auto index = static_cast<std::size_t>(existing - named.notes().data());
    NoteEdits whole{{index, {{0, existing->note.bytes().size(), text}}}};
    append(plan.changes, changes_of(named, whole));
  }

  ParsedNote written = parse_note(target, std::move(text), reading);
  std::vector<Carried> placed = composer.placed(written);
  NoteEdits last;
  for (const Carried& item : placed) {
    if (item.chain != nullptr) mark_carried(named, *item.chain, last);
  }
  append(plan.changes, flipped_and_cleared(named, written, reading, std::move(last)));
  plan.carried = count(placed, Part::commitments) + count(placed, Part::asks);
  plan.topics = count(placed, Part::topics);
  plan.wins = count(placed, Part::wins);
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
