// SPDX-License-Identifier: MIT
// `actions`: every open commitment, mine, theirs and nobody's.
#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/ledgers.hpp"
#include "core/date_words.hpp"
#include "unicode.hpp"

namespace oneonone::actions_command {

using view::Cell;
using view::Grid;
using view::GridRow;
using view::Style;

struct Options {
  std::vector<std::string> people;
  std::optional<std::string> owner, due_by;
  bool mine = false, theirs = false, overdue = false, closed = false, with_private = false;
};

/// What of a row decides whether it is listed.
class Filter {
 public:
  Filter(const Options& options, const Session& session) : options_(options) {
    if (options.due_by) {
      due_by_ = parse_date_word(*options.due_by, session.today(), Weekdays::from_today);
    }
  }

  bool accepts(const ItemRow& row, const Person& person) const {
    if (options_.closed != (row.status != "open")) return false;
    if (!accepts_promiser(row, person)) return false;
    if (options_.owner && !is_owner(row, person)) return false;
    if (options_.overdue && !row.overdue) return false;
    return !due_by_ || (row.due && *row.due <= *due_by_);
  }

 private:
  /// Asked of every row: who promised it is looked up only when that matters.
  bool accepts_promiser(const ItemRow& row, const Person& person) const {
    if (!options_.mine && !options_.theirs) return true;
    const std::string owner = person.promiser(row.owner);
    if (options_.mine && owner != person.me) return false;
    return !options_.theirs || (owner != person.me && !owner.empty());
  }

  bool is_owner(const ItemRow& row, const Person& person) const {
    std::string wanted = *options_.owner;
    if (wanted == "me") wanted = person.me;
    if (wanted == "them") wanted = person.them();
    return !row.owner.empty() && person.canonical(wanted) == row.owner;
  }

  const Options& options_;
  std::optional<Date> due_by_;
};

/// A row, and whose it is: 0 mine, 1 theirs, 2 nobody's yet, 3 mine alone to bring up.
struct Listed {
  ItemRow row;
  int group = 0;
};

int group_of(const ItemRow& row, const Person& person, Role role) {
  if (role == Role::talking_point) return 3;
  const std::string owner = person.promiser(row.owner);
  if (owner.empty()) return 2;
  return owner == person.me ? 0 : 1;
}

void take(std::vector<Listed> some, std::vector<Listed>& all) {
  std::ranges::move(some, std::back_inserter(all));
}

/// Lists items of one tree of the people.
class Listing {
 public:
  Listing(Session& session, const Options& options)
      : session_(session), options_(options), filter_(options, session), ledgers_(session) {}

  std::vector<std::vector<Listed>> list(const std::vector<Person>& people, Tree tree) {
    std::vector<std::vector<Listed>> listed(people.size());
    auto use = [&](std::size_t person, const Ledger& ledger) {
      listed[person] = items_of(ledger, tree);
    };
    if (!options_.closed) {
      ledgers_.load_open(people, tree, use);
      return listed;
    }
    for (std::size_t person = 0; person < people.size(); ++person) {
      use(person, ledgers_.load(people[person], tree, Depth::all));
    }
    return listed;
  }

 private:
  std::vector<Listed> items_of(const Ledger& ledger, Tree tree) const {
    // Nothing else lists what is private, so its topics are here too.
    const auto is_listed_here = [tree](const Chain& chain) {
      const bool listed_role = chain.role == Role::commitment ||
                               (chain.role == Role::talking_point && tree == Tree::own);
      return listed_role && chain.state != Mark::carried;
    };
    std::vector<Listed> listed;
    listed.reserve(
        static_cast<std::size_t>(std::ranges::count_if(ledger.chains(), is_listed_here)));
    for (const Chain& chain : ledger.chains()) {
      if (!is_listed_here(chain)) continue;
      Listed one{row_of(ledger, chain, session_.today())};
      if (!filter_.accepts(one.row, ledger.person())) continue;
      one.group = group_of(one.row, ledger.person(), chain.role);
      listed.push_back(std::move(one));
    }
    return listed;
  }

