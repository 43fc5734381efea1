// SPDX-License-Identifier: MIT
// `handover`: when somebody else takes a place, what goes on with them; nothing is guessed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/handing_over.hpp"
#include "core/date_words.hpp"
#include "error.hpp"
#include "unicode.hpp"

namespace oneonone::handover_command {

constexpr int usual_months = 6;

struct Options {
  std::string person;
  std::optional<std::string> to, since, output;
  std::vector<std::string> include;
};

/// A word of --include that stands for all of a kind.
struct Group {
  std::string_view word, what, title;
};
constexpr std::array<Group, 3> groups{
    {{"items", "item", "Open items"}, {"goals", "goal", "Goals"}, {"wins", "win", "Wins"}}};

struct Row {
  Heirloom heirloom;
  std::string person;
  bool included = false;
};

/// True for the report's manager, the mentee's mentor: it is the other one who stays.
bool is_leaving(const Person& person) {
  static constexpr std::array<std::string_view, 3> mine{"report", "mentee", "skip-report"};
  return std::ranges::find(mine, person.relation()) != mine.end();
}

bool names_group(const std::string& word, const Heirloom& heirloom) {
  const auto is_it = [&](const Group& group) {
    return group.word == word && group.what == heirloom.what;
  };
  return word == "all" || std::ranges::any_of(groups, is_it);
}

bool names_id(const std::string& word, const Heirloom& heirloom) {
  return !word.empty() && heirloom.id.starts_with(word);
}

/// A word that stands for no group is an id, or its beginning where it fits one.
void include(const std::string& word, std::vector<Row>& rows) {
  const bool group = word == "all" || std::ranges::find(groups, word, &Group::word) != groups.end();
  std::vector<Row*> fitting;
  for (Row& row : rows) {
    if (group ? names_group(word, row.heirloom) : names_id(word, row.heirloom)) {
      fitting.push_back(&row);
    }
  }
  if (!group && fitting.size() != 1) {
    throw Error(Status::not_found,
                fmt::format(fmt::runtime(fitting.empty() ? "nothing here has the id '{}'"
                                                         : "'{}' fits several lines"),
                            word),
                "--include", "items, goals, wins, all, or an id of the preview");
  }
  for (Row* row : fitting) row->included = true;
}

view::Table table_of(std::vector<Row> rows) {
  using view::Value;
  const auto day = [](const std::optional<Date>& date) {
    return date ? Value(date->iso()) : Value();
  };
  static const std::vector<view::Column<Row>> columns{
      {"what", [](const Row& row) { return Value(row.heirloom.what); }},
      {"id", [](const Row& row) { return Value(row.heirloom.id); }},
      {"person", [](const Row& row) { return Value(row.person); }},
      {"owner", [](const Row& row) { return Value(row.heirloom.owner); }},
      {"text", [](const Row& row) { return Value(row.heirloom.text); }},
      {"since", [day](const Row& row) { return day(row.heirloom.since); }},
      {"due", [day](const Row& row) { return day(row.heirloom.due); }},
      {"included", [](const Row& row) { return Value(row.included); }},
      {"path", [](const Row& row) { return Value(row.heirloom.path.path()); }},
      {"line", [](const Row& row) { return Value(row.heirloom.line); }},
  };
  return {std::move(rows), columns};
}

view::Grid grid_of(const std::vector<Row>& rows, Date today) {
  const auto day = [today](const std::optional<Date>& date) {
    return view::Cell{date ? date->short_form(today) : "", view::Style::dim};
  };
  view::Grid grid;
  grid.indent = 2;
  grid.columns = {{""}, {""}, {"", view::Align::left, true}, {"since"}, {"due"}};
  for (const Group& group : groups) {
    bool first = true;
    for (const Row& row : rows) {
      if (row.heirloom.what != group.what) continue;
      if (std::exchange(first, false)) grid.rows.push_back({{}, std::string(group.title)});
      const Heirloom& one = row.heirloom;
      grid.rows.push_back({{{one.id}, {one.owner}, {one.text}, day(one.since), day(one.due)}, ""});
    }
  }
  return grid;
}

std::vector<Heirloom> chosen_of(const std::vector<Row>& rows) {
  std::vector<Heirloom> chosen;
  for (const Row& row : rows) {
    if (row.included) chosen.push_back(row.heirloom);
  }
  return chosen;
}

void require_other(const Person& heir, const Options& options, const Person& person) {
  if (heir.folder == person.folder) {
    throw Error(Status::usage, "nobody takes their own place", "--to");
  }
  if (options.output) {
    throw Error(Status::usage, "you stay, so it goes into " + heir.folder + "'s folder", "-o");
  }
}

/// A handle that is neither of the two: the one who takes my place need not be in this notebook.
void require_successor(const std::string& handle, const Person& person) {
  if (!unicode::is_handle(handle)) {
    throw Error(Status::usage, fmt::format("'{}' is no handle", handle), "--to",
                "letters, digits and '-', at most 64 bytes");
  }
  if (person.canonical(handle) == person.them() || handle == person.me) {
    throw Error(Status::usage, "nobody takes their own place", "--to");
  }
}

/// Somebody of the notebook, and not the one whose place they take. Nothing when I am the one who
/// goes, or while one only looks and the heir is not here yet.
std::optional<Person> heir_of(const SharedNotebook& notebook, const Options& options,
                              const Person& person) {
  if (is_leaving(person)) {
    require_successor(*options.to, person);
    return std::nullopt;
  }
  try {
    Person heir = notebook.people({*options.to}).front();
    require_other(heir, options, person);
    return heir;
  } catch (const Error& error) {
    if (!options.include.empty() || error.status != Status::not_found) throw;
    require_successor(*options.to, person);
    return std::nullopt;
  }
}

/// Without an heir I go, and somebody else takes my place.
std::vector<std::string> write(const Options& options, Session& session,
                               const SharedNotebook& notebook, const Handover& handover,
                               const std::optional<Person>& heir) {
  if (heir) return hand_over_to(session, notebook, handover, *heir);
  if (options.output) {
    return hand_over_in(session, notebook, handover, *options.to, *options.output);
  }
  const Person& person = handover.person;
  throw Error(Status::usage, fmt::format("{} stays and you go: name a folder", person.name()), "-o",
              fmt::format("it is for the two of them: -o ../{}-{}", person.them(), *options.to));
}

Outcome run(const Options& options, Session& session) {
  if (!options.to) {
    throw Error(Status::usage, "to whom?", "--to", "the handle of the one who takes the place");
  }
  const Date since = options.since
                         ? parse_date_word(*options.since, session.today(), Weekdays::last)
                         : add_months(session.today(), -usual_months);
  SharedNotebook notebook(session);
  const Person person = notebook.people({options.person}).front();
  const std::optional<Person> heir = heir_of(notebook, options, person);
  Handover handover{person, notebook.notes(person), {}};
  std::vector<Row> rows;
  for (Heirloom& one : heirlooms(handover.ledger, notebook.goals(person), since)) {
    rows.push_back({std::move(one), person.folder, false});
  }
  for (const std::string& word : options.include) include(word, rows);
  handover.chosen = chosen_of(rows);
  Outcome outcome;
  if (options.include.empty()) {
    outcome.view.emplace_back(grid_of(rows, session.today()));
    outcome.last = {rows.empty() ? "nothing is open here"
                                 : "nothing is copied yet: choose with --include items, goals, "
                                   "wins, all or an id"};
  } else {
    for (const std::string& path : write(options, session, notebook, handover, heir)) {
      if (session.globals().dry_run) break;
      outcome.view.emplace_back(
          view::Text{is_leaving(person) ? path : session.notebook().from_here(path)});
    }
    outcome.last = {"'oneonone people archive " + person.folder + "' when you no longer meet"};
  }
  outcome.kind = "handover";
  outcome.items = table_of(std::move(rows));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whose place is taken, or who gets another manager");
  args.option("--to", options->to, "HANDLE", "who takes the place");
  args.option("--include", options->include, "WHAT",
              "items, goals, wins, all, or an id; may be given several times");
  args.option("--since", options->since, "DATE",
              "wins from this day on; half a year when not named");
  args.option("-o,--output", options->output, "FOLDER", "a new folder for the two who stay");
  args.example("handover dana --to frank", "what could go on with Frank, who follows Dana");
  args.example("handover dana --to frank --include items --include goals", "copy it");
  args.example("handover alice --to frank --include all -o ../alice-frank",
               "Alice's manager leaves a folder for Alice and Frank");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"handover", "hand on what is open when somebody takes a place",
                                   "every quarter", declare, [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::handover_command
