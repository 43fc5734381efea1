// SPDX-License-Identifier: MIT
// Matches what other programs closed with what is open here.
#include "cli/import_update.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/item_rows.hpp"
#include "cli/shared_notebook.hpp"
#include "cli/written.hpp"
#include "core/item_change.hpp"
#include "core/outside.hpp"
#include "error.hpp"
#include "text/closed_outside.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

std::vector<ClosedOutside> read_closed(Session& session, const std::string& path) {
  const std::string bytes = session.read_named(path);
  try {
    const std::size_t first = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
    return bytes.compare(first, 1, "[") == 0 ? closed_in_taskwarrior(bytes)
                                             : closed_in_todo_txt(bytes);
  } catch (Error& error) {
    error.where = path;
    throw;
  }
}

/// Closes items over all people, each on what the ones before it left.
class Update {
 public:
  Update(Session& session, std::vector<ClosedOutside> closed)
      : session_(session), closed_(std::move(closed)) {}

  Outcome run() {
    SharedNotebook notebook(session_);
    for (const Person& person : notebook.people({})) {
      Ledger ledger = notebook.notes(person);
      for (const ClosedOutside& closed : closed_) close(ledger, closed);
    }
    session_.apply(changes_);
    outcome_.kind = "actions";
    outcome_.items = items_table(std::move(rows_));
    if (changes_.empty()) session_.tell("nothing that is open here was done there");
    return std::move(outcome_);
  }

 private:
  static bool means(const ClosedOutside& closed, const Person& person, const Chain& chain) {
    if (!closed.uuid.empty()) return closed.uuid == outside_uuid(person, chain.id);
    return closed.id == chain.id && closed.person == person.folder;
  }

  Date day_of(const ClosedOutside& closed) const {
    if (closed.moment) return session_.system().clock.day_at(*closed.moment);
    return closed.day.value_or(session_.today());
  }

  void close(Ledger& ledger, const ClosedOutside& closed) {
    const auto found = std::ranges::find_if(ledger.chains(), [&](const Chain& chain) {
      return chain.role == Role::commitment && chain.state == Mark::open &&
             means(closed, ledger.person(), chain);
    });
    if (found == ledger.chains().end()) return;
    if (closed.deleted) {
      session_.tell(
          fmt::format("{0} was deleted there and stays open: oneonone drop {0}", found->id));
      return;
    }
    const std::string id = found->id;
    const Date day = std::min(day_of(closed), session_.today());
    const NoteEdits edits = close_item(ledger, *found, Mark::done, day);
    for (Change& change : changes_of(ledger, edits)) changes_.push_back(std::move(change));
    ledger = edited(ledger, edits, reading_of(ledger.person(), session_.notebook().config()));
    show(ledger, *std::ranges::find(ledger.chains(), id, &Chain::id));
  }

  void show(const Ledger& ledger, const Chain& chain) {
    rows_.push_back(row_of(ledger, chain, session_.today()));
    if (session_.globals().dry_run) return;
    const ItemRow& row = rows_.back();
    const std::string_view line = ledger.note(chain.shown).note.line(row.line);
    outcome_.view.emplace_back(view::Text{place_and_line(session_, row.path(), row.line, line)});
    warn_of_editors(session_, row.path());
  }

  Session& session_;
  std::vector<ClosedOutside> closed_;
  std::vector<Change> changes_;
  std::vector<ItemRow> rows_;
  Outcome outcome_;
};

}  // namespace

Outcome update_from(Session& session, const std::string& path) {
  return Update(session, read_closed(session, path)).run();
}

}  // namespace oneonone
