// SPDX-License-Identifier: MIT
// `prep`: one screen before walking in.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/ledgers.hpp"
#include "cli/meeting_note.hpp"
#include "cli/meetings.hpp"
#include "core/brief.hpp"
#include "core/questions.hpp"
#include "store/questions.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

using view::Cell;
using view::GridRow;
using view::Style;
using view::Value;

struct Options {
  std::string person;
  bool shared = false;
};

/// A line of the brief, for people and as data.
struct Line {
  std::string section;  ///< "mine", "theirs", "unowned", "topic", "win", "quiet", …
  std::string id, text, author;
  std::optional<Date> since, due;
  int carries = 0;
  bool is_private = false;
};

constexpr int label_width = 10;
constexpr std::size_t recap_lines = 2;
constexpr std::size_t quiet_themes = 3;

/// Collects the screen.
class Screen {
 public:
  Screen(Session& session, const Person& person) : session_(session), person_(person) {
    grid_.columns = {{"", {}, false, label_width},
                     {"", {}, false},
                     {"", {}, true},
                     {"since", view::Align::right, false},
                     {"  ×", view::Align::right, false},
                     {"due", {}, false}};
  }

  void head(const Cadence& cadence, const Rhythm& rhythm, const Brief& brief) {
    std::string line = person_.name() + " · " + relation() + cadence_word(cadence);
    if (rhythm.last_held) {
      line += fmt::format(" · last met {}", day_from_today(*rhythm.last_held, session_.today()));
    } else {
      line += " · not met yet";
    }
    if (rhythm.overdue) line += fmt::format(" · {} days over", rhythm.days_over);
    text(line, Style::strong);
    for (std::size_t i = 0; i < std::min(brief.recap.size(), recap_lines); ++i) {
      std::string by = i == 0 && !brief.recap_by.empty() ? " (" + brief.recap_by + ")" : "";
      text(fmt::format("{:<12}{}{}", i == 0 ? "Last time" : "", brief.recap[i], by), Style::plain);
    }
  }

  void chains(const Ledger& ledger, const std::vector<const Chain*>& chains,
              const std::string& section, const std::string& label) {
    for (std::size_t i = 0; i < chains.size(); ++i) {
      ItemRow row = row_of(ledger, *chains[i], session_.today());
      Authored words = authored(row.text, person_);
      Line line{section,   row.id,  words.text,  words.author,
                row.since, row.due, row.carries, row.is_private};
      Cell last = due_cell(row, session_.today());
      if (last.text.empty()) last = {words.author, Style::dim};
      add(line, i == 0 ? label : "", {since_cell(row, session_.today()), carries_cell(row), last});
    }
  }

  void said(const std::vector<Said>& items, const std::string& section, const std::string& label,
            bool is_private) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Said& one = items[i];
      Line line{section, one.id, one.text, one.author, one.since, std::nullopt, 0, is_private};
      Cell since{one.since ? one.since->day_month() : "", Style::plain};
      Cell last{is_private && one.since ? waits(*one.since) : one.author, Style::dim};
      add(line, i == 0 ? label : "", {since, Cell{}, last});
    }
  }

  void fact(const std::string& section, const std::string& label, const std::string& words) {
    add({section, "", words, "", std::nullopt, std::nullopt, 0, false}, label,
        {Cell{}, Cell{}, Cell{}});
  }

  /// Whole, however long: it is there to be asked.
  void question(const std::string& words) {
    if (words.empty()) return;
    flush();
    lines_.push_back({"question", "", words, "", std::nullopt, std::nullopt, 0, false});
    text(fmt::format("{:<12}{}", "Ask", words), Style::plain);
  }

  void gap() {
    if (!grid_.rows.empty() && !grid_.rows.back().cells.empty()) grid_.rows.emplace_back();
  }

  /// A rule before what only I see, and after it.
  void rule(const std::string& word) {
    flush();
    constexpr int width = 79;
    std::string line = word.empty() ? "" : "── " + word + " ";
    while (unicode::width(line) < width) line += "─";
    text(line, Style::dim);
  }

  void text(const std::string& line, Style style) { view_.emplace_back(view::Text{line, style}); }

  Outcome finish() {
    flush();
    Outcome outcome;
    outcome.kind = "prep";
    outcome.view = std::move(view_);
    outcome.items = table();
    outcome.paged = true;
    return outcome;
  }

 private:
  std::string relation() const {
    std::string_view relation = person_.relation();
    if (relation == "report" || relation == "peer") return std::string(relation);
    return relation == "skip-report" ? "skip report" : "my " + std::string(relation);
  }

  std::string cadence_word(const Cadence& cadence) const {
    if (person_.cadence) return " · " + *person_.cadence;
    return cadence.days == 0 ? "" : " · " + session_.notebook().config().cadence;
  }

  std::string waits(Date since) const {
    int days = session_.today() - since;
    return days > 0 ? fmt::format("waits {} {}", days, days == 1 ? "day" : "days") : "";
  }

  void add(const Line& line, const std::string& label, std::array<Cell, 3> rest) {
    lines_.push_back(line);
    GridRow row;
    Style style = line.is_private ? Style::dim : Style::plain;
    row.cells = {{label, Style::strong},
                 {line.id, Style::dim},
                 {line.text, style},
                 rest[0],
                 rest[1],
                 rest[2]};
    grid_.rows.push_back(std::move(row));
  }

  void flush() {
    while (!grid_.rows.empty() && grid_.rows.back().cells.empty()) grid_.rows.pop_back();
    if (!grid_.rows.empty()) view_.emplace_back(grid_);
    grid_.rows.clear();
    for (view::GridColumn& column : grid_.columns) column.title.clear();
  }

  view::Table table() {
    auto word = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
    auto day = [](const std::optional<Date>& date) { return date ? Value(date->iso()) : Value(); };
    std::vector<view::Column<Line>> columns{
        {"section", [](const Line& line) { return Value(line.section); }},
        {"id", [word](const Line& line) { return word(line.id); }},
        {"text", [](const Line& line) { return Value(line.text); }},
        {"author", [word](const Line& line) { return word(line.author); }},
        {"since", [day](const Line& line) { return day(line.since); }},
        {"due", [day](const Line& line) { return day(line.due); }},
        {"carries", [](const Line& line) { return Value(line.carries); }},
        {"private", [](const Line& line) { return Value(line.is_private); }},
    };
    return {std::move(lines_), std::move(columns)};
  }

  Session& session_;
  const Person& person_;
  view::View view_;
  view::Grid grid_;
  std::vector<Line> lines_;
};

