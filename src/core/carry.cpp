// SPDX-License-Identifier: MIT
// The edits of carrying, each on values: nothing here reads or writes a file.
#include "core/carry.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/date_words.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

void close_like(const Ledger& ledger, const Chain& chain, NoteEdits& edits) {
  const Task& open = ledger.shown(chain);
  const Item& closed = ledger.task(*chain.closed_at).item();
  bool done = closed.mark == Mark::done;
  auto day = done ? closed.done : closed.dropped;
  if (!day) day = ledger.note(*chain.closed_at).path.date;
  if (!day) day = ledger.note(chain.shown).path.date;
  std::vector<Edit>& here = edits[chain.shown.note];
  here.push_back(set_mark(open, done ? 'x' : '-'));
  if (!day) return;
  ItemEdit edit(ledger.note(chain.shown).note, open.text);
  edit.put(done ? TokenKey::done : TokenKey::dropped, *day);
  for (Edit& one : edit.edits()) here.push_back(std::move(one));
}

std::set<std::string_view> trimmed_lines_of(const Note& note) {
  std::set<std::string_view> lines;
  for (std::size_t i = 1; i <= note.lines(); ++i) lines.insert(trimmed(note.line(i)));
  return lines;
}

bool holds_item(const Ledger& ledger, Place outer) {
  const std::vector<Task>& tasks = ledger.notes()[outer.note].outline.tasks;
  for (std::size_t i = outer.task + 1; i < tasks.size(); ++i) {
    if (tasks[i].first_line > tasks[outer.task].last_line) break;
    if (ledger.chain_of({outer.note, i})) return true;
  }
  return false;
}

}  // namespace

Ledger edited(const Ledger& ledger, const NoteEdits& edits, const Reading& reading) {
  return edited(ledger, edits, reading, ledger.elsewhere());
}

Ledger edited(const Ledger& ledger, const NoteEdits& edits, const Reading& reading,
              Ledger::Elsewhere elsewhere) {
  std::vector<ParsedNote> notes;
  notes.reserve(ledger.notes().size());
  for (std::size_t index = 0; index < ledger.notes().size(); ++index) {
    const ParsedNote& parsed = ledger.notes()[index];
    const auto edit = edits.find(index);
    if (edit == edits.end()) {
      notes.push_back(parsed);
      continue;
    }
    std::string bytes = apply_edits(parsed.note.bytes(), edit->second);
    notes.push_back(parse_note(parsed.path, std::move(bytes), reading));
  }
  return {ledger.person(), std::move(notes), ledger.taken(), std::move(elsewhere)};
}

std::vector<Change> changes_of(const Ledger& ledger, const NoteEdits& edits) {
  std::vector<Change> changes;
  for (const auto& [index, note_edits] : edits) {
    const ParsedNote& parsed = ledger.notes()[index];
    std::string bytes = apply_edits(parsed.note.bytes(), note_edits);
    if (bytes == parsed.note.bytes()) continue;
    require_no_conflict(parsed.note, parsed.path.path());
    changes.push_back({parsed.path.path(), std::string(parsed.note.bytes()), std::move(bytes)});
  }
  return changes;
}

void settle(const Ledger& ledger, NoteEdits& edits) {
  for (const Chain& chain : ledger.chains()) {
    if (chain.state != Mark::open || chain.orphan) continue;
    bool close_here = chain.closed_at && *chain.closed_at < chain.shown;
    if (close_here) close_like(ledger, chain, edits);
    for (Place copy : chain.copies) {
      bool stays = copy == chain.shown && (close_here || !chain.closed_at);
      if (stays || ledger.task(copy).item().mark != Mark::open) continue;
      edits[copy.note].push_back(set_mark(ledger.task(copy), '>'));
    }
  }
}

void identify(const Ledger& ledger, const Chain& chain, Date today, NoteEdits& edits) {
  const ParsedNote& parsed = ledger.note(chain.shown);
  const Task& task = ledger.shown(chain);
  ItemEdit edit(parsed.note, task.text);
  Date from = parsed.path.date.value_or(today);
  auto due = try_date_word(task.item().due_word, from, Weekdays::after_today);
  if (!task.item().due_word.empty() && due) edit.put(TokenKey::due, *due);
  if (task.item().id != chain.id) edit.set_id(chain.id);
  for (Edit& one : edit.edits()) edits[chain.shown.note].push_back(std::move(one));
}

void part(const Ledger& ledger, const Chain& chain, NoteEdits& edits) {
  const Task& task = ledger.shown(chain);
  if (task.item().id.empty() || task.item().id == chain.id) return;
  ItemEdit edit(ledger.note(chain.shown).note, task.text);
  edit.set_id(chain.id);
  for (Edit& one : edit.edits()) edits[chain.shown.note].push_back(std::move(one));
}

