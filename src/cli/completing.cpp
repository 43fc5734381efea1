// SPDX-License-Identifier: MIT
// A command's own declaration says what comes next: a person, a day, an id.
#include "cli/completing.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

#include "cli/args.hpp"
#include "cli/goal_book.hpp"
#include "cli/item_rows.hpp"
#include "cli/ledgers.hpp"
#include "cli/session.hpp"
#include "core/newcomer.hpp"
#include "store/questions.hpp"
#include "store/templates.hpp"
#include "text/front_matter.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

using Typed = std::vector<std::string>;
using Candidates = std::vector<Candidate>;

Candidates of_people(Session& session) {
  Candidates out;
  for (const Person& person : session.notebook().everyone()) {
    out.push_back({person.folder, person.name()});
  }
  return out;
}

Candidates of_owners(Session& session) {
  Candidates out = of_people(session);
  out.push_back({"me", ""});
  out.push_back({"them", ""});
  return out;
}

Candidates of_open_items(Session& session) {
  Candidates out;
  Ledgers ledgers(session);
  const std::vector<Person> people = session.notebook().everyone();
  std::vector<Candidates> of_person(people.size());
  ledgers.load_open(people, Tree::shared, [&](std::size_t person, const Ledger& ledger) {
    for (const Chain& chain : ledger.chains()) {
      if (chain.state != Mark::open || chain.role == Role::step) continue;
      const ItemRow row = row_of(ledger, chain, session.today());
      of_person[person].push_back({row.id, row.person + ": " + row.text});
    }
  });
  for (const Candidates& some : of_person) out.insert(out.end(), some.begin(), some.end());
  return out;
}

Candidates of_templates(Session& session) {
  Candidates out;
  for (const FoundTemplate& found : list_templates(session.notebook(), "")) {
    const FrontMatter matter = read_front_matter(Note(found.text));
    out.push_back({found.name, matter.text("summary").value_or("")});
  }
  return out;
}

Candidates of_themes(Session& session) {
  std::set<std::string> themes;
  for (const Question& question : question_bank(session.notebook())) themes.insert(question.theme);
  Candidates out;
  for (const std::string& theme : themes) out.push_back({theme, ""});
  return out;
}

/// Words that are the same in every notebook.
struct Known {
  static constexpr std::array<std::string_view, 14> days{
      "today", "tomorrow", "yesterday", "mon", "tue", "wed", "thu",
      "fri",   "sat",      "sun",       "eow", "eom", "+1w", "+2w"};
  static constexpr std::array<std::string_view, 12> kinds{
      "win",     "ask",      "idea",     "praise", "feedback",  "concern",
      "blocker", "decision", "question", "fact",   "challenge", "opportunity"};
  static constexpr std::array<std::string_view, 2> both{"me", "them"};
  static constexpr std::array<std::string_view, 5> cadences{"weekly", "2w", "monthly", "10d",
                                                            "none"};
  static constexpr std::array<std::string_view, 3> shells{"bash", "zsh", "fish"};
  static constexpr std::array<std::string_view, 4> formats{"todo.txt", "taskwarrior", "ical",
                                                           "csv"};
  static constexpr std::array<std::string_view, 3> forms{"markdown", "html", "mail"};
  static constexpr std::array<std::string_view, 2> orders{"dmy", "mdy"};
  static constexpr std::array<std::string_view, 4> inheritances{"items", "goals", "wins", "all"};
  static constexpr std::array<std::string_view, 2> truths{"true", "false"};
};

template <const auto& Words>
Candidates of_words(Session&) {
  Candidates out;
  for (const auto word : Words) out.push_back({std::string(word), ""});
  return out;
}

/// What stands for the words that help writes in capitals.
struct Source {
  std::string_view metavar;
  Candidates (*candidates)(Session&);
};

constexpr std::array<Source, 17> sources{{
    {"PERSON", of_people},
    {"OLD", of_people},
    {"HANDLE", of_owners},
    {"ID", of_open_items},
    {"TEMPLATE", of_templates},
    {"THEME", of_themes},
    {"DATE", of_words<Known::days>},
    {"KIND", of_words<Known::kinds>},
    {"RELATION", of_words<relations>},
    {"WHO", of_words<Known::both>},
    {"CADENCE", of_words<Known::cadences>},
    {"SHELL", of_words<Known::shells>},
    {"FORMAT", of_words<Known::formats>},
    {"FORM", of_words<Known::forms>},
    {"ORDER", of_words<Known::orders>},
    {"WHAT", of_words<Known::inheritances>},
    {"KEY", of_words<setting_keys>},
}};

/// What a setting may be.
Candidates of_setting(Session& session, const std::string& key) {
  if (key.starts_with("template")) return of_templates(session);
  if (key == "cadence") return of_words<Known::cadences>(session);
  if (key == "commit_changes") return of_words<Known::truths>(session);
  return {};
}

