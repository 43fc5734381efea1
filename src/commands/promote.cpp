// SPDX-License-Identifier: MIT
// `promote`: moves a private line to the shared topics for the next meeting.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/ledgers.hpp"
#include "cli/topics_line.hpp"
#include "core/promotion.hpp"
#include "text/records.hpp"

namespace oneonone::promote_command {

/// A private line and the ledger it stands in.
struct Found {
  std::shared_ptr<const Ledger> own;
  PrivateLine line;
};

/// The id without the person that may stand before it: `alice:k7m2q`, `^k7m2q`.
std::string bare_id(const std::string& word) {
  std::string id = word.substr(word.find(':') + 1);
  return id.starts_with('^') ? id.substr(1) : id;
}

std::vector<Person> people_in(Session& session, const std::string& word) {
  std::size_t colon = word.find(':');
  if (colon == std::string::npos) return session.notebook().people({});
  return {session.notebook().find_person(word.substr(0, colon))};
}

Found find_line(Session& session, Ledgers& ledgers, const std::string& word) {
  std::string id = bare_id(word);
  std::vector<Found> found;
  for (const Person& person : people_in(session, word)) {
    const auto own = std::make_shared<const Ledger>(ledgers.load(person, Tree::own, Depth::all));
    for (PrivateLine& line : private_lines(*own)) {
      if (!id.empty() && line.id.starts_with(id)) found.push_back({own, std::move(line)});
    }
  }
  auto exact = [&](const Found& one) { return one.line.id == id; };
  if (std::ranges::any_of(found, exact)) std::erase_if(found, std::not_fn(exact));
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    throw Error(Status::not_found, fmt::format("there is no private line '{}'", word), "",
                "'oneonone actions -p' and 'oneonone search' show ids");
  }
  std::string hint = "say which:";
  for (const Found& one : found) {
    hint += fmt::format(" {}:{}", one.own->person().folder, one.line.id);
  }
  throw Error(Status::not_found, fmt::format("'{}' fits several lines", word), "", hint);
}

/// Ids that the shared line must not get: it may keep the one it has.
IdSet taken_ids(Ledgers& ledgers, const Found& found) {
  IdSet taken = ledgers.ids(found.own->person(), Tree::own);
  taken.erase(found.line.id);
  taken.merge(ledgers.ids(found.own->person(), Tree::shared));
  return taken;
}

Outcome run(const std::string& id, Session& session) {
  session.notebook().require_writable();
  Ledgers ledgers(session);
  Found found = find_line(session, ledgers, id);
  const Person& person = found.own->person();
  Captured typed = as_typed(found.line, person);
  std::vector<Change> changes;
  std::vector<Addition> additions;
  Item kept = captured_line(typed, person, {}, session.today()).item;
  if (is_shared(ledgers.load(person, Tree::shared, Depth::all), kept)) {
    session.tell(fmt::format("{} is shared already: only the private line goes", found.line.id));
  } else {
    IdSet taken = taken_ids(ledgers, found);
    additions.push_back(plan_addition(session, person, Tree::shared, typed, taken));
    changes.push_back(additions.back().change);
  }
  for (Change& change : changes_of(*found.own, removal_of(*found.own, found.line))) {
    session.tell("taken out of " + session.notebook().from_here(change.path));
    changes.push_back(std::move(change));
  }
  session.apply(changes);
  return show_additions(session, additions);
}

Run declare(Args& args) {
  auto id = std::make_shared<std::string>();
  args.positional("ID", *id, "a private line's id, its first letters, or person:id");
  args.example("promote j6smd", "say it at the next meeting");
  return [id](Session& session) { return run(*id, session); };
}

constexpr std::array table{Command{"promote", "share a private line at the next meeting",
                                   "now and then", declare, item_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::promote_command
