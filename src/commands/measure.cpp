// SPDX-License-Identifier: MIT
// `measure`: writes the number of a lead measure into the note where it was said.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/goal_book.hpp"
#include "cli/meeting_note.hpp"
#include "cli/written.hpp"
#include "core/goal_edits.hpp"
#include "core/note_choice.hpp"
#include "error.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::measure_command {

struct Options {
  std::string person, name, number;
  std::optional<std::string> date;
};

struct Chosen {
  Measure measure;
  Tree tree = Tree::shared;
};

/// The measures of open goals, one of a name.
std::vector<Chosen> measures_of(const std::vector<Goal>& goals) {
  std::vector<Chosen> all;
  for (const Goal& goal : goals) {
    for (const Measure& measure : goal.measures) {
      const bool known = std::ranges::any_of(all, [&](const Chosen& one) {
        return unicode::fold(one.measure.name) == unicode::fold(measure.name);
      });
      if (goal.mark == Mark::open && !known) all.push_back({measure, goal.path.tree});
    }
  }
  return all;
}

/// The measure that a word names: whole, or a part that no other one has.
Chosen find_measure(const std::vector<Chosen>& all, const Person& person, const std::string& word) {
  const std::string wanted = unicode::fold(word);
  std::vector<Chosen> found;
  std::string names;
  for (const Chosen& one : all) {
    const std::string name = unicode::fold(one.measure.name);
    if (name == wanted) return one;
    if (!wanted.empty() && name.find(wanted) != std::string::npos) found.push_back(one);
    if (one.tree == Tree::shared) {
      names += (names.empty() ? "'" : ", '") + one.measure.name + "'";
    }
  }
  if (found.size() == 1) return found.front();
  throw Error(Status::not_found,
              found.empty() ? fmt::format("{} has no measure '{}'", person.folder, word)
                            : fmt::format("'{}' fits several measures", word),
              "",
              names.empty() ? "measures stand below goals in goals.md: 'oneonone goals add'"
                            : "there are " + names);
}

void require_number(const std::string& typed) {
  const auto number = number_at_start(typed);
  if (number && number->size == typed.size()) return;
  if (!typed.empty() && grouped_number(typed) == typed) {
    throw Error(Status::usage, fmt::format("'{}' reads in two ways", typed), "",
                "write " + without_groups(typed));
  }
  throw Error(Status::usage, fmt::format("'{}' is no number", typed), "",
              "such as 4, 2.5 or, behind --, -3");
}

/// The note of the day, or the newest one up to today.
NotePath note_for(Session& session, const Person& person, Tree tree, const Options& options) {
  const std::vector<NotePath> notes = session.notebook().notes(person.folder, tree);
  std::optional<Date> day;
  if (options.date) day = day_of_note(notes, *options.date, session.today());
  const auto note = note_to_show(notes, day, session.today());
  if (note && (day || note->date <= session.today())) return *note;
  // Nobody meets for a private number: its note may as well be made.
  if (tree == Tree::own) {
    return meeting_path(person.folder, tree, day.value_or(session.today()), 1);
  }
  throw Error(Status::not_found,
              fmt::format("{} has no note{}", person.folder,
                          day ? " on " + day_from_today(*day, session.today()) : std::string()),
              "",
              fmt::format("'oneonone new {}{}' writes one", person.folder,
                          day ? " " + day->iso() : std::string()));
}

Outcome run(const Options& options, Session& session) {
  session.notebook().require_writable();
  require_number(options.number);
  const Person person = session.notebook().find_person(options.person);
  const Chosen chosen = find_measure(measures_of(goals_of(session, person)), person, options.name);
  const NotePath path = note_for(session, person, chosen.tree, options);
  const auto before = session.notebook().read(path.path());
  const ParsedNote note =
      parse_note(path, before.value_or(""), reading_of(person, session.notebook().config()));
  require_no_conflict(note.note, session.notebook().from_here(path.path()));
  session.apply(
      {{path.path(), before, note_with_reading(note, chosen.measure.name, options.number)}});
  warn_of_editors(session, path.path());
  session.tell(fmt::format("{}: {} {}", day_from_today(*path.date, session.today()),
                           chosen.measure.name, options.number));
  return written_paths(session, {path.path()});
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whose goal it belongs to");
  args.positional("MEASURE", options->name, "the measure, or part of its name");
  args.positional("NUMBER", options->number, "what it is");
  args.date(options->date, "the day of the note; else the newest note up to today");
  args.example("measure alice 'customer calls' 4", "into the note of the last meeting");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"measure", "write down the number of a goal's measure",
                                   "now and then", declare, path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::measure_command
