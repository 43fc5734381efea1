// SPDX-License-Identifier: MIT
// Each change touches the lines it must: the shown one, and copies that would contradict it.
#include "core/item_change.hpp"

namespace oneonone {
namespace {

void add(NoteEdits& edits, std::size_t note, std::vector<Edit> more) {
  std::vector<Edit>& here = edits[note];
  for (Edit& edit : more) here.push_back(std::move(edit));
}

/// All copies but one that are `which` become carried.
void carry_others(const Ledger& ledger, const Chain& chain, Place kept, bool (*which)(Mark),
                  NoteEdits& edits) {
  for (Place copy : chain.copies) {
    if (copy == kept || !which(ledger.task(copy).item().mark)) continue;
    edits[copy.note].push_back(set_mark(ledger.task(copy), '>'));
  }
}

}  // namespace

NoteEdits close_item(const Ledger& ledger, const Chain& chain, Mark how, Date today) {
  NoteEdits edits;
  if (chain.state == how) return edits;
  bool done = how == Mark::done;
  const Task& task = ledger.shown(chain);
  ItemEdit edit(ledger.note(chain.shown).note, task.text);
  edit.remove(done ? TokenKey::dropped : TokenKey::done);
  edit.put(done ? TokenKey::done : TokenKey::dropped, today);
  if (task.item().id != chain.id) edit.set_id(chain.id);
  edits[chain.shown.note].push_back(set_mark(task, done ? 'x' : '-'));
  add(edits, chain.shown.note, edit.edits());
  carry_others(ledger, chain, chain.shown, [](Mark mark) { return mark == Mark::open; }, edits);
  return edits;
}

NoteEdits reopen_item(const Ledger& ledger, const Chain& chain) {
  NoteEdits edits;
  if (chain.state == Mark::open && !chain.closed_at && !chain.orphan) return edits;
  Place newest = chain.copies.back();
  const Task& task = ledger.task(newest);
  ItemEdit edit(ledger.note(newest).note, task.text);
  edit.remove(TokenKey::done);
  edit.remove(TokenKey::dropped);
  if (task.item().id != chain.id) edit.set_id(chain.id);
  edits[newest.note].push_back(set_mark(task, ' '));
  add(edits, newest.note, edit.edits());
  carry_others(
      ledger, chain, newest, [](Mark mark) { return is_closed(mark) || mark == Mark::open; },
      edits);
  return edits;
}

NoteEdits set_due(const Ledger& ledger, const Chain& chain, std::optional<Date> due) {
  NoteEdits edits;
  const Task& task = ledger.shown(chain);
  ItemEdit edit(ledger.note(chain.shown).note, task.text);
  if (due) edit.put(TokenKey::due, *due);
  if (!due) edit.remove(TokenKey::due);
  if (task.item().id != chain.id) edit.set_id(chain.id);
  add(edits, chain.shown.note, edit.edits());
  return edits;
}

NoteEdits set_owner(const Ledger& ledger, const Chain& chain, const std::string& owner) {
  const Task& task = ledger.shown(chain);
  if (!task.item().owner.empty()) {  // `@me` names nobody, and the handle takes its place
    const std::string word = "@" + task.item().owner;
    const std::size_t there = ledger.note(chain.shown).note.bytes().find(word, task.box.at);
    return {{chain.shown.note, {{there, word.size(), "@" + owner}}}};
  }
  // Behind the box: its mark, the bracket and the one blank that makes it a box.
  std::size_t at = task.box.at + task.box.size + 2;
  return {{chain.shown.note, {{at, 0, "@" + owner + " "}}}};
}

}  // namespace oneonone