void stamp(const Ledger& ledger, const Chain& chain, Date today, NoteEdits& edits) {
  const ParsedNote& parsed = ledger.note(chain.shown);
  const Task& task = ledger.shown(chain);
  const Item& item = task.item();
  bool done = item.mark == Mark::done;
  if (!is_closed(item.mark) || chain.role != Role::commitment) {
    part(ledger, chain, edits);
    return;
  }
  ItemEdit edit(parsed.note, task.text);
  Date day = std::min(parsed.path.date.value_or(today), today);
  if (!(done ? item.done : item.dropped)) edit.put(done ? TokenKey::done : TokenKey::dropped, day);
  if (!item.id.empty() && item.id != chain.id) edit.set_id(chain.id);
  for (Edit& one : edit.edits()) edits[chain.shown.note].push_back(std::move(one));
}

std::vector<std::size_t> carried_into(const Ledger& ledger, const NotePath& target) {
  std::vector<std::size_t> carried;
  for (std::size_t i = 0; i < ledger.chains().size(); ++i) {
    const Chain& chain = ledger.chains()[i];
    bool earlier = ledger.note(chain.copies.back()).path < target;
    bool waits = target.date && is_snoozed(ledger.shown(chain).item(), *target.date);
    if (chain.state == Mark::open && !chain.closed_at && earlier && !waits) carried.push_back(i);
  }
  auto birth = [&](std::size_t index) {
    const Chain& chain = ledger.chains()[index];
    auto since = ledger.since(chain);
    return std::tuple(since ? since->days() : INT32_MAX, ledger.note(chain.shown).path.file,
                      ledger.shown(chain).box_line);
  };
  std::ranges::sort(carried, {}, birth);
  return carried;
}

ItemShapes& Copier::shapes_of(std::size_t note) {
  return shapes_.try_emplace(note, ledger_.notes()[note].note).first->second;
}

std::optional<std::string> Copier::lines_of(const Chain& chain) {
  const ParsedNote& parsed = ledger_.note(chain.shown);
  auto stays = [&](std::size_t task) {
    Mark mark = parsed.outline.tasks[task].item().mark;
    return ledger_.chain_of({chain.shown.note, task}) || is_closed(mark) || mark == Mark::carried;
  };
  return carve(parsed.note, parsed.outline, ledger_.shown(chain), shapes_of(chain.shown.note),
               stays);
}

std::optional<std::string> Copier::copy(const Chain& chain, std::optional<Date> day) {
  auto lines = lines_of(chain);
  if (!lines) return std::nullopt;
  Note copy(std::move(*lines));
  Outline outline = outline_of(copy, reading_);
  const std::string& id = ledger_.shown(chain).item().id;
  if (outline.tasks.empty() || outline.tasks[0].item().id != id) return std::nullopt;
  const Task& task = outline.tasks[0];
  std::vector<Edit> edits;
  if (task.item().mark == Mark::carried) edits.push_back(set_mark(task, ' '));
  ItemEdit edit(copy, task.text);
  auto since = ledger_.since(chain);
  if (!since) since = day;
  if (!task.item().since && since) edit.put(TokenKey::since, *since);
  for (Edit& one : edit.edits()) edits.push_back(std::move(one));
  return apply_edits(copy.bytes(), std::move(edits));
}

void mark_carried(const Ledger& ledger, const Chain& chain, NoteEdits& edits) {
  for (Place copy : chain.copies) {
    const Task& task = ledger.task(copy);
    if (task.item().mark == Mark::open) edits[copy.note].push_back(set_mark(task, '>'));
  }
}

bool Holders::hold(const Note& holder, const Note& note, std::size_t first, std::size_t last) {
  auto& there = lines_[&holder];
  if (there.empty()) there = trimmed_lines_of(holder);
  for (std::size_t line = first; line <= last; ++line) {
    std::string_view text = trimmed(note.line(line));
    if (!text.empty() && !there.contains(text)) return false;
  }
  return true;
}

void clear_topics(const Ledger& ledger, const NotePath& target, NoteEdits& edits) {
  Holders holders;
  for (const Chain& chain : ledger.chains()) {
    Place first = chain.copies.front();
    const ParsedNote& topics = ledger.note(first);
    const Task& task = ledger.task(first);
    if (topics.path.date || task.item().mark != Mark::carried || chain.copies.size() < 2) continue;
    if (holds_item(ledger, first)) continue;
    const ParsedNote& holder = ledger.note(chain.copies[1]);
    if (!(holder.path < target)) continue;
    if (!holders.hold(holder.note, topics.note, task.box_line + 1, task.last_line)) continue;
    std::size_t from = topics.note.start(task.first_line);
    edits[first.note].push_back({from, topics.note.next(task.last_line) - from, ""});
  }
}

}  // namespace oneonone
