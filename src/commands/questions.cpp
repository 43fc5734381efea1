// SPDX-License-Identifier: MIT
// `questions`: one to three worth asking, not asked of this person before.
#include "core/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "error.hpp"
#include "store/questions.hpp"

namespace oneonone::questions_command {

using view::Value;

struct Options {
  std::string person;
  std::optional<std::string> theme;
  bool all = false;
};

constexpr std::size_t served = 3;

void require_theme(const std::vector<Question>& bank, const std::optional<std::string>& theme) {
  if (!theme || std::ranges::find(bank, *theme, &Question::theme) != bank.end()) return;
  std::set<std::string> themes;
  for (const Question& question : bank) themes.insert(question.theme);
  throw Error(Status::not_found, fmt::format("there is no theme '{}'", *theme), "",
              fmt::format("there are {}", fmt::join(themes, ", ")));
}

void read_notes(Session& session, const Person& person, QuestionHistory& history) {
  for (const NotePath& note : session.notebook().notes(person.folder, Tree::shared)) {
    if (!note.is_meeting()) continue;
    try {
      if (auto text = session.notebook().read(note.path())) history.read(*note.date, *text);
    } catch (const Error& error) {
      session.unread({note.path(), error.message});
    }
  }
}

/// Each from another theme, unless one was asked for.
std::vector<Asked> best(std::vector<Asked> ranked, const Options& options) {
  if (options.all) return ranked;
  std::vector<Asked> chosen;
  std::set<std::string> themes;
  for (Asked& one : ranked) {
    if (chosen.size() == served) break;
    if (options.theme || themes.insert(one.question.theme).second) chosen.push_back(std::move(one));
  }
  return chosen;
}

view::Table table_of(std::vector<Asked> questions) {
  static const std::vector<view::Column<Asked>> columns{
      {"id", [](const Asked& one) { return Value(one.question.id); }},
      {"theme", [](const Asked& one) { return Value(one.question.theme); }},
      {"text", [](const Asked& one) { return Value(one.question.text); }},
      {"for",
       [](const Asked& one) {
         view::List list;
         for (const std::string& relation : one.question.relations) list.emplace_back(relation);
         return Value(std::move(list));
       }},
      {"asked", [](const Asked& one) { return one.asked ? Value(one.asked->iso()) : Value(); }},
  };
  return {std::move(questions), columns};
}

Outcome run(const Options& options, Session& session) {
  Person person = session.notebook().find_person(options.person);
  std::vector<Question> bank = question_bank(session.notebook());
  name_questions(bank);
  require_theme(bank, options.theme);
  QuestionHistory history(bank);
  read_notes(session, person, history);
  std::string relation(person.is_alumni() ? "alumni" : person.relation());
  std::vector<Asked> ranked =
      history.ranked(relation, options.theme, person.folder, session.today());
  if (options.theme) prefer(ranked, person.likes);
  std::vector<Asked> questions = best(std::move(ranked), options);
  Outcome outcome;
  outcome.kind = "questions";
  outcome.paged = true;
  view::Grid grid;
  grid.columns = {{"", {}, false}, {"", {}, false}, {"", {}, false}};
  for (const Asked& one : questions) {
    std::string when = one.asked ? "asked " + one.asked->iso() : "";
    grid.rows.push_back(
        {{{one.question.theme, view::Style::dim}, {one.question.text}, {when, view::Style::dim}},
         ""});
  }
  if (!grid.rows.empty()) outcome.view.emplace_back(std::move(grid));
  outcome.items = table_of(std::move(questions));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom you will ask");
  args.option("--theme", options->theme, "THEME", "only of this theme (venue: places to meet)");
  args.flag("--all", options->all, "the whole bank, the best first");
  args.example("questions alice", "three she was not asked before, from quiet themes");
  args.example("questions alice --theme venue", "somewhere else to meet");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"questions", "find a question worth asking", "now and then", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::questions_command