  Session& session_;
  const Options& options_;
  Filter filter_;
  Ledgers ledgers_;
};

GridRow grid_row(ItemRow&& row, Date today) {
  GridRow line;
  line.cells.reserve(6);
  line.cells.push_back({std::move(row.id), Style::dim});
  line.cells.push_back({std::move(row.person)});
  std::string words = take_words(row);
  if (row.is_private) words.insert(0, "(private) ");
  line.cells.push_back({std::move(words)});
  line.cells.push_back(since_cell(row, today));
  line.cells.push_back(carries_cell(row));
  line.cells.push_back(due_cell(row, today));
  return line;
}

/// Late first, then due, then by age: the order in which a person would look at them.
struct Urgency {
  int group = 0;
  int due = INT32_MAX;
  int since = INT32_MAX;
  std::size_t index = 0;
  auto operator<=>(const Urgency&) const = default;
};

std::vector<Urgency> by_urgency(const std::vector<Listed>& listed) {
  std::vector<Urgency> order;
  order.reserve(listed.size());
  for (const auto& [row, group] : listed) {
    order.push_back({group, row.due ? row.due->days() : INT32_MAX,
                     row.since ? row.since->days() : INT32_MAX, order.size()});
  }
  std::ranges::sort(order);
  return order;
}

Grid grid_of(std::vector<Listed> listed, Date today) {
  static constexpr const char* headings[] = {"I owe", "Owed to me", "Nobody's yet", "To bring up"};
  Grid grid;
  grid.indent = 2;
  grid.columns = {{"", {}, false},
                  {"", {}, false},
                  {"", {}, true},
                  {"since", view::Align::right, false},
                  {"  ×", view::Align::right, false},
                  {"due", {}, false}};
  int group = -1;
  grid.rows.reserve(listed.size() + std::size(headings));
  for (const Urgency& one : by_urgency(listed)) {
    if (one.group != group) grid.rows.push_back({{}, headings[one.group]});
    group = one.group;
    grid.rows.push_back(grid_row(std::move(listed[one.index].row), today));
  }
  return grid;
}

view::Table table_of(std::vector<Listed> listed) {
  std::vector<ItemRow> rows;
  rows.reserve(listed.size());
  for (Listed& one : listed) rows.push_back(std::move(one.row));
  return items_table(std::move(rows));
}

std::string summary(const std::vector<Listed>& listed, const Options& options, std::size_t hidden) {
  auto count = [&](auto&& is) { return std::ranges::count_if(listed, is); };
  auto late = count([](const Listed& one) { return one.row.overdue; });
  auto unowned = count([](const Listed& one) { return one.group == 2; });
  std::string line = fmt::format("{} {}", listed.size(), options.closed ? "closed" : "open");
  if (late > 0) line += fmt::format(", {} late", late);
  if (unowned > 0) line += fmt::format(", {} without owner", unowned);
  line += ".";
  if (hidden > 0) line += fmt::format(" Private: {}, not shown (-p).", hidden);
  return line;
}

/// What a person should know about single rows.
std::vector<std::string> oddities(const Notebook& notebook, const std::vector<Listed>& listed) {
  std::vector<std::string> lines;
  for (const auto& [row, group] : listed) {
    if (row.closed_at.empty()) continue;
    lines.push_back(fmt::format("{} is closed in {}: 'oneonone check --fix' settles it", row.id,
                                notebook.from_here(row.closed_at)));
  }
  return lines;
}

/// An owner whom nothing names may be a slip: it is one when nobody is called so.
void require_owner(Session& session, const Options& options) {
  if (!options.owner) return;
  std::string wanted = unicode::fold(*options.owner);
  if (wanted == "me" || wanted == "them") return;
  if (wanted != unicode::fold(session.notebook().config().me)) {
    session.notebook().find_person(wanted);
  }
}

Outcome run(const Options& options, Session& session) {
  if (options.mine && options.theirs) {
    throw Error(Status::usage, "--mine and --theirs contradict each other");
  }
  std::vector<Listed> listed;
  std::vector<Listed> hidden;
  Listing listing(session, options);
  const std::vector<Person> people = session.notebook().people(options.people);
  auto shared = listing.list(people, Tree::shared);
  auto own = listing.list(people, Tree::own);
  for (std::size_t person = 0; person < people.size(); ++person) {
    take(std::move(shared[person]), listed);
    take(std::move(own[person]), options.with_private ? listed : hidden);
  }
  if (listed.empty() && hidden.empty()) require_owner(session, options);
  Outcome outcome;
  outcome.kind = "actions";
  outcome.paged = true;
  if (!options.closed) outcome.last = oddities(session.notebook(), listed);
  outcome.last.push_back(summary(listed, options, hidden.size()));
  // Of many rows one form is enough.
  if (session.globals().wants_items())
    outcome.items = table_of(std::move(listed));
  else if (!listed.empty())
    outcome.view.emplace_back(grid_of(std::move(listed), session.today()));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people");
  args.option("--owner", options->owner, "HANDLE", "only what this person promised (me, them)");
  args.flag("--mine", options->mine, "only what I promised");
  args.flag("--theirs", options->theirs, "only what others promised");
  args.flag("--overdue", options->overdue, "only what is past its due day");
  args.option("--due-by", options->due_by, "DATE", "only what is due by that day");
  args.flag("--closed", options->closed, "what was done or dropped instead");
  args.flag("-p,--private", options->with_private, "with what stands in my private notes");
  args.example("actions", "every open commitment");
  args.example("actions alice --mine", "what I owe Alice");
  args.example("actions --due-by fri", "what is due by Friday");
  args.example("actions --json | jq -r '.items[].text'", "as data");
  return [options](Session& session) { return run(*options, session); };
}

std::vector<Command> commands() {
  return {{"actions", "list open commitments", "every week", declare}};
}

}  // namespace oneonone::actions_command