/// The measures of a person's open goals, or the goals. Those that are private show themselves to
/// nobody who only pressed Tab.
Candidates of_goals(Session& session, const std::string& person, bool measures) {
  Candidates out;
  for (const Goal& goal : shared_goals(session, session.notebook().find_person(person))) {
    if (goal.mark != Mark::open) continue;
    if (!measures) out.push_back({goal.id, goal.text});
    for (const Measure& measure : goal.measures) {
      if (measures) out.push_back({measure.name, goal.text});
    }
  }
  return out;
}

class Completing {
 public:
  Completing(System& system, const std::vector<Command>& commands)
      : system_(system), commands_(commands) {}

  Candidates run(const Typed& before, bool option) {
    const std::size_t first = first_word(before);
    if (first == before.size()) return of_first_word(before, option);
    Globals globals;
    Args({}, {}).parse({before.begin(), before.begin() + static_cast<std::ptrdiff_t>(first)},
                       globals);
    Typed rest(before.begin() + static_cast<std::ptrdiff_t>(first), before.end());
    Candidates out = rest.size() == 1 && !option ? of_second_word(rest.front()) : Candidates{};
    const Command* command = take_command(rest);
    if (command == nullptr) return out;
    Args args(command->name, command->summary);
    const Run run = command->declare(args);
    append(out, option ? of_options(args) : of_value(args.awaited(rest), globals, rest));
    return out;
  }

 private:
  static void append(Candidates& all, Candidates more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }

  static Candidates of_options(const Args& args) {
    Candidates out;
    for (const auto& [name, help] : args.option_help()) out.push_back({name, help});
    return out;
  }

  /// `typed`: the words before, behind the command.
  Candidates of_value(const std::string& metavar, const Globals& globals,
                      const Typed& typed) const {
    const std::size_t first = first_word(typed);
    const std::string before = first < typed.size() ? typed[first] : "";
    if (metavar == "COMMAND") return before.empty() ? of_commands() : of_second_word(before);
    Session session(system_, globals);
    if (metavar == "VALUE") return of_setting(session, before);
    if (metavar == "MEASURE" || metavar == "GOAL") {
      return of_goals(session, before, metavar == "MEASURE");
    }
    const auto source = std::ranges::find(sources, metavar, &Source::metavar);
    return source == sources.end() ? Candidates{} : source->candidates(session);
  }

  Candidates of_commands() const {
    Candidates out;
    for (const Command& command : commands_) {
      const bool family = command.name.find(' ') != std::string::npos;
      if (!command.hidden && !family)
        out.push_back({std::string(command.name), std::string(command.summary)});
    }
    return out;
  }

  /// `oneonone alice` is a command, too.
  Candidates of_first_word(const Typed& before, bool option) const {
    const Args program({}, {});
    if (option) return of_options(program);
    if (!program.awaited(before).empty()) return of_value(program.awaited(before), {}, {});
    Candidates out = of_commands();
    Globals globals;
    Args({}, {}).parse(before, globals);
    // Outside a notebook there are commands all the same.
    if (Notebook::is_there(system_, globals.notebook)) append(out, of_value("PERSON", globals, {}));
    return out;
  }

  /// `people` goes on with `add`, `rename` and so on.
  Candidates of_second_word(const std::string& first) const {
    Candidates out;
    for (const Command& command : commands_) {
      if (!command.hidden && command.name.starts_with(first + " ")) {
        out.push_back(
            {std::string(command.name.substr(first.size() + 1)), std::string(command.summary)});
      }
    }
    return out;
  }

  /// Takes the words of the command off the front.
  const Command* take_command(Typed& words) const {
    for (const std::size_t count : {2U, 1U}) {
      if (words.size() < count) continue;
      const std::string name = count == 2 ? words[0] + " " + words[1] : words[0];
      const auto found = std::ranges::find(commands_, name, &Command::name);
      if (found == commands_.end()) continue;
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
      return &*found;
    }
    return nullptr;
  }

  System& system_;
  const std::vector<Command>& commands_;
};

/// True when the word, or a word of what it means, begins so: case and accents aside.
bool begins_folded(const Candidate& one, const std::string& folded) {
  const std::string word = unicode::fold(one.word), meaning = unicode::fold(one.meaning);
  return word.starts_with(folded) || meaning.starts_with(folded) ||
         meaning.find(" " + folded) != std::string::npos;
}

/// Those that go on with what was typed. When none does, capitals, accents and names may help.
Candidates beginning(const Candidates& all, const std::string& begun) {
  Candidates out;
  std::ranges::copy_if(all, std::back_inserter(out),
                       [&](const Candidate& one) { return one.word.starts_with(begun); });
  if (!out.empty() || begun.starts_with('-')) return out;
  std::ranges::copy_if(
      all, std::back_inserter(out),
      [folded = unicode::fold(begun)](const Candidate& one) { return begins_folded(one, folded); });
  return out;
}

}  // namespace

std::vector<Candidate> candidates(System& system, const std::vector<Command>& commands,
                                  std::vector<std::string> words) {
  const std::string begun = words.empty() ? "" : words.back();
  if (!words.empty()) words.pop_back();
  Candidates out;
  try {
    out = Completing(system, commands).run(words, begun.starts_with('-'));
  } catch (const Error&) {
    return {};
  }
  return beginning(out, begun);
}

}  // namespace oneonone
