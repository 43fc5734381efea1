// SPDX-License-Identifier: MIT
// `status`: everyone at a glance: last held, next due, what is open on each side.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <tuple>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "cli/mirror_words.hpp"
#include "cli/team_words.hpp"
#include "core/hints.hpp"
#include "core/newcomer.hpp"
#include "core/untouched.hpp"
#include "error.hpp"
#include "unicode.hpp"

namespace oneonone::status_command {

using view::Cell;
using view::Style;
using view::Value;

struct Options {
  std::vector<std::string> people;
  std::optional<std::string> relation;
  bool check = false, line = false, all = false, overdue = false, mirror = false, team = false;
};

struct Row {
  Person person;
  Cadence cadence;
  Rhythm rhythm;
  int open_mine = 0, open_theirs = 0, unowned = 0, topics = 0;
  bool awaits_topic = false;
  std::optional<Date> untouched;  ///< the last meeting's day, when nobody wrote in its note
};

/// Reads what it may have been carried from: the note before it and topics.md.
std::optional<Date> untouched_day(Session& session, const std::vector<Meeting>& meetings) {
  auto last = std::find_if(meetings.rbegin(), meetings.rend(), [&](const Meeting& meeting) {
    return meeting.held == Held::held && meeting.counts && meeting.date() < session.today();
  });
  if (last == meetings.rend() || last->said_held) return std::nullopt;
  const Notebook& notebook = session.notebook();
  std::vector<NotePath> notes = notebook.notes(last->path.person, Tree::shared);
  std::vector<std::string> earlier;
  auto here = std::ranges::find(notes, last->path);
  auto keep = [&](const NotePath& note) {
    earlier.push_back(notebook.read(note.path()).value_or(""));
  };
  if (here != notes.begin()) keep(*(here - 1));
  if (here != notes.begin() && !notes.front().is_meeting()) keep(notes.front());
  std::string text = notebook.read(last->path.path()).value_or("");
  return is_untouched(*last, text, earlier) ? std::optional(last->date()) : std::nullopt;
}

/// What a row says but for open items.
Row row_of(Session& session, const Person& person, const std::vector<NotePath>& notes) {
  Row row{person, cadence_of(session.notebook().config(), person), {}, 0, 0, 0, 0, false, {}};
  std::vector<Meeting> meetings = recent_meetings(session, notes);
  row.rhythm = rhythm_of(meetings, row.cadence, session.today());
  if (!person.is_alumni()) row.untouched = untouched_day(session, meetings);
  return row;
}

void add_items(Row& row, const Ledger& ledger, Date today) {
  const Person& person = ledger.person();
  for (const Chain& chain : ledger.chains()) {
    if (chain.state != Mark::open) continue;
    const Item& item = ledger.shown(chain).item();
    if (chain.role == Role::talking_point && !is_snoozed(item, today)) ++row.topics;
    if (chain.role != Role::commitment) continue;
    const std::string owner = person.promiser(item.owner);
    ++(owner.empty() ? row.unowned : owner == person.me ? row.open_mine : row.open_theirs);
  }
  row.awaits_topic = awaits_topic(ledger, row.rhythm, today);
}

/// In no order.
std::vector<Row> rows_of(Session& session, Ledgers& ledgers, const std::vector<Person>& people) {
  std::vector<Person> here;
  std::ranges::remove_copy_if(people, std::back_inserter(here), &Person::is_alumni);
  std::vector<Row> rows(here.size());
  auto begin = [&](std::size_t i, const auto& notes) { rows[i] = row_of(session, here[i], notes); };
  auto use = [&](std::size_t i, const Ledger& it) { add_items(rows[i], it, session.today()); };
  ledgers.load_open(here, Tree::shared, use, begin);
  for (const Person& person : people) {
    if (!person.is_alumni()) continue;  // of the others what was open is frozen
    rows.push_back(row_of(session, person, session.notebook().notes(person.folder, Tree::shared)));
  }
  return rows;
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
  if (person.is_alumni()) return "alumni";
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
                  {.title = "", .may_go = true}};
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

/// `12nov`, as a command takes it; the whole day in another year.
std::string day_word(Date day, Date today) {
  if (day.year() != today.year()) return day.iso();
  std::string month = unicode::fold(day.day_month());
  std::erase(month, ' ');
  return month;
}

/// The first few; with many people a line must stay a line.
std::string few(const std::vector<std::string>& names, const char* between) {
  constexpr std::size_t shown = 5;
  std::size_t count = std::min(names.size(), shown);
  auto end = names.begin() + static_cast<std::ptrdiff_t>(count);
  std::string text = fmt::format("{}", fmt::join(names.begin(), end, between));
  return count == names.size() ? text : fmt::format("{} and {} more", text, names.size() - count);
}

/// Of the meetings that are near: those for which who they are for has said nothing yet.
void add_topics_remarks(const std::vector<Row>& rows, Date today, std::vector<std::string>& lines) {
  std::vector<std::string> theirs, mine;
  for (const Row& row : rows) {
    if (!row.awaits_topic) continue;
    const bool for_me = row.person.people[0] == row.person.me;
    (for_me ? mine : theirs)
        .push_back(fmt::format("{} {}", row.person.folder,
                               *row.rhythm.next_due == today ? "today" : "tomorrow"));
  }
  if (!theirs.empty()) lines.push_back("no topic yet from " + few(theirs, ", "));
  if (!mine.empty()) lines.push_back("no topic of yours yet for " + few(mine, ", "));
}

std::string missed_remark(const Row& row) {
  const std::vector<Meeting>& missed = row.rhythm.missed;
  if (missed.empty()) return {};
  auto mine = static_cast<std::size_t>(std::ranges::count(missed, row.person.me, &Meeting::by));
  std::string who = mine == missed.size() ? "you missed" : mine == 0 ? "missed" : "both missed";
  return fmt::format("{}: {} {}", row.person.folder, who, days_of(missed));
}

std::string untouched_remark(const Row& row, Date today) {
  if (!row.untouched) return {};
  std::string word = row.person.folder + " " + day_word(*row.untouched, today);
  return fmt::format("{}: {} has no ticks, no words: close {}, or missed {}", row.person.folder,
                     row.untouched->day_month(), word, word);
}

std::string unowned_remark(const std::vector<Row>& rows) {
  std::vector<std::string> counts;
  for (const Row& row : rows) {
    if (row.unowned > 0) counts.push_back(fmt::format("{} {}", row.person.folder, row.unowned));
  }
  return counts.empty() ? "" : "without owner: " + few(counts, ", ");
}

std::vector<std::string> remarks(const std::vector<Row>& rows, Date today) {
  std::vector<std::string> lines;
  for (const Row& row : rows) {
    lines.push_back(missed_remark(row));
    lines.push_back(untouched_remark(row, today));
  }
  add_topics_remarks(rows, today, lines);
  lines.push_back(unowned_remark(rows));
  std::erase(lines, "");
  return lines;
}

/// One line for a prompt, a status bar or cron: empty when there is nothing to say.
std::string one_line(const std::vector<Row>& rows, Date today) {
  std::vector<std::string> over;
  std::vector<std::string> due;
  for (const Row& row : rows) {
    const Rhythm& rhythm = row.rhythm;
    if (rhythm.away_until || row.person.is_alumni()) continue;
    bool now = rhythm.next_due && *rhythm.next_due <= today;
    if (rhythm.overdue) over.push_back(row.person.folder);
    if (!rhythm.overdue && now) due.push_back(row.person.folder);
  }
  std::string line;
  if (!over.empty()) line += "overdue: " + few(over, " ");
  if (!due.empty()) line += (line.empty() ? "due: " : ", due: ") + few(due, " ");
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
      {"unowned", [](const Row& row) { return Value(row.unowned); }},
      {"topics", [](const Row& row) { return Value(row.topics); }},
      {"mood",
       [](const Row& row) {
         return row.rhythm.moods.empty() ? Value() : Value(row.rhythm.moods.back());
       }},
      {"untouched", [day](const Row& row) { return day(row.untouched); }},
  };
  return {std::move(rows), std::move(columns)};
}

