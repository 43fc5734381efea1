// SPDX-License-Identifier: MIT
// No lock is held while the editor runs; what it saved is read afresh.
#include "cli/meeting_note.hpp"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "cli/ledgers.hpp"
#include "cli/written.hpp"
#include "core/lint.hpp"
#include "core/meeting.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

/// What the open commitments of a note are: carried into it, or made in it and by whom.
struct Tally {
  int carried = 0, made = 0;
  std::map<std::string, int> by_owner;
  std::vector<std::size_t> unowned;
};

Tally tally(const Ledger& ledger, const NotePath& note) {
  Tally tally;
  for (const Chain& chain : ledger.chains()) {
    if (ledger.note(chain.shown).path != note || chain.role != Role::commitment) continue;
    if (chain.state != Mark::open) continue;
    const Task& task = ledger.shown(chain);
    const std::string owner = ledger.person().promiser(task.item().owner);
    if (owner.empty()) tally.unowned.push_back(task.box_line);
    if (chain.copies.size() > 1) {
      ++tally.carried;
      continue;
    }
    ++tally.made;
    if (!owner.empty()) ++tally.by_owner[owner];
  }
  return tally;
}

std::string said(const Tally& tally) {
  std::string line = fmt::format("{} carried, {} new", tally.carried, tally.made);
  std::string owners;
  for (const auto& [owner, count] : tally.by_owner) {
    owners += fmt::format("{}{} {}", owners.empty() ? "" : ", ", owner, count);
  }
  if (!owners.empty()) line += " (" + owners + ")";
  if (!tally.unowned.empty()) {
    line += fmt::format(", {} without owner: line {}", tally.unowned.size(),
                        fmt::join(tally.unowned, ", "));
  }
  return line;
}

/// False, and said so, when the editor left nothing to read.
bool has_text(const Session& session, const Notebook& notebook, const NotePath& note) {
  auto bytes = notebook.read(note.path());
  if (bytes && bytes->find_first_not_of(" \t\r\n") != std::string::npos) return true;
  session.tell(fmt::format("{}: the editor left {}", notebook.from_here(note.path()),
                           bytes ? "an empty file" : "no file"));
  return false;
}

/// What /bin/sh says of a command that it cannot run or does not find.
bool is_no_program(int status) {
  return status == 126 || status == 127;
}

/// What a note needs after a hand has edited it, and what there is to say about it.
void finish(Session& session, const Person& person, const NotePath& note, std::string_view which) {
  if (!has_text(session, session.notebook(), note)) return;
  Ledgers ledgers(session);
  Ledger ledger = ledgers.load(person, note.tree, Depth::all);
  Reading reading = reading_of(person, session.notebook().config());
  NoteEdits edits = finish_note(ledger, note, session.today());
  session.apply(changes_of(ledger, edits));
  std::string day = note.date ? note.date->day_month() : std::string(note.name());
  ledger = edited(ledger, edits, reading);
  session.tell(fmt::format("{}{}: {}", which, day, said(tally(ledger, note))));
  tell_findings(session, ledger, note, reading);
}

}  // namespace

std::string day_from_today(Date date, Date today) {
  int off = date - today;
  std::string day = date.short_form();
  if (date.year() != today.year()) day += fmt::format(" {}", date.year());
  if (off == 0) return day + " (today)";
  if (off == 1) return day + " (tomorrow)";
  if (off == -1) return day + " (yesterday)";
  return fmt::format("{} ({})", day,
                     off > 0 ? fmt::format("in {} days", off) : fmt::format("{} days ago", -off));
}

void tell_findings(Session& session, const Ledger& ledger, const NotePath& note,
                   const Reading& reading) {
  for (const Finding& found : lint(ledger, session.notebook().handles(), reading)) {
    if (found.path != note.path() || found.severity == Severity::hint) continue;
    session.tell(fmt::format("{}:{}: {}", session.notebook().from_here(found.path), found.line,
                             found.message));
  }
}

void edit_note(Session& session, const Person& person, const NotePath& note) {
  edit_notes(session, person, {note});
}

void edit_notes(Session& session, const Person& person, const std::vector<NotePath>& notes) {
  std::vector<std::string> paths;
  for (const NotePath& note : notes) paths.push_back(note.path());
  const int status = session.edit(paths);
  if (status != 0) {
    throw Error(Status::failed, fmt::format("the editor ended with status {}", status),
                session.notebook().from_here(paths.front()),
                is_no_program(status) ? "set EDITOR, for instance: export EDITOR=vi"
                                      : "the note is as the editor left it");
  }
  for (const NotePath& note : notes) {
    const bool beside = note != notes.front();
    if (beside && !session.notebook().read(note.path())) continue;
    finish(session, person, note, beside ? "private, " : "");
  }
}

}  // namespace oneonone
