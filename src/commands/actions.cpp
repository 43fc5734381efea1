// SPDX-License-Identifier: MIT
// `actions`: every open commitment, mine, theirs and nobody's.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_list.hpp"
#include "cli/ledgers.hpp"
#include "core/date_words.hpp"
#include "unicode.hpp"

namespace oneonone::actions_command {

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
    if (options_.closed != (row.state != Mark::open)) return false;
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

ItemGroup group_of(const ItemRow& row, const Person& person, Role role) {
  if (role == Role::talking_point) return ItemGroup::to_bring_up;
  const std::string owner = person.promiser(row.owner);
  if (owner.empty()) return ItemGroup::nobodys;
  return owner == person.me ? ItemGroup::mine : ItemGroup::theirs;
}

std::string place_of(const Ledger& ledger, Place place) {
  return fmt::format("{}:{}", ledger.note(place).path.path(), ledger.task(place).box_line);
}

/// Lists items of one tree of the people.
class Listing {
 public:
  Listing(Session& session, const Options& options)
      : session_(session), options_(options), filter_(options, session), ledgers_(session) {}

  void list(const std::vector<Person>& people, Tree tree, ItemList& items) {
    auto use = [&](std::size_t person, Ledger ledger) {
      add(ledger, tree, items.part(person, tree));
    };
    if (!options_.closed) return ledgers_.load_open(people, tree, use);
    for (std::size_t person = 0; person < people.size(); ++person) {
      use(person, ledgers_.load(people[person], tree, Depth::all));
    }
  }

 private:
  void add(Ledger& ledger, Tree tree, ItemListPart& items) const {
    for (const Chain& chain : ledger.chains()) {
      // Nothing else lists what is private, so its topics are here too.
      const bool listed_here = chain.role == Role::commitment ||
                               (chain.role == Role::talking_point && tree == Tree::own);
      if (!listed_here || chain.state == Mark::carried) continue;
      ItemRow row = take_row(ledger, chain, session_.today());
      if (!filter_.accepts(row, ledger.person())) continue;
      const ItemGroup group = group_of(row, ledger.person(), chain.role);
      items.add(std::move(row), group);
      if (chain.closed_at)
        items.closed_at.emplace_back(chain.id, place_of(ledger, *chain.closed_at));
    }
  }

  Session& session_;
  const Options& options_;
  Filter filter_;
  Ledgers ledgers_;
};

std::string summary(const ItemList& items, const Options& options, std::size_t hidden) {
  std::size_t late = 0;
  std::size_t unowned = 0;
  for (const ItemListPart& part : items.parts()) {
    for (const ListedItem& item : part.items) {
      if (item.overdue) ++late;
      if (item.group == ItemGroup::nobodys) ++unowned;
    }
  }
  std::string line = fmt::format("{} {}", items.size(), options.closed ? "closed" : "open");
  if (late > 0) line += fmt::format(", {} late", late);
  if (unowned > 0) line += fmt::format(", {} without owner", unowned);
  line += ".";
  if (hidden > 0) line += fmt::format(" Private: {}, not shown (-p).", hidden);
  return line;
}

/// What a person should know about single items.
std::vector<std::string> oddities(const Notebook& notebook, const ItemList& items) {
  std::vector<std::string> lines;
  for (const ItemListPart& part : items.parts()) {
    for (const auto& [id, place] : part.closed_at) {
      lines.push_back(fmt::format("{} is closed in {}: 'oneonone check --fix' settles it", id,
                                  notebook.from_here(place)));
    }
  }
  return lines;
}

ItemForm form_of(const Globals& globals) {
  if (globals.json) return ItemForm::json;
  return globals.wants_items() ? ItemForm::row : ItemForm::screen;
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
  const std::vector<Person> people = session.notebook().people(options.people);
  ItemList items(people.size(), form_of(session.globals()), session.today());
  ItemList hidden(people.size(), ItemForm::none, session.today());
  Listing listing(session, options);
  listing.list(people, Tree::shared, items);
  if (session.notebook().has(Tree::own))
    listing.list(people, Tree::own, options.with_private ? items : hidden);
  if (items.size() + hidden.size() == 0) require_owner(session, options);
  Outcome outcome;
  outcome.kind = "actions";
  outcome.paged = true;
  if (!options.closed) outcome.last = oddities(session.notebook(), items);
  outcome.last.push_back(summary(items, options, hidden.size()));
  if (session.globals().wants_items())
    outcome.items = items.table();
  else if (items.size() > 0)
    outcome.view.emplace_back(items.grid());
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

constexpr std::array table{Command{"actions", "list open commitments", "every week", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::actions_command
