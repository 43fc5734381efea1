// SPDX-License-Identifier: MIT
// `goals`: a scorecard of lead measures by week; `goals add` and `goals close`.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/goal_book.hpp"
#include "cli/meeting_note.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/goal_edits.hpp"
#include "core/note_choice.hpp"
#include "error.hpp"
#include "unicode.hpp"
#include "view/spark.hpp"

namespace oneonone::goals_command {

using view::Align;
using view::Grid;
using view::GridRow;
using view::Style;
using view::Value;

struct ListOptions {
  std::vector<std::string> people;
  std::optional<int> weeks;
  bool all = false, with_private = false;
};

struct Row {
  std::string person;
  GoalCard card;

  const Goal& goal() const { return card.goal; }
  bool is_private() const { return goal().path.tree == Tree::own; }
};

constexpr int shown_weeks = 4;
constexpr int drawn_weeks = 12;

Date monday_of(Date day) {
  return day - static_cast<int>(day.weekday() - 1);
}

/// The last number of the week that starts on a Monday.
std::optional<double> value_in_week(const Series& series, Date monday) {
  std::optional<double> value;
  for (const Measured& one : series.readings) {
    if (monday_of(one.date()) == monday) value = one.value;
  }
  return value;
}

std::string trend_of(const Series& series, Date today) {
  std::vector<std::optional<double>> numbers;
  double low = std::min(series.measure.target.value_or(0), 0.0);
  double high = std::max(series.measure.target.value_or(0), 0.0);
  for (int week = drawn_weeks - 1; week >= 0; --week) {
    numbers.push_back(value_in_week(series, monday_of(today) - 7 * week));
    if (!numbers.back() && numbers.size() == 1) numbers.clear();
    if (numbers.empty() || !numbers.back()) continue;
    low = std::min(low, *numbers.back());
    high = std::max(high, *numbers.back());
  }
  return numbers.empty() ? "" : view::sparkline(numbers, low, high);
}

std::string shown_day(Date day, Date today) {
  return day.year() == today.year() ? day.day_month() : day.long_form();
}

std::string heading_of(const Row& row, bool several_people, Date today) {
  const Goal& goal = row.goal();
  std::string text = several_people ? row.person + ": " : "";
  text += (row.is_private() ? "(private) " : "") + goal.text + " · " + goal.id;
  if (goal.closed) {
    return text + fmt::format(" · {} {}", goal.mark == Mark::done ? "reached" : "dropped",
                              shown_day(*goal.closed, today));
  }
  if (goal.due) {
    text += goal.due < today ? " · was due " : " · due ";
    text += shown_day(*goal.due, today);
  }
  const auto weeks = weeks_untouched(goal, row.card.touched, today);
  if (weeks) text += fmt::format(" · not touched for {} weeks", *weeks);
  return text;
}

GridRow line_of(const Series& series, int weeks, Date today) {
  GridRow line;
  line.cells.push_back({series.measure.name});
  for (int week = weeks - 1; week >= 0; --week) {
    const auto value = value_in_week(series, monday_of(today) - 7 * week);
    const bool met = value && series.measure.met_by(*value);
    line.cells.push_back({value ? shown_number(*value) : "", met ? Style::good : Style::plain});
  }
  line.cells.push_back({trend_of(series, today)});
  line.cells.push_back({series.measure.aim, Style::dim});
  return line;
}

Grid grid_of(const std::vector<Row>& rows, int weeks, Date today) {
  Grid grid;
  grid.indent = 2;
  grid.columns.push_back({"", Align::left, true});
  const bool measured =
      std::ranges::any_of(rows, [](const Row& row) { return !row.card.series.empty(); });
  for (int week = weeks - 1; week >= 0; --week) {
    const Date monday = monday_of(today) - 7 * week;
    grid.columns.push_back({measured ? monday.day_month() : "", Align::right});
  }
  grid.columns.push_back({""});
  grid.columns.push_back({measured ? "aim" : ""});
  const bool several_people =
      std::ranges::any_of(rows, [&](const Row& row) { return row.person != rows.front().person; });
  for (const Row& row : rows) {
    grid.rows.push_back({{}, heading_of(row, several_people, today)});
    for (const Series& series : row.card.series) {
      grid.rows.push_back(line_of(series, weeks, today));
    }
  }
  return grid;
}

Value or_null(const std::optional<Date>& date) {
  return date ? Value(date->iso()) : Value();
}

std::string_view status_of(const Goal& goal) {
  if (goal.mark == Mark::done) return "done";
  return goal.mark == Mark::dropped ? "dropped" : "open";
}

Value measures_value(const GoalCard& card) {
  view::List measures;
  for (const Series& series : card.series) {
    view::List readings;
    for (const Measured& one : series.readings) {
      readings.emplace_back(view::Object{{"date", one.date().iso()},
                                         {"value", one.value},
                                         {"path", one.path.path()},
                                         {"line", one.line}});
    }
    const Measure& measure = series.measure;
    measures.emplace_back(
        view::Object{{"name", measure.name},
                     {"aim", measure.aim},
                     {"target", measure.target ? Value(*measure.target) : Value()},
                     {"at_most", measure.at_most},
                     {"readings", std::move(readings)}});
  }
  return measures;
}

view::Table table_of(std::vector<Row> rows) {
  const std::vector<view::Column<Row>> columns{
      {"id", [](const Row& row) { return Value(row.goal().id); }},
      {"person", [](const Row& row) { return Value(row.person); }},
      {"text", [](const Row& row) { return Value(row.goal().text); }},
      {"status", [](const Row& row) { return Value(status_of(row.goal())); }},
      {"since", [](const Row& row) { return or_null(row.goal().since); }},
      {"due", [](const Row& row) { return or_null(row.goal().due); }},
      {"closed", [](const Row& row) { return or_null(row.goal().closed); }},
      {"touched", [](const Row& row) { return or_null(row.card.touched); }},
      {"measures", [](const Row& row) { return measures_value(row.card); }},
      {"private", [](const Row& row) { return Value(row.is_private()); }},
      {"path", [](const Row& row) { return Value(row.goal().path.path()); }},
      {"line", [](const Row& row) { return Value(row.goal().line); }},
  };
  return {std::move(rows), columns};
}

Outcome run_list(const ListOptions& options, Session& session) {
  Ledgers ledgers(session);
  std::vector<Row> rows;
  for (const Person& person : session.notebook().people(options.people)) {
    for (GoalCard& card : goal_cards(session, ledgers, person)) {
      if (options.all || card.goal.mark == Mark::open) {
        rows.push_back({person.folder, std::move(card)});
      }
    }
  }
  std::size_t hidden = rows.size();
  if (!options.with_private) std::erase_if(rows, [](const Row& row) { return row.is_private(); });
  hidden -= rows.size();
  Outcome outcome;
  outcome.kind = "goals";
  outcome.paged = true;
  const Date today = session.today();
  if (!rows.empty()) {
    outcome.view.emplace_back(grid_of(rows, options.weeks.value_or(shown_weeks), today));
  }
  outcome.last.push_back(fmt::format("{} {}.", rows.size(), rows.size() == 1 ? "goal" : "goals"));
  if (hidden > 0) outcome.last.back() += fmt::format(" Private: {}, not shown (-p).", hidden);
  outcome.items = table_of(std::move(rows));
  return outcome;
}

Run declare_list(Args& args) {
  auto options = std::make_shared<ListOptions>();
  args.rest("PERSON", options->people, false, "only these people");
  args.flag("--all", options->all, "with goals that were reached or dropped");
  args.option("--weeks", options->weeks, 1, 52, "N", "numbers of so many weeks: 4");
  args.flag("-p,--private", options->with_private, "with the goals in my private notes");
  args.example("goals alice", "her goals and how the numbers move");
  return [options](Session& session) { return run_list(*options, session); };
}

struct AddOptions {
  std::string person;
  std::vector<std::string> words, measures;
  std::optional<std::string> due;
  bool is_private = false;
};

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

/// A goal's id that is free in the person's folder.
std::string free_id(Session& session, const Person& person, Tree tree, const std::string& text) {
  Ledgers ledgers(session);
  IdSet taken = ledgers.ids(person, Tree::shared);
  if (tree == Tree::own) taken.merge(ledgers.ids(person, Tree::own));
  for (const Goal& goal : goals_of(session, person)) {
    if (goal.path.tree == Tree::shared || tree == Tree::own) taken.insert(goal.id);
  }
  return mint_id({person.people, "goals.md", "", text}, taken);
}

Outcome run_add(const AddOptions& options, Session& session) {
  session.notebook().require_writable();
  const Person person = session.notebook().find_person(options.person);
  const Tree tree = options.is_private ? Tree::own : Tree::shared;
  NewGoal goal{joined(options.words), {}, options.measures};
  if (options.due) {
    goal.due = parse_date_word(*options.due, session.today(), Weekdays::after_today);
  }
  const std::string path = NotePath::make(tree, person.folder, "goals.md").path();
  const auto before = session.notebook().read(path);
  const std::string id = free_id(session, person, tree, goal.text);
  session.apply({{path, before, goals_with(before, goal, id, session.today())}});
  warn_of_editors(session, path);
  session.tell(
      fmt::format("{}: {}{}", id, goal.text,
                  goal.due ? ", due " + shown_day(*goal.due, session.today()) : std::string()));
  return written_paths(session, {path});
}

Run declare_add(Args& args) {
  auto options = std::make_shared<AddOptions>();
  args.positional("PERSON", options->person, "whose goal");
  args.rest("TEXT", options->words, true, "where it leads, in a line");
  args.option("--due", options->due, "DATE", "by when");
  args.option("--measure", options->measures, "'NAME: AIM'",
              "a number to move every week; may be given several times");
  args.flag("--private", options->is_private, "into my private notes");
  args.example(
      "goals add alice 'Checkout answers in 300 ms' --due 31mar "
      "--measure 'slow pages: at most 2'",
      "a goal and what moves it");
  return [options](Session& session) { return run_add(*options, session); };
}

struct CloseOptions {
  std::string person, goal;
  std::optional<std::string> date;
  bool dropped = false;
};

/// The goal that a word names: its id or the start of it, or part of its text.
Goal find_goal(const std::vector<Goal>& goals, const Person& person, const std::string& word) {
  const std::string wanted = unicode::fold(word);
  std::vector<Goal> found;
  for (const Goal& goal : goals) {
    if (goal.id == wanted) return goal;
    const bool named = unicode::fold(goal.text).find(wanted) != std::string::npos;
    if (!wanted.empty() && (goal.id.starts_with(wanted) || named)) found.push_back(goal);
  }
  if (found.size() == 1) return found.front();
  std::string names;
  for (const Goal& goal : found.empty() ? goals : found) {
    const bool own = goal.path.tree == Tree::own;
    names += names.empty() ? "" : ", ";
    names += own ? fmt::format("a private one ({})", goal.id)
                 : fmt::format("'{}' ({})", goal.text, goal.id);
  }
  throw Error(Status::not_found,
              found.empty() ? fmt::format("{} has no goal '{}'", person.folder, word)
                            : fmt::format("'{}' fits several goals", word),
              "", names.empty() ? "'oneonone goals add' sets one" : "there are " + names);
}

/// The day it was reached: today, or the one that a word names; without a year the nearer one.
Date day_of_end(const std::optional<std::string>& word, Date today) {
  const Date day = word ? day_of_note({}, *word, today) : today;
  if (day <= today) return day;
  throw Error(Status::usage, day.short_form(today) + " is still ahead", "",
              "close the goal when it is reached");
}

Outcome run_close(const CloseOptions& options, Session& session) {
  session.notebook().require_writable();
  const Person person = session.notebook().find_person(options.person);
  const Goal goal = find_goal(goals_of(session, person), person, options.goal);
  const Date day = day_of_end(options.date, session.today());
  if (goal.mark != Mark::open) {
    session.tell(fmt::format("{} is closed already: {}", goal.id, goal.text));
    return written_paths(session, {});
  }
  const std::string path = goal.path.path();
  const std::string before = session.notebook().read(path).value_or("");
  const Note note(before);
  require_no_conflict(note, session.notebook().from_here(path));
  const Mark how = options.dropped ? Mark::dropped : Mark::done;
  session.apply({{path, before, closed_goals(note, goal, how, day)}});
  warn_of_editors(session, path);
  session.tell(
      fmt::format("{} {}: {}", goal.id, options.dropped ? "dropped" : "reached", goal.text));
  return written_paths(session, {path});
}

Run declare_close(Args& args) {
  auto options = std::make_shared<CloseOptions>();
  args.positional("PERSON", options->person, "whose goal");
  args.positional("GOAL", options->goal, "its id, or part of its text");
  args.date(options->date, "the day it was reached; else today");
  args.flag("--dropped", options->dropped, "it was given up instead");
  args.example("goals close alice checkout", "it was reached");
  return [options](Session& session) { return run_close(*options, session); };
}

constexpr std::array table{
    Command{"goals", "show goals and how their numbers move", "now and then", declare_list},
    Command{"goals add", "set a goal", "now and then", declare_add, path_fields},
    Command{"goals close", "close a goal: reached or dropped", "now and then", declare_close,
            path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::goals_command
