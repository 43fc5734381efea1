// SPDX-License-Identifier: MIT
// `done`, `drop`, `reopen`, `due`: change items by their ids.
#include <fmt/format.h>

#include <array>
#include <functional>
#include <memory>
#include <sstream>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/item_search.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/item_change.hpp"
#include "text/records.hpp"

namespace oneonone::done_command {

/// The edits of one item; none when there is nothing to change.
using ChangeItem = std::function<NoteEdits(const Ledger&, const Chain&)>;

/// Applies one change to every named item. Each is planned on what the ones before it left.
Outcome change_items(Session& session, const std::vector<std::string>& words,
                     const ChangeItem& change, std::string_view unchanged) {
  Ledgers ledgers(session);
  ItemSearch search = find_items(session, ledgers, words);
  std::vector<Change> changes;
  for (const FoundItem& found : search.items) {
    Ledger& ledger = search.ledgers[found.ledger];
    NoteEdits edits = change(ledger, search.chain(found));
    std::vector<Change> more = changes_of(ledger, edits);
    if (more.empty()) session.tell(fmt::format("{} {}", found.id, unchanged));
    changes.insert(changes.end(), more.begin(), more.end());
    Reading reading = reading_of(ledger.person(), session.notebook().config());
    ledger = edited(ledger, edits, reading);
  }
  session.apply(changes);
  Outcome outcome;
  outcome.kind = "actions";
  std::vector<ItemRow> rows;
  for (const FoundItem& found : search.items) {
    const Ledger& ledger = search.ledgers[found.ledger];
    const Chain& chain = search.chain(found);
    rows.push_back(row_of(ledger, chain, session.today()));
    const ItemRow& row = rows.back();
    std::string_view line = ledger.note(chain.shown).note.line(row.line);
    if (session.globals().dry_run) continue;
    outcome.view.emplace_back(view::Text{place_and_line(session, row.path(), row.line, line)});
    warn_of_editors(session, row.path());
  }
  outcome.items = items_table(std::move(rows));
  return outcome;
}

struct Ids {
  std::vector<std::string> words;

  /// One argument may be several lines: what a command printed, in quotes or a variable of zsh.
  std::vector<std::string> each() const {
    std::vector<std::string> ids;
    for (const std::string& word : words) {
      std::istringstream lines(word);
      for (std::string id; std::getline(lines, id);) ids.push_back(std::move(id));
      if (word.empty()) ids.emplace_back();
    }
    return ids;
  }
};

std::shared_ptr<Ids> declare_ids(Args& args) {
  auto ids = std::make_shared<Ids>();
  args.rest("ID", ids->words, true, "an id, its first letters, or person:id");
  return ids;
}

Run close(std::shared_ptr<Ids> ids, Mark how, std::string unchanged) {
  return [ids = std::move(ids), how, unchanged = std::move(unchanged)](Session& session) {
    auto change = [&](const Ledger& ledger, const Chain& chain) {
      return close_item(ledger, chain, how, session.today());
    };
    return change_items(session, ids->each(), change, unchanged);
  };
}

Run declare_done(Args& args) {
  args.example("done k7m2q", "the item with this id is done, today");
  args.example("done k7 alice:m3x", "two at once; the start of an id will do");
  return close(declare_ids(args), Mark::done, "is done already");
}

Run declare_drop(Args& args) {
  args.example("drop p4d8t", "nobody will do this any more");
  return close(declare_ids(args), Mark::dropped, "is dropped already");
}

Run declare_reopen(Args& args) {
  auto ids = declare_ids(args);
  args.example("reopen k7m2q", "it was not done after all");
  return [ids](Session& session) {
    return change_items(session, ids->each(), reopen_item, "is open already");
  };
}

Run declare_due(Args& args) {
  auto id = std::make_shared<std::string>();
  auto day = std::make_shared<std::optional<std::string>>();
  args.positional("ID", *id, "an id, its first letters, or person:id");
  args.date(*day, "the day (fri, +3d, eom, 2026-12-01), or none", true);
  args.example("due m3x9w fri", "by the Friday after today");
  args.example("due m3x9w none", "no day at all");
  return [id, day](Session& session) {
    std::optional<Date> due;
    if (**day != "none") due = parse_date_word(**day, session.today(), Weekdays::after_today);
    auto change = [&](const Ledger& ledger, const Chain& chain) {
      if (due) session.tell(fmt::format("due {}", due->short_form(session.today())));
      if (chain.state != Mark::open) session.tell(fmt::format("{} is not open", chain.id));
      return set_due(ledger, chain, due);
    };
    return change_items(session, {*id}, change, "has that due day already");
  };
}

constexpr std::array table{
    Command{"done", "close items as done", "every week", declare_done, item_fields},
    Command{"drop", "close items that nobody will do", "every week", declare_drop, item_fields},
    Command{"reopen", "open items again", "every week", declare_reopen, item_fields},
    Command{"due", "set the day an item is due", "every week", declare_due, item_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::done_command