/// `3 5 4  ▄█▆`: numbers and a line of bars.
std::string with_bars(const std::vector<int>& moods) {
  static constexpr std::array<const char*, 5> bars{"▁", "▃", "▄", "▆", "█"};
  std::string text = fmt::format("{}  ", fmt::join(moods, " "));
  for (int mood : moods) text += bars[static_cast<std::size_t>(mood - 1)];
  bool drop = moods.size() > 1 && moods[moods.size() - 2] - moods.back() >= 2;
  return text + (drop ? "  dropped by two or more" : "");
}

std::string first_question(Session& session, const Person& person, const Ledger& ledger) {
  std::vector<Question> bank = question_bank(session.notebook());
  QuestionHistory history(bank);
  for (const ParsedNote& parsed : ledger.notes()) {
    if (parsed.path.date) history.read(*parsed.path.date, parsed.note.bytes());
  }
  std::string relation(person.status == "alumni" ? "alumni" : person.relation());
  std::vector<Asked> ranked =
      history.ranked(relation, std::nullopt, person.folder, session.today());
  return ranked.empty() ? "" : ranked.front().question.text;
}

void show_private(Session& session, Ledgers& ledgers, const Person& person, Screen& screen) {
  Ledger own = ledgers.load(person, Tree::own, Depth::all);
  PrivateBrief brief = private_brief_of(own, session.today());
  if (brief.to_say.empty() && brief.open.empty() && brief.facts.empty()) return;
  screen.rule("private");
  screen.said(brief.to_say, "to_say", "To say", true);
  screen.chains(own, brief.open, "private", "Open");
  screen.said(brief.facts, "recall", "Recall", true);
  screen.rule("");
}

Outcome run(const Options& options, Session& session) {
  Person person = session.notebook().find_person(options.person);
  Ledgers ledgers(session);
  Ledger ledger = ledgers.load(person, Tree::shared, Depth::all);
  Cadence cadence = cadence_of(session.notebook().config(), person);
  Rhythm rhythm = rhythm_of(recent_meetings(session, person), cadence, session.today());
  Brief brief = brief_of(ledger, rhythm, session.today());
  std::string name = person.name().substr(0, person.name().find(' '));

  Screen screen(session, person);
  screen.head(cadence, rhythm, brief);
  screen.chains(ledger, brief.mine, "mine", "I owe");
  screen.chains(ledger, brief.theirs, "theirs", name + " owes");
  screen.chains(ledger, brief.unowned, "unowned", "Nobody's");
  screen.gap();
  screen.chains(ledger, brief.topics, "topic", "Topics");
  screen.gap();
  screen.said(brief.wins, "win", "Wins", false);
  if (!rhythm.moods.empty()) screen.fact("mood", "Mood", with_bars(rhythm.moods));
  std::string quiet;
  for (std::size_t i = 0; i < std::min(brief.quiet.size(), quiet_themes); ++i) {
    quiet += fmt::format("{}{} {} weeks", i == 0 ? "" : ", ", brief.quiet[i].theme,
                         brief.quiet[i].weeks);
  }
  if (!quiet.empty()) screen.fact("quiet", "Quiet", quiet);
  if (!options.shared) show_private(session, ledgers, person, screen);
  screen.question(first_question(session, person, ledger));
  return screen.finish();
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom you are about to meet");
  args.flag("--shared", options->shared, "without what stands in my private notes");
  args.example("prep alice", "twenty seconds before you meet");
  args.example("alice", "the same");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace

std::vector<Command> prep_commands() {
  return {{"prep", "show what to know before a meeting", "every week", declare}};
}

}  // namespace oneonone
