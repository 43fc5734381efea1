// SPDX-License-Identifier: MIT
// `status`: everyone at a glance: last held, next due, what is open on each side.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <tuple>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "cli/mirror_words.hpp"

namespace oneonone {
namespace {

using view::Cell;
using view::Style;
using view::Value;

struct Options {
  std::vector<std::string> people;
  bool check = false, line = false, all = false, mirror = false;
};

struct Row {
  Person person;
  Cadence cadence;
  Rhythm rhythm;
  int open_mine = 0, open_theirs = 0, topics = 0;
};

Row row_of(Session& session, Ledgers& ledgers, const Person& person) {
  Row row{person, cadence_of(session.notebook().config(), person), {}, 0, 0, 0};
  row.rhythm = rhythm_of(recent_meetings(session, person), row.cadence, session.today());
  Ledger ledger = ledgers.load(person, Tree::shared, Depth::open);
  for (const Chain& chain : ledger.chains()) {
    if (chain.state != Mark::open) continue;
    const std::string& owner = ledger.shown(chain).item().owner;
    bool mine = !owner.empty() && person.canonical(owner) == person.me;
    if (chain.role == Role::talking_point) ++row.topics;
    if (chain.role == Role::commitment) ++(mine ? row.open_mine : row.open_theirs);
  }
  return row;
}

/// Overdue first, then by the next meeting; who is away comes last.
void sort_rows(std::vector<Row>& rows) {
  auto order = [](const Row& row) {
    const Rhythm& rhythm = row.rhythm;
    int next = rhythm.next_due ? rhythm.next_due->days() : INT32_MAX;
    return std::tuple(rhythm.away_until.has_value(), !rhythm.overdue, -rhythm.days_over, next,
                      row.person.folder);
  };
  std::ranges::sort(rows, {}, order);
}

std::string padded_day(Date date) {
  // Days of one figure keep their column: "Thu  5 Nov".
  std::string day = date.short_form();
  return date.day() < 10 ? day.substr(0, 4) + " " + day.substr(4) : day;
}

Cell last_cell(const Rhythm& rhythm) {
  if (!rhythm.last_held) return {"not yet", Style::dim};
  return {fmt::format("{} {:3} d", padded_day(*rhythm.last_held), *rhythm.days_since),
          Style::plain};
}

Cell next_cell(const Row& row, Date today) {
  const Rhythm& rhythm = row.rhythm;
  if (rhythm.away_until) return {"away to " + rhythm.away_until->day_month(), Style::dim};
  if (rhythm.overdue && !rhythm.planned) {
    return {fmt::format("{} {} over", rhythm.days_over, rhythm.days_over == 1 ? "day" : "days"),
            Style::late};
  }
  if (!rhythm.next_due) return {};
  Style style = rhythm.overdue ? Style::late : Style::plain;
  if (*rhythm.next_due == today) return {"today", Style::strong};
  if (*rhythm.next_due == today + 1) return {"tomorrow", style};
  return {padded_day(*rhythm.next_due), *rhythm.next_due < today ? Style::strong : style};
}

Cell count_cell(int count) {
  return {count == 0 ? "" : std::to_string(count), Style::plain};
}

Cell mood_cell(const Rhythm& rhythm) {
  const std::vector<int>& moods = rhythm.moods;
  std::string text = fmt::format("{}", fmt::join(moods, " "));
  bool drop = moods.size() > 1 && moods[moods.size() - 2] - moods.back() >= 2;
  return {drop ? text + " ↓" : text, drop ? Style::late : Style::plain};
}

std::string relation_note(const Person& person) {
  std::string_view relation = person.relation();
  if (relation == "report" || relation == "peer") return {};
  if (relation == "skip-report") return "skip report";
  return "my " + std::string(relation);
}

view::Grid grid_of(const std::vector<Row>& rows, Date today) {
  using view::Align;
  view::Grid grid;
  grid.columns = {{today.short_form(), Align::left, true},
                  {"last held", {}, false},
                  {"next", {}, false},
                  {"I owe", Align::right, false},
                  {"owe me", Align::right, false},
                  {"topics", Align::right, false},
                  {"mood", {}, false},
                  {"", {}, false}};
  for (const Row& row : rows) {
    view::GridRow line;
    line.cells = {{row.person.name()},         last_cell(row.rhythm),
                  next_cell(row, today),       count_cell(row.open_mine),
                  count_cell(row.open_theirs), count_cell(row.topics),
                  mood_cell(row.rhythm),       {relation_note(row.person), Style::dim}};
    grid.rows.push_back(std::move(line));
  }
  return grid;
}

/// `12 and 19 Nov`: the days of what was missed.
std::string days_of(const std::vector<Meeting>& missed) {
  std::string text;
  for (std::size_t i = 0; i < missed.size(); ++i) {
    if (i > 0) text += i + 1 == missed.size() ? " and " : ", ";
    text += missed[i].date().day_month();
  }
  return text;
}

std::vector<std::string> remarks(const std::vector<Row>& rows) {
  std::vector<std::string> lines;
  for (const Row& row : rows) {
    const std::vector<Meeting>& missed = row.rhythm.missed;
    if (missed.empty()) continue;
    auto mine = static_cast<std::size_t>(std::ranges::count(missed, row.person.me, &Meeting::by));
    std::string who = mine == missed.size() ? "you missed" : mine == 0 ? "missed" : "both missed";
    lines.push_back(fmt::format("{}: {} {}", row.person.folder, who, days_of(missed)));
  }
  return lines;
}

/// One line for a prompt, a status bar or cron: empty when there is nothing to say.
std::string one_line(const std::vector<Row>& rows, Date today) {
  std::string over;
  std::string due;
  for (const Row& row : rows) {
    if (row.rhythm.away_until) continue;
    if (row.rhythm.overdue) over += " " + row.person.folder;
    if (!row.rhythm.overdue && row.rhythm.next_due && *row.rhythm.next_due <= today) {
      due += " " + row.person.folder;
    }
  }
  std::string line;
  if (!over.empty()) line += "overdue:" + over;
  if (!due.empty()) line += (line.empty() ? "due:" : ", due:") + due;
  return line;
}

view::Table table_of(std::vector<Row> rows) {
  auto day = [](const std::optional<Date>& date) { return date ? Value(date->iso()) : Value(); };
  std::vector<view::Column<Row>> columns{
      {"person", [](const Row& row) { return Value(row.person.folder); }},
      {"name", [](const Row& row) { return Value(row.person.name()); }},
      {"relation", [](const Row& row) { return Value(row.person.relation()); }},
      {"status",
       [](const Row& row) {
         return Value(row.person.pause && row.rhythm.away_until ? "paused" : row.person.status);
       }},
      {"cadence_days",
       [](const Row& row) { return row.cadence.days > 0 ? Value(row.cadence.days) : Value(); }},
      {"last_held", [day](const Row& row) { return day(row.rhythm.last_held); }},
      {"days_since",
       [](const Row& row) {
         return row.rhythm.days_since ? Value(*row.rhythm.days_since) : Value();
       }},
      {"next_due", [day](const Row& row) { return day(row.rhythm.next_due); }},
      {"overdue", [](const Row& row) { return Value(row.rhythm.overdue); }},
      {"missed", [](const Row& row) { return Value(row.rhythm.missed.size()); }},
      {"open_mine", [](const Row& row) { return Value(row.open_mine); }},
      {"open_theirs", [](const Row& row) { return Value(row.open_theirs); }},
      {"topics", [](const Row& row) { return Value(row.topics); }},
      {"mood",
       [](const Row& row) {
         return row.rhythm.moods.empty() ? Value() : Value(row.rhythm.moods.back());
       }},
  };
  return {std::move(rows), std::move(columns)};
}

std::vector<Person> chosen_people(Session& session, const Options& options) {
  std::vector<Person> people = session.notebook().people(options.people);
  if (options.people.empty() && !options.all) {
    std::erase_if(people, [](const Person& person) { return person.status == "alumni"; });
  }
  return people;
}

/// How I meet each of them: for me alone, read from all of their notes.
Outcome mirror(const Options& options, Session& session) {
  Ledgers ledgers(session);
  std::vector<MirrorRow> rows;
  for (const Person& person : chosen_people(session, options)) {
    Ledger shared = ledgers.load(person, Tree::shared, Depth::all);
    Ledger own = ledgers.load(person, Tree::own, Depth::all);
    rows.push_back({person, mirror_of(shared, own, quarter_to(session.today())),
                    talk_target(person, session.notebook().config().talk_target)});
  }
  Outcome outcome;
  outcome.kind = "mirror";
  outcome.paged = true;
  outcome.view = mirror_view(rows);
  outcome.items = mirror_table(std::move(rows));
  return outcome;
}

Outcome run(const Options& options, Session& session) {
  if (options.mirror) return mirror(options, session);
  Ledgers ledgers(session);
  std::vector<Row> rows;
  for (const Person& person : chosen_people(session, options)) {
    rows.push_back(row_of(session, ledgers, person));
  }
  sort_rows(rows);
  Outcome outcome;
  outcome.kind = "status";
  outcome.paged = true;
  bool late = std::ranges::any_of(rows, [](const Row& row) { return row.rhythm.overdue; });
  if (options.check && late) outcome.status = Status::failed;
  if (options.line) {
    std::string line = one_line(rows, session.today());
    if (!line.empty()) outcome.view.emplace_back(view::Text{line});
  } else if (rows.empty()) {
    session.tell("nobody yet: oneonone people add 'Alice Ng'");
  } else {
    outcome.view.emplace_back(grid_of(rows, session.today()));
    outcome.last = remarks(rows);
  }
  outcome.items = table_of(std::move(rows));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people");
  args.flag("--check", options->check, "status 1 when someone is overdue");
  args.flag("--line", options->line, "one line for a prompt or cron; empty when nothing is due");
  args.flag("--mirror", options->mirror, "how I meet them: hints for me alone, over 13 weeks");
  args.flag("--all", options->all, "with those who have left");
  args.example("status", "everyone: who is overdue, who is next");
  args.example("status --mirror", "my promises, who talks, who cancels, when I praised");
  args.example("status --check --line", "for a shell prompt, tmux or cron");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace

std::vector<Command> status_commands() {
  return {{"status", "show everyone at a glance", "every week", declare}};
}

}  // namespace oneonone
