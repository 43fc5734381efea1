// SPDX-License-Identifier: MIT
// `prep`: one screen before walking in.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/due_today.hpp"
#include "cli/goal_book.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "cli/mirror_words.hpp"
#include "cli/prep_screen.hpp"
#include "core/questions.hpp"
#include "store/questions.hpp"
#include "unicode.hpp"

namespace oneonone::prep_command {

struct Options {
  std::optional<std::string> person;
  bool shared = false;
};

constexpr std::size_t quiet_themes = 3;
constexpr int goal_width = 40;  ///< so that the weeks behind it are seen
constexpr int habit = 6;        ///< so many times at the same place

std::string cadence_word(const Config& config, const Person& person, const Cadence& cadence) {
  if (person.is_alumni()) return fmt::format("{} days", cadence.days);
  if (person.cadence) return *person.cadence;
  return cadence.days == 0 ? "" : config.cadence;
}

/// `3 5 4  ▄█▆`: numbers and a line of bars; an arrow when the last one is two or more below.
std::string with_bars(const std::vector<int>& moods) {
  static constexpr std::array<const char*, 5> bars{"▁", "▃", "▄", "▆", "█"};
  if (moods.empty()) return {};
  std::string text = fmt::format("{}  ", fmt::join(moods, " "));
  for (int mood : moods) text += bars[static_cast<std::size_t>(mood - 1)];
  bool drop = moods.size() > 1 && moods[moods.size() - 2] - moods.back() >= 2;
  return text + (drop ? " ↓" : "");
}

std::string quiet_words(const Brief& brief) {
  std::vector<std::string> themes;
  for (std::size_t i = 0; i < std::min(brief.quiet.size(), quiet_themes); ++i) {
    themes.push_back(fmt::format("{} {} weeks", brief.quiet[i].theme, brief.quiet[i].weeks));
  }
  return fmt::format("{}", fmt::join(themes, ", "));
}

/// `Billing rewrite, untouched 5 weeks`: the goals of the two that nobody spoke of for long.
std::vector<PrepRemark> untouched_goals(Session& session, const Ledger& ledger) {
  std::vector<PrepRemark> goals;
  for (const Goal& goal : shared_goals(session, ledger.person())) {
    const auto touched = last_touched(goal, ledger, session.today());
    const auto weeks = weeks_untouched(goal, touched, session.today());
    if (!weeks) continue;
    std::string text = unicode::truncate(goal.text, goal_width);
    goals.push_back({"goal", fmt::format("{}, untouched {} weeks", text, *weeks), ""});
  }
  return goals;
}

/// Something they like, else a walk, unless it is what they do already.
std::string elsewhere(const Brief& brief, const Person& person) {
  std::string place = unicode::fold(brief.place);
  std::vector<std::string> ideas = person.likes;
  ideas.emplace_back("a walk");
  for (const std::string& idea : ideas) {
    std::string word = unicode::fold(idea.substr(idea.rfind(' ') + 1));
    if (word.ends_with('s')) word.pop_back();
    if (place.find(word) == std::string::npos) return idea;
  }
  return "another";
}

std::string place_words(const Brief& brief, const Person& person) {
  if (brief.place.empty()) return {};
  if (brief.times_there < habit) return "last at: " + brief.place;
  return fmt::format("same place {} times: try {} (questions {} --theme venue)", brief.times_there,
                     elsewhere(brief, person), person.folder);
}

std::string first_question(Session& session, const Person& person, const Ledger& ledger) {
  std::vector<Question> bank = question_bank(session.notebook());
  QuestionHistory history(bank);
  for (const ParsedNote& parsed : ledger.notes()) {
    if (parsed.path.date) history.read(*parsed.path.date, parsed.note.bytes());
  }
  std::string relation(person.is_alumni() ? "alumni" : person.relation());
  std::vector<Asked> ranked =
      history.ranked(relation, std::nullopt, person.folder, session.today());
  return ranked.empty() ? "" : ranked.front().question.text;
}

/// `2 from 8 Dec`: how much waits for its day, and the first of those days.
std::string later_words(const Ledger& ledger, const std::vector<const Chain*>& later, Date today) {
  if (later.empty()) return {};
  Date first = *ledger.shown(*later.front()).item().on;
  for (const Chain* chain : later) first = std::min(first, *ledger.shown(*chain).item().on);
  bool this_year = first.year() == today.year();
  return fmt::format("{} from {}", later.size(), this_year ? first.day_month() : first.iso());
}

/// What we owe each other, what we want to talk about, what went well.
void show_items(const Ledger& ledger, const Brief& brief, Date today, PrepScreen& screen) {
  const std::string& name = ledger.person().name();
  screen.chains(ledger, brief.mine, "mine", "I owe");
  screen.chains(ledger, brief.theirs, "theirs", name.substr(0, name.find(' ')) + " owes");
  screen.chains(ledger, brief.unowned, "unowned", "Nobody's");
  screen.gap();
  screen.chains(ledger, brief.topics, "topic", "Topics");
  screen.gap();
  screen.said(brief.wins, "win", "Wins", false);
  screen.remarks("Later", {{"later", later_words(ledger, brief.later, today), ""}}, "");
}

/// How we meet. A mirror is for me alone: a screen that others see has none.
void show_rhythm(const MirrorRow& row, const Rhythm& rhythm, const Brief& brief, bool shared,
                 PrepScreen& screen) {
  auto mine = [shared](std::string words) { return shared ? "" : std::move(words); };
  std::string talk = mine(talk_words(row));
  std::string topics = mine(topics_words(row));
  screen.remarks(rhythm.moods.empty() ? "Voices" : "Mood",
                 {{"mood", with_bars(rhythm.moods), ""},
                  {"talk", talk, "talk " + talk},
                  {"authors", topics, "topics " + topics}},
                 "    ");
  screen.remarks(
      "Rhythm",
      {{"rhythm", mine(rhythm_words(row)), ""}, {"place", place_words(brief, row.person), ""}},
      "; ");
  screen.remarks(
      "Quiet", {{"quiet", quiet_words(brief), ""}, {"praise", mine(praise_words(row)), ""}}, "; ");
}

void show_private(const Ledger& own, Date today, PrepScreen& screen) {
  PrivateBrief brief = private_brief_of(own, today);
  bool nothing = brief.to_say.empty() && brief.open.empty() && brief.later.empty();
  if (nothing && brief.facts.empty()) return;
  screen.rule("private");
  screen.said(brief.to_say, "to_say", "To say", true);
  screen.chains(own, brief.open, "private", "Open");
  screen.remarks("Later", {{"later", later_words(own, brief.later, today), ""}}, "");
  screen.said(brief.facts, "recall", "Recall", true);
  screen.rule("");
}

Outcome run(const Options& options, Session& session) {
  Person person = named_or_due(session, options.person);
  const Config& config = session.notebook().config();
  Ledgers ledgers(session);
  Ledger ledger = ledgers.load(person, Tree::shared, Depth::all);
  Ledger own = ledgers.load(person, Tree::own, Depth::all);
  Cadence cadence = cadence_of(config, person);
  Rhythm rhythm = rhythm_of(recent_meetings(session, person), cadence, session.today());
  Brief brief = brief_of(ledger, rhythm, session.today());
  MirrorRow row{person, mirror_of(ledger, own, quarter_to(session.today())),
                talk_target(person, config.talk_target)};

  PrepScreen screen(session, person);
  screen.head(cadence_word(config, person, cadence), rhythm, brief);
  show_items(ledger, brief, session.today(), screen);
  screen.remarks("Goals", untouched_goals(session, ledger), "; ");
  show_rhythm(row, rhythm, brief, options.shared, screen);
  if (!options.shared) show_private(own, session.today(), screen);
  screen.question(first_question(session, person, ledger));
  return screen.finish();
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person,
                  "whom you are about to meet; without, whoever is due today");
  args.flag("--shared", options->shared, "without what stands in my private notes");
  args.example("prep alice", "twenty seconds before you meet");
  args.example("alice", "the same");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"prep", "show what to know before a meeting", "every week", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::prep_command
