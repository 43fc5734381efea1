// SPDX-License-Identifier: MIT
// `log`: wins, feedback, asks, decisions: what was said over time, the newest first.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/ledgers.hpp"
#include "core/date_words.hpp"
#include "core/evidence.hpp"
#include "core/kinds.hpp"
#include "core/said_filter.hpp"
#include "core/themes.hpp"

namespace oneonone::log_command {

using view::Align;
using view::Cell;
using view::Grid;
using view::GridRow;
using view::Style;
using view::Value;

struct Options {
  std::vector<std::string> people, kinds;
  std::optional<std::string> since, until, section, theme, venue, mode;
  bool mine = false, theirs = false, with_private = false;
};

/// Feedback that waits longer than this was forgotten.
constexpr int long_wait = 14;

struct Row {
  std::string person;
  Remembered told;
  std::string speaker;
  Evidence evidence;  ///< of a win
  std::optional<int> waiting_days;

  const Said& said() const { return told.said; }
  bool is_private() const { return said().path.tree == Tree::own; }
};

SaidFilter filter_of(const Options& options, Date today) {
  if (options.mine && options.theirs) {
    throw Error(Status::usage, "--mine and --theirs contradict each other");
  }
  SaidFilter filter;
  for (const std::string& kind : options.kinds) filter.kinds.push_back(kind_named(kind));
  if (options.since) filter.since = parse_date_word(*options.since, today, Weekdays::last);
  if (options.until) filter.until = parse_date_word(*options.until, today, Weekdays::last);
  filter.section = options.section;
  filter.theme = options.theme;
  filter.venue = options.venue;
  filter.mode = options.mode;
  if (options.mine) filter.whose = SaidFilter::Whose::mine;
  if (options.theirs) filter.whose = SaidFilter::Whose::theirs;
  return filter;
}

std::vector<Row> rows_of(Session& session, Ledgers& ledgers, const Person& person,
                         const SaidFilter& filter) {
  const Date today = session.today();
  std::vector<Row> rows;
  for (Remembered& told : said_of(ledgers.load(person, Tree::shared, Depth::all),
                                  ledgers.load(person, Tree::own, Depth::all), today)) {
    if (!filter.accepts(told.said, person)) continue;
    Row row{person.folder, std::move(told), "", {}, {}};
    row.speaker = speaker_of(row.said(), person);
    if (row.said().kind == "win") row.evidence = evidence_of(row.said().text);
    if (row.told.waits() && row.said().since) {
      row.waiting_days = std::max(0, today - *row.said().since);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What has no day yet is the newest.
void sort_newest_first(std::vector<Row>& rows) {
  auto age = [](const Row& row) {
    const auto& since = row.said().since;
    return since ? -since->days() : INT32_MIN;
  };
  std::ranges::stable_sort(rows, {}, age);
}

std::string month_of(const Row& row) {
  const auto& since = row.said().since;
  if (!since) return "Not yet said";
  const std::string day = since->long_form();
  return day.substr(day.find(' ') + 1);
}

std::string days(int count) {
  return fmt::format("{} {}", count, count == 1 ? "day" : "days");
}

/// How it went on.
Cell state_of(const Row& row, Date today) {
  const Said& said = row.said();
  if (row.waiting_days) {
    return {"waits " + days(*row.waiting_days),
            *row.waiting_days > long_wait ? Style::late : Style::strong};
  }
  if (const auto& day = row.told.delivery.day) {
    return {day == said.since ? "" : "told " + day->day_month(), Style::dim};
  }
  if (said.closed) {
    return {fmt::format("{} {}", said.mark == Mark::done ? "done" : "dropped",
                        said.closed->day_month()),
            Style::dim};
  }
  const bool asks = said.kind == "ask" || said.kind == "blocker" || said.kind == "question";
  if (!asks || !said.boxed || !said.since) return {};
  return {"open " + days(std::max(0, today - *said.since)), Style::plain};
}

/// A win that proves itself has its figure and its link on a line of their own.
void add_row(Grid& grid, const Row& row, bool several_people, Date today) {
  const Said& said = row.said();
  const bool proved = !row.evidence.metric.empty() || !row.evidence.link.empty();
  GridRow line;
  line.cells = {
      {said.since ? std::to_string(said.since->day()) : ""},
      {several_people ? row.person : ""},
      {said.kind, Style::dim},
      {row.speaker},
      {(row.is_private() ? "(private) " : "") + (proved ? row.evidence.claim : said.text)},
      state_of(row, today)};
  grid.rows.push_back(std::move(line));
  if (!proved) return;
  const bool both = !row.evidence.metric.empty() && !row.evidence.link.empty();
  GridRow proof;
  proof.cells = {
      {}, {}, {}, {}, {row.evidence.metric + (both ? "  " : "") + row.evidence.link, Style::good}};
  grid.rows.push_back(std::move(proof));
}

Grid grid_of(const std::vector<Row>& rows, Date today) {
  Grid grid;
  grid.indent = 2;
  grid.columns = {{"", Align::right}, {""}, {""}, {""}, {"", Align::left, true}, {""}};
  const bool several_people =
      std::ranges::any_of(rows, [&](const Row& row) { return row.person != rows.front().person; });
  std::string month;
  for (const Row& row : rows) {
    if (month_of(row) != month) {
      month = month_of(row);
      grid.rows.push_back({{}, month});
    }
    add_row(grid, row, several_people, today);
  }
  return grid;
}

Value or_null(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}
Value iso(const std::optional<Date>& date) {
  return date ? Value(date->iso()) : Value();
}

Value status_of(const Said& said) {
  if (!said.boxed) return {};
  if (said.mark == Mark::done) return "done";
  return said.mark == Mark::dropped ? "dropped" : "open";
}

Value themes_value(const Said& said) {
  view::List list;
  for (std::string& theme : themes_of(said.text)) list.emplace_back(std::move(theme));
  return list;
}

view::Table table_of(std::vector<Row> rows) {
  const std::vector<view::Column<Row>> columns{
      {"person", [](const Row& row) { return Value(row.person); }},
      {"date", [](const Row& row) { return iso(row.said().since); }},
      {"kind", [](const Row& row) { return Value(row.said().kind); }},
      {"text", [](const Row& row) { return Value(row.said().text); }},
      {"author", [](const Row& row) { return or_null(row.speaker); }},
      {"owner", [](const Row& row) { return or_null(row.said().owner); }},
      {"status", [](const Row& row) { return status_of(row.said()); }},
      {"closed", [](const Row& row) { return iso(row.said().closed); }},
      {"delivered", [](const Row& row) { return iso(row.told.delivery.day); }},
      {"delivered_in",
       [](const Row& row) {
         return row.told.delivery.note ? Value(row.told.delivery.note->path()) : Value();
       }},
      {"waiting_days",
       [](const Row& row) { return row.waiting_days ? Value(*row.waiting_days) : Value(); }},
      {"metric", [](const Row& row) { return or_null(row.evidence.metric); }},
      {"link", [](const Row& row) { return or_null(row.evidence.link); }},
      {"themes", [](const Row& row) { return themes_value(row.said()); }},
      {"section",
       [](const Row& row) {
         return row.said().sections.empty() ? Value() : Value(row.said().sections.front());
       }},
      {"id", [](const Row& row) { return or_null(row.said().id); }},
      {"private", [](const Row& row) { return Value(row.is_private()); }},
      {"path", [](const Row& row) { return Value(row.said().path.path()); }},
      {"line", [](const Row& row) { return Value(row.said().line); }},
  };
  return {std::move(rows), columns};
}

std::string summary(const std::vector<Row>& rows, std::size_t hidden) {
  const auto waiting =
      std::ranges::count_if(rows, [](const Row& row) { return row.waiting_days.has_value(); });
  std::string line = rows.empty() ? "nothing said." : fmt::format("{} said", rows.size());
  if (!rows.empty()) line += waiting > 0 ? fmt::format(", {} not told yet.", waiting) : ".";
  if (hidden > 0) line += fmt::format(" Private: {}, not shown (-p).", hidden);
  return line;
}

Outcome run(const Options& options, Session& session) {
  const SaidFilter filter = filter_of(options, session.today());
  Ledgers ledgers(session);
  std::vector<Row> rows;
  for (const Person& person : session.notebook().people(options.people)) {
    std::ranges::move(rows_of(session, ledgers, person, filter), std::back_inserter(rows));
  }
  std::size_t hidden = rows.size();
  if (!options.with_private) std::erase_if(rows, [](const Row& row) { return row.is_private(); });
  hidden -= rows.size();
  sort_newest_first(rows);
  Outcome outcome;
  outcome.kind = "log";
  outcome.paged = true;
  if (!rows.empty()) outcome.view.emplace_back(grid_of(rows, session.today()));
  outcome.last.push_back(summary(rows, hidden));
  outcome.items = table_of(std::move(rows));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people");
  args.option(
      "--kind", options->kinds, "KIND",
      "only win, feedback, praise, ask, concern, blocker, decision, idea, question or fact; "
      "may be given several times");
  args.option("--since", options->since, "DATE", "only what was said from this day on");
  args.option("--until", options->until, "DATE", "only what was said up to this day");
  args.flag("--mine", options->mine, "only what I said");
  args.flag("--theirs", options->theirs, "only what others said");
  args.option("--theme", options->theme, "THEME", "only what names #THEME");
  args.option("--section", options->section, "NAME", "only below headings with these words");
  args.option("--venue", options->venue, "PLACE", "only from meetings there");
  args.option("--mode", options->mode, "MODE", "only from meetings held so: video, phone, …");
  args.flag("-p,--private", options->with_private, "with what stands in my private notes");
  args.example("log alice", "what Alice and I said, the newest first");
  args.example("log alice --kind win --since 1jul", "her wins of this half year");
  args.example("log --kind feedback --kind praise -p", "feedback, told and not yet told");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"log", "list what was said: wins, feedback, decisions", "now and then", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::log_command
