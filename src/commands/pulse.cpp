// SPDX-License-Identifier: MIT
// `pulse`: mood, talk, worth and meetings held over weeks or months, and what people say stands in
// their way or before them.
#include "core/pulse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "core/date_words.hpp"
#include "error.hpp"
#include "view/spark.hpp"

namespace oneonone::pulse_command {

using view::Align;
using view::Cell;
using view::Style;
using view::Value;

constexpr int usual_weeks = 13, usual_months = 12;
constexpr std::size_t spark_columns = 16;  ///< as many periods as a line of 80 columns has room for

struct Options {
  std::vector<std::string> people;
  std::optional<std::string> since, until;
  bool weeks = false, months = false, with_private = false;
};

struct Frame {
  Window window;
  Span span = Span::week;
};

/// One person over the window.
struct Strand {
  Person person;
  std::vector<Pulse> pulses;
  std::vector<MoodDrop> drops;
  std::vector<Said> voices;
};

/// A period of a person, as data.
struct Row {
  std::string person;
  Pulse pulse;
  int drop = 0;  ///< points that the mood fell by
  std::vector<Said> voices;
};

/// Weeks, unless they would be more than fit beside each other.
Frame frame_of(const Options& options, Date today) {
  if (options.weeks && options.months) {
    throw Error(Status::usage, "--weeks and --months contradict each other");
  }
  Frame frame;
  frame.span = options.months ? Span::month : Span::week;
  auto day = [&](const std::string& word) { return parse_date_word(word, today, Weekdays::last); };
  frame.window.last = options.until ? std::min(day(*options.until), today) : today;
  const Date last = frame.window.last;
  frame.window.first = options.since ? day(*options.since)
                       : options.months
                           ? period_of(add_months(last, 1 - usual_months), Span::month).first
                           : period_of(last - 7 * (usual_weeks - 1), Span::week).first;
  if (frame.window.first > last) {
    throw Error(Status::usage, fmt::format("{} is after {}", frame.window.first.iso(), last.iso()));
  }
  const int most = 7 * static_cast<int>(spark_columns);
  if (!options.weeks && last - frame.window.first > most) frame.span = Span::month;
  return frame;
}

Strand strand_of(Session& session, Ledgers& ledgers, const Person& person, const Frame& frame) {
  Strand strand{person, {}, {}, {}};
  const std::vector<Meeting> meetings = all_meetings(session, person);
  strand.pulses = pulse_of(meetings, cadence_of(session.notebook().config(), person), frame.window,
                           frame.span, session.today());
  strand.drops = mood_drops(meetings, frame.window);
  strand.voices = voices_in(ledgers.since(person, Tree::shared, frame.window.first), frame.window);
  return strand;
}

std::vector<Said> private_voices(Ledgers& ledgers, const Person& person, const Frame& frame) {
  return voices_in(ledgers.since(person, Tree::own, frame.window.first), frame.window);
}

/// `4` or `3.7`; a share of the time has no use for tenths.
std::string number_words(const std::optional<double>& number) {
  if (!number) return {};
  const std::string words = fmt::format("{:.1f}", *number);
  return words.ends_with(".0") ? words.substr(0, words.size() - 2) : words;
}

std::string percent_words(const std::optional<double>& number) {
  return number ? fmt::format("{:.0f} %", *number) : "";
}

std::string held_words(int held, int planned) {
  return planned == 0 ? "" : fmt::format("{} of {}", held, planned);
}

using Number = std::optional<double> Pulse::*;

/// A column for each period of the window; those before the first meeting are empty.
std::vector<std::optional<double>> line_of(const Strand& strand, Number number,
                                           std::size_t periods) {
  std::vector<std::optional<double>> line;
  if (strand.pulses.size() < periods) line.resize(periods - strand.pulses.size());
  for (const Pulse& pulse : strand.pulses) line.push_back(pulse.*number);
  if (line.size() > spark_columns) {
    line.erase(line.begin(), line.end() - static_cast<std::ptrdiff_t>(spark_columns));
  }
  return line;
}

std::string spark_of(const Strand& strand, Number number, std::size_t periods) {
  const auto line = line_of(strand, number, periods);
  const bool known = std::ranges::any_of(line, [](const auto& one) { return one.has_value(); });
  if (!known) return {};
  return number == &Pulse::talk ? view::sparkline(line, 0, 100) : view::sparkline(line, 1, 5);
}

/// The last number known.
std::optional<double> latest(const Strand& strand, Number number) {
  for (auto pulse = strand.pulses.rbegin(); pulse != strand.pulses.rend(); ++pulse) {
    if ((*pulse).*number) return (*pulse).*number;
  }
  return std::nullopt;
}

Cell held_cell(int held, int planned) {
  return {held_words(held, planned), held < planned ? Style::strong : Style::plain};
}

/// A column's title, where somebody said a number.
std::string title(const char* words, Number number, const std::vector<Strand>& strands) {
  const bool known = std::ranges::any_of(
      strands, [&](const Strand& strand) { return latest(strand, number).has_value(); });
  return known ? words : "";
}

/// Everyone, a line each: where they come from and where they are.
view::Grid roll_up(const std::vector<Strand>& strands, const Frame& frame) {
  const std::size_t periods = periods_in(frame.window, frame.span).size();
  view::Grid grid;
  grid.columns = {
      {"", Align::left, true},      {title("mood", &Pulse::mood, strands), {}, false},
      {"", Align::right, false},    {title("talk", &Pulse::talk, strands), {}, false},
      {"", Align::right, false},    {title("worth", &Pulse::worth, strands), Align::right, false},
      {"held", Align::right, false}};
  for (const Strand& strand : strands) {
    if (strand.pulses.empty()) continue;
    int held = 0;
    int planned = 0;
    for (const Pulse& pulse : strand.pulses) {
      held += pulse.held;
      planned += pulse.planned;
    }
    const Style mood = strand.drops.empty() ? Style::plain : Style::late;
    grid.rows.push_back({{{strand.person.name()},
                          {spark_of(strand, &Pulse::mood, periods), mood},
                          {number_words(latest(strand, &Pulse::mood)), mood},
                          {spark_of(strand, &Pulse::talk, periods)},
                          {percent_words(latest(strand, &Pulse::talk))},
                          {number_words(latest(strand, &Pulse::worth))},
                          held_cell(held, planned)},
                         ""});
  }
  return grid;
}

std::string count_words(int count) {
  return count == 0 ? "" : std::to_string(count);
}

/// One person, a line each period; a column that has nothing in it has no title either.
view::Grid table_view(const Strand& strand, const Frame& frame) {
  auto informal = [](const Pulse& pulse) { return pulse.informal > 0; };
  view::Grid grid;
  grid.indent = 2;
  grid.columns = {
      {"", {}, false},
      {frame.span == Span::week ? "from" : "", Align::right, false},
      {title("mood", &Pulse::mood, {strand}), {}, false},
      {"", Align::right, false},
      {title("talk", &Pulse::talk, {strand}), {}, false},
      {"", Align::right, false},
      {title("worth", &Pulse::worth, {strand}), Align::right, false},
      {"held", Align::right, false},
      {std::ranges::any_of(strand.pulses, informal) ? "informal" : "", Align::right, false}};
  grid.rows.push_back({{}, strand.person.name()});
  for (const Pulse& pulse : strand.pulses) {
    auto bar = [](const std::optional<double>& number, double low, double high) {
      return number ? view::sparkline({number}, low, high) : std::string();
    };
    const bool week = frame.span == Span::week;
    grid.rows.push_back({{{pulse.period.name, Style::dim},
                          {week ? pulse.period.first.day_month() : "", Style::dim},
                          {bar(pulse.mood, 1, 5)},
                          {number_words(pulse.mood)},
                          {bar(pulse.talk, 0, 100)},
                          {percent_words(pulse.talk)},
                          {number_words(pulse.worth)},
                          held_cell(pulse.held, pulse.planned),
                          {count_words(pulse.informal)}},
                         ""});
  }
  return grid;
}

void add_voices(const std::vector<Strand>& strands, PulseQuestion question, const char* title,
                view::View& view) {
  view::Grid grid;
  grid.indent = 2;
  grid.columns = {{"", {}, false}, {"", Align::right, false}, {"", {}, true}};
  for (const Strand& strand : strands) {
    for (const Said& said : strand.voices) {
      if (question_of(said.kind) != question) continue;
      const std::string day = said.since.value_or(*counted_on(said)).day_month();
      grid.rows.push_back({{{strand.person.folder}, {day, Style::dim}, {said.text}}, ""});
    }
  }
  if (grid.rows.empty()) return;
  grid.rows.insert(grid.rows.begin(), {{}, title});
  view.emplace_back(view::Text{""});
  view.emplace_back(std::move(grid));
}

view::View view_of(const std::vector<Strand>& strands, const Frame& frame, bool each) {
  view::View view;
  const bool none =
      std::ranges::all_of(strands, [](const auto& one) { return one.pulses.empty(); });
  if (none) return view;
  if (!each) view.emplace_back(roll_up(strands, frame));
  for (const Strand& strand : strands) {
    if (!each || strand.pulses.empty()) continue;
    if (!view.empty()) view.emplace_back(view::Text{""});
    view.emplace_back(table_view(strand, frame));
  }
  add_voices(strands, PulseQuestion::challenges, "Challenges", view);
  add_voices(strands, PulseQuestion::opportunities, "Opportunities", view);
  return view;
}

std::vector<std::string> remarks_of(const std::vector<Strand>& strands, std::size_t hidden) {
  std::vector<std::string> remarks;
  for (const Strand& strand : strands) {
    for (const MoodDrop& drop : strand.drops) {
      remarks.push_back(fmt::format("{}: mood fell from {} on {} to {} on {}", strand.person.folder,
                                    drop.from, drop.before.day_month(), drop.to,
                                    drop.day.day_month()));
    }
  }
  if (hidden > 0) remarks.push_back(fmt::format("Private: {}, not shown (-p).", hidden));
  return remarks;
}

std::vector<Row> rows_of(const std::vector<Strand>& strands) {
  std::vector<Row> rows;
  for (const Strand& strand : strands) {
    for (const Pulse& pulse : strand.pulses) {
      Row row{strand.person.folder, pulse, 0, {}};
      const Window period{pulse.period.first, pulse.period.last};
      for (const MoodDrop& drop : strand.drops) {
        if (period.holds(drop.day)) row.drop = std::max(row.drop, drop.from - drop.to);
      }
      for (const Said& said : strand.voices) {
        if (period.holds(*counted_on(said))) row.voices.push_back(said);
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Value voices_value(const Row& row, PulseQuestion question) {
  view::List list;
  for (const Said& said : row.voices) {
    if (question_of(said.kind) != question) continue;
    list.emplace_back(view::Object{{"kind", said.kind},
                                   {"text", said.text},
                                   {"author", said.author.empty() ? Value() : Value(said.author)},
                                   {"private", said.path.tree == Tree::own},
                                   {"path", said.path.path()},
                                   {"line", said.line}});
  }
  return {std::move(list)};
}

view::Table table_of(std::vector<Row> rows) {
  auto number = [](const std::optional<double>& one) { return one ? Value(*one) : Value(); };
  std::vector<view::Column<Row>> columns{
      {"person", [](const Row& row) { return Value(row.person); }},
      {"period", [](const Row& row) { return Value(row.pulse.period.name); }},
      {"first", [](const Row& row) { return Value(row.pulse.period.first.iso()); }},
      {"last", [](const Row& row) { return Value(row.pulse.period.last.iso()); }},
      {"mood", [=](const Row& row) { return number(row.pulse.mood); }},
      {"talk", [=](const Row& row) { return number(row.pulse.talk); }},
      {"worth", [=](const Row& row) { return number(row.pulse.worth); }},
      {"held", [](const Row& row) { return Value(row.pulse.held); }},
      {"planned", [](const Row& row) { return Value(row.pulse.planned); }},
      {"missed", [](const Row& row) { return Value(row.pulse.missed); }},
      {"informal", [](const Row& row) { return Value(row.pulse.informal); }},
      {"drop", [](const Row& row) { return row.drop > 0 ? Value(row.drop) : Value(); }},
      {"challenges", [](const Row& row) { return voices_value(row, PulseQuestion::challenges); }},
      {"opportunities",
       [](const Row& row) { return voices_value(row, PulseQuestion::opportunities); }},
  };
  return {std::move(rows), std::move(columns)};
}

/// `--weeks 4`, as other programs have it.
void refuse_number(const Options& options, Session& session) {
  if (!options.weeks && !options.months) return;
  for (const std::string& word : options.people) {
    const bool number = word.find_first_not_of("0123456789") == std::string::npos;
    if (!number || !session.notebook().fitting(word).empty()) continue;
    throw Error(Status::usage,
                fmt::format("'{}' takes no value", options.weeks ? "--weeks" : "--months"), "",
                options.weeks ? "say from which day on: --since=-3w gives four weeks"
                              : "say from which day on: --months --since=-3m gives four months");
  }
}

Outcome run(const Options& options, Session& session) {
  refuse_number(options, session);
  const Frame frame = frame_of(options, session.today());
  Ledgers ledgers(session);
  std::vector<Strand> strands;
  std::size_t hidden = 0;
  for (const Person& person : session.notebook().people(options.people)) {
    if (options.people.empty() && person.status == "alumni") continue;
    strands.push_back(strand_of(session, ledgers, person, frame));
    std::vector<Said> own = private_voices(ledgers, person, frame);
    if (!options.with_private) hidden += own.size();
    if (options.with_private) std::ranges::move(own, std::back_inserter(strands.back().voices));
  }
  Outcome outcome;
  outcome.kind = "pulse";
  outcome.paged = true;
  outcome.view = view_of(strands, frame, !options.people.empty());
  outcome.last = remarks_of(strands, hidden);
  if (outcome.view.empty()) outcome.last.emplace_back("no meeting in this time.");
  outcome.items = table_of(rows_of(strands));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people, a table each");
  args.flag("--weeks", options->weeks, "by week; the last thirteen when no days are named");
  args.flag("--months", options->months, "by month; the last twelve when no days are named");
  args.option("--since", options->since, "DATE", "from this day on");
  args.option("--until", options->until, "DATE", "up to this day");
  args.flag("-p,--private", options->with_private, "with what my private notes say");
  args.example("pulse", "everyone: mood, talk, worth, meetings held; what stands in their way");
  args.example("pulse alice --months", "a year with Alice, month by month");
  args.example("pulse --since 1jul --json", "the same as data");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"pulse", "show how people have been, over weeks or months", "every quarter", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::pulse_command