void require_relation(const std::optional<std::string>& relation) {
  bool known = !relation || *relation == "skip-report" ||
               std::ranges::find(relations, *relation) != relations.end();
  if (known) return;
  throw Error(Status::usage, fmt::format("'{}' is no relation", *relation), "",
              fmt::format("what are they to you? {}, skip-report", fmt::join(relations, ", ")));
}

std::vector<Person> chosen_people(Session& session, const Options& options) {
  std::vector<Person> people = session.notebook().people(options.people);
  if (options.relation) {
    std::erase_if(people, [&](const Person& one) { return one.relation() != *options.relation; });
  }
  return people;
}

/// Who has left is there when it is time to catch up, when named, and with --all.
bool is_shown(const Row& row, const Options& options, Date today) {
  const Rhythm& rhythm = row.rhythm;
  if (!row.person.is_alumni() || options.all || !options.people.empty()) return true;
  return rhythm.last_held && rhythm.next_due && *rhythm.next_due <= today;
}

/// How I meet each of them: for me alone, read from all of their notes.
Outcome mirror(const Options& options, Session& session) {
  Ledgers ledgers(session);
  std::vector<MirrorRow> rows;
  for (const Person& person : chosen_people(session, options)) {
    if (person.is_alumni() && options.people.empty() && !options.all) continue;
    Ledger shared = ledgers.load(person, Tree::shared, Depth::all);
    Ledger own = ledgers.load(person, Tree::own, Depth::all);
    rows.push_back({person, mirror_of(shared, own, quarter_to(session.today())),
                    talk_target(person, session.notebook().config().talk_target)});
  }
  Outcome outcome;
  outcome.kind = "mirror";
  outcome.paged = true;
  outcome.view = mirror_view(rows);
  if (outcome.view.empty()) session.tell("nothing to see yet: it is read from meetings held");
  outcome.items = mirror_table(std::move(rows));
  return outcome;
}

