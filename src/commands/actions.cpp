// SPDX-License-Identifier: MIT
// `actions`: every open commitment, mine, theirs and nobody's.
#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <utility>

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

struct Listed {
  ItemRow row;
  /// Whose it is: 0 mine, 1 theirs, 2 nobody's yet, 3 mine alone to bring up.
  int group = 0;
  std::unique_ptr<const std::string> closed_at;  ///< where it is said to be closed: "path:line"
};

int group_of(const ItemRow& row, const Person& person, Role role) {
  if (role == Role::talking_point) return 3;
  const std::string owner = person.promiser(row.owner);
  if (owner.empty()) return 2;
  return owner == person.me ? 0 : 1;
}

/// Rows, each held once however it is shown: there may be tens of thousands.
class Rows {
 public:
  explicit Rows(std::size_t people) : parts_(2 * people) {}

  /// The rows of one tree of one person, to be put there by whoever has them first.
  std::vector<Listed>& part(std::size_t person, Tree tree) {
    return parts_[2 * person + (tree == Tree::own ? 1 : 0)];
  }
  /// To be called when all are there: they count from 0, person after person, those of the shared
  /// notes first.
  void number() {
    for (const std::vector<Listed>& part : parts_) {
      for (const Listed& one : part) order_.push_back(&one);
    }
  }

  std::size_t size() const { return order_.size(); }
  const Listed& at(std::size_t index) const { return *order_[index]; }
  const ItemRow& operator[](std::size_t index) const { return order_[index]->row; }

 private:
  std::vector<std::vector<Listed>> parts_;
  std::vector<const Listed*> order_;
};

std::string place_of(const Ledger& ledger, Place place) {
  return fmt::format("{}:{}", ledger.note(place).path.path(), ledger.task(place).box_line);
}

/// Lists items of one tree of the people.
class Listing {
 public:
  Listing(Session& session, const Options& options)
      : session_(session), options_(options), filter_(options, session), ledgers_(session) {}

  void list(const std::vector<Person>& people, Tree tree, Rows& rows) {
    auto use = [&](std::size_t person, const Ledger& ledger) {
      add(ledger, tree, rows.part(person, tree));
    };
    if (!options_.closed) return ledgers_.load_open(people, tree, use);
    for (std::size_t person = 0; person < people.size(); ++person) {
      use(person, ledgers_.load(people[person], tree, Depth::all));
    }
  }

 private:
  void add(const Ledger& ledger, Tree tree, std::vector<Listed>& rows) const {
    for (const Chain& chain : ledger.chains()) {
      // Nothing else lists what is private, so its topics are here too.
      const bool listed_here = chain.role == Role::commitment ||
                               (chain.role == Role::talking_point && tree == Tree::own);
      if (!listed_here || chain.state == Mark::carried) continue;
      Listed one{row_of(ledger, chain, session_.today()), 0, nullptr};
      if (!filter_.accepts(one.row, ledger.person())) continue;
      one.group = group_of(one.row, ledger.person(), chain.role);
      if (chain.closed_at) {
        one.closed_at = std::make_unique<const std::string>(place_of(ledger, *chain.closed_at));
      }
      rows.push_back(std::move(one));
    }
  }

  Session& session_;
  const Options& options_;
  Filter filter_;
  Ledgers ledgers_;
};

GridRow grid_row(const ItemRow& row, Date today) {
  GridRow line;
  line.cells.reserve(6);
  line.cells.push_back({row.id, Style::dim});
  line.cells.push_back({row.person});
  line.cells.push_back({(row.is_private ? "(private) " : "") + words_of(row)});
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
  std::uint32_t index = 0;
  auto operator<=>(const Urgency&) const = default;
};

std::vector<Urgency> by_urgency(const Rows& rows) {
  std::vector<Urgency> order;
  order.reserve(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const ItemRow& row = rows[i];
    order.push_back({rows.at(i).group, row.due ? row.due->days() : INT32_MAX,
                     row.since ? row.since->days() : INT32_MAX, i});
  }
  std::ranges::sort(order);
  return order;
}

/// The places of the rows on the screen, a heading before those of each group.
class Screen {
 public:
  Screen(Rows rows, Date today) : rows_(std::move(rows)), today_(today) {
    lines_.reserve(rows_.size() + 4);
    int group = -1;
    for (const Urgency& one : by_urgency(rows_)) {
      if (one.group != group) lines_.push_back(heading_bit | static_cast<std::uint32_t>(one.group));
      group = one.group;
      lines_.push_back(one.index);
    }
  }

  std::size_t lines() const { return lines_.size(); }

  GridRow line(std::size_t index) const {
    static constexpr const char* headings[] = {"I owe", "Owed to me", "Nobody's yet",
                                               "To bring up"};
    const std::uint32_t line = lines_[index];
    if ((line & heading_bit) != 0) return {{}, headings[line & ~heading_bit]};
    return grid_row(rows_[line], today_);
  }

 private:
  static constexpr std::uint32_t heading_bit = 0x80000000U;

  Rows rows_;
  Date today_;
  std::vector<std::uint32_t> lines_;  ///< indexes of rows, and groups with heading_bit
};

Grid grid_of(Rows rows, Date today) {
  const auto screen = std::make_shared<const Screen>(std::move(rows), today);
  Grid grid;
  grid.indent = 2;
  grid.columns = {{"", {}, false},
                  {"", {}, false},
                  {"", {}, true},
                  {"since", view::Align::right, false},
                  {"  ×", view::Align::right, false},
                  {"due", {}, false}};
  grid.later_rows = screen->lines();
  grid.later_row = [screen](std::size_t index) { return screen->line(index); };
  return grid;
}

std::string summary(const Rows& rows, const Options& options, std::size_t hidden) {
  std::size_t late = 0;
  std::size_t unowned = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].overdue) ++late;
    if (rows.at(i).group == 2) ++unowned;
  }
  std::string line = fmt::format("{} {}", rows.size(), options.closed ? "closed" : "open");
  if (late > 0) line += fmt::format(", {} late", late);
  if (unowned > 0) line += fmt::format(", {} without owner", unowned);
  line += ".";
  if (hidden > 0) line += fmt::format(" Private: {}, not shown (-p).", hidden);
  return line;
}

/// What a person should know about single rows.
std::vector<std::string> oddities(const Notebook& notebook, const Rows& rows) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string* place = rows.at(i).closed_at.get();
    if (place == nullptr) continue;
    lines.push_back(fmt::format("{} is closed in {}: 'oneonone check --fix' settles it", rows[i].id,
                                notebook.from_here(*place)));
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
  const std::vector<Person> people = session.notebook().people(options.people);
  Rows rows(people.size());
  Rows hidden(people.size());
  Listing listing(session, options);
  listing.list(people, Tree::shared, rows);
  listing.list(people, Tree::own, options.with_private ? rows : hidden);
  rows.number();
  hidden.number();
  if (rows.size() + hidden.size() == 0) require_owner(session, options);
  Outcome outcome;
  outcome.kind = "actions";
  outcome.paged = true;
  if (!options.closed) outcome.last = oddities(session.notebook(), rows);
  outcome.last.push_back(summary(rows, options, hidden.size()));
  // Of many rows one form is enough.
  if (session.globals().wants_items())
    outcome.items = {std::move(rows), item_columns()};
  else if (rows.size() > 0)
    outcome.view.emplace_back(grid_of(std::move(rows), session.today()));
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
