// SPDX-License-Identifier: MIT
// A line without a box is no item of a ledger: its row is made by hand.
#include "cli/topics_line.hpp"

#include <algorithm>

#include "cli/written.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

ItemRow row_without_box(const ParsedNote& parsed, const CapturedLine& line, Date today) {
  ItemRow row;
  row.id = line.item.id;
  row.person = parsed.path.person;
  row.kind = kind_word(line.kind);
  row.text = line.item.words;
  row.since = line.item.since;
  row.age_days = std::max(0, today - *line.item.since);
  row.is_private = parsed.path.tree == Tree::own;
  row.file = parsed.path.file;
  for (std::size_t n = 1; n <= parsed.note.lines(); ++n) {
    if (id_of_line(parsed.note.line(n)) == row.id) row.line = n;
  }
  return row;
}

ItemRow row_in(const Person& person, ParsedNote parsed, const CapturedLine& line,
               const IdSet& taken, Date today) {
  if (!line.kind.empty()) return row_without_box(parsed, line, today);
  Ledger ledger(person, {std::move(parsed)}, taken, nullptr);
  return row_of(ledger, *std::ranges::find(ledger.chains(), line.item.id, &Chain::id), today);
}

}  // namespace

Addition plan_addition(Session& session, const Person& person, Tree tree, const Captured& captured,
                       const IdSet& taken) {
  CapturedLine line = captured_line(captured, person, taken, session.today());
  Reading reading = reading_of(person, session.notebook().config());
  NotePath path = NotePath::make(tree, person.folder, "topics.md");
  auto before = session.notebook().read(path.path());
  std::string after = topics_with(before, line, person, reading);
  ItemRow row = row_in(person, parse_note(path, after, reading), line, taken, session.today());
  return {person, {path.path(), before, std::move(after)}, std::move(line), std::move(row)};
}

Outcome show_additions(Session& session, const std::vector<Addition>& additions) {
  Outcome outcome;
  outcome.kind = "actions";
  std::vector<ItemRow> rows;
  for (const Addition& addition : additions) {
    const ItemRow& row = addition.row;
    rows.push_back(row);
    if (session.globals().dry_run) continue;
    outcome.view.emplace_back(
        view::Text{place_and_line(session, row.path(), row.line, addition.line.text)});
    warn_of_editors(session, row.path());
  }
  outcome.items = items_table(std::move(rows));
  return outcome;
}

}  // namespace oneonone