Outcome run(const Options& options, Session& session) {
  require_relation(options.relation);
  if (options.mirror) return mirror(options, session);
  Ledgers ledgers(session);
  std::vector<Row> rows = rows_of(session, ledgers, chosen_people(session, options));
  bool nobody = rows.empty();
  std::erase_if(rows, [&](const Row& row) { return !is_shown(row, options, session.today()); });
  if (options.overdue) std::erase_if(rows, [](const Row& row) { return !row.rhythm.overdue; });
  sort_rows(rows);
  Outcome outcome;
  outcome.kind = "status";
  outcome.paged = true;
  bool late = std::ranges::any_of(
      rows, [](const Row& row) { return row.rhythm.overdue && !row.person.is_alumni(); });
  if (options.check && late) outcome.status = Status::failed;
  if (options.line) {
    std::string line = one_line(rows, session.today());
    if (!line.empty()) outcome.view.emplace_back(view::Text{line});
  } else if (nobody) {
    session.tell("nobody yet: oneonone people add 'Alice Ng'");
  } else if (!rows.empty()) {
    outcome.view.emplace_back(grid_of(rows, session.today()));
    outcome.last = remarks(rows, session.today());
    if (options.team) {
      for (std::string& line : team_words(session, ledgers)) {
        outcome.last.push_back(std::move(line));
      }
    }
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
  args.flag("--overdue", options->overdue, "only who is overdue");
  args.option("--relation", options->relation, "RELATION",
              "only those who are this to me: report, manager, peer, skip, mentor, mentee");
  args.flag("--team", options->team, "whom messages to the whole team (add --team) wait for");
  args.flag("--all", options->all, "with those who have left");
  args.example("status", "everyone: who is overdue, who is next");
  args.example("status --mirror", "my promises, who talks, who cancels, when I praised");
  args.example("status --check --line", "for a shell prompt, tmux or cron");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"status", "show everyone at a glance", "every week", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::status_command
