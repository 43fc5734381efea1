// SPDX-License-Identifier: MIT
// `add`: a topic, a promise, a win or a fact for the next meeting, in one line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/ledgers.hpp"
#include "cli/topics_line.hpp"
#include "core/date_words.hpp"

namespace oneonone::add_command {

struct KindFlag {
  const char* kind;
  const char* help;
};

constexpr std::array<KindFlag, 10> kind_flags{
    {{"win", "it went well: a line for Wins"},
     {"ask", "I need something: the other one owns it"},
     {"idea", "something to try"},
     {"praise", "something to thank for; both can read it"},
     {"feedback", "something to say, into my private notes"},
     {"concern", "something that worries me; both can read it"},
     {"blocker", "something is stuck: the manager owns it"},
     {"decision", "what was decided: a line for Decisions"},
     {"question", "something to ask"},
     {"fact", "something to remember, into my private notes"}}};

struct Options {
  std::optional<std::string> person;
  std::vector<std::string> words;
  std::optional<std::string> owner, due, on, metric, link;
  std::map<std::string, bool> kinds;
  bool is_private = false, shared = false, team = false;
};

std::string typed_text(Session& session, const Options& options) {
  std::string text = options.team ? options.person.value_or("") : "";
  for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
  if (!text.empty()) return text;
  if (session.globals().no_input) return text;
  Terminal& terminal = session.system().terminal;
  if (session.can_ask()) {
    terminal.err("> ");
    return terminal.read_line().value_or("");
  }
  // Whatever is piped in counts: a second line is refused later, not lost.
  while (auto line = terminal.read_line()) {
    if (line->find_first_not_of(" \t\r") == std::string::npos) continue;
    text += (text.empty() ? "" : "\n") + *line;
  }
  return text;
}

std::optional<std::string> kind_option(const Options& options) {
  std::optional<std::string> chosen;
  for (const auto& [kind, given] : options.kinds) {
    if (!given) continue;
    if (chosen) {
      throw Error(Status::usage, fmt::format("--{} and --{} contradict each other", *chosen, kind));
    }
    chosen = kind;
  }
  return chosen;
}

Captured captured(Session& session, const Options& options) {
  auto day = [&](const std::optional<std::string>& word) {
    return word ? std::optional(parse_date_word(*word, session.today(), Weekdays::after_today))
                : std::nullopt;
  };
  std::optional<std::string> kind = kind_option(options);
  return {typed_text(session, options),
          kind,
          options.metric,
          options.link,
          options.owner,
          day(options.due),
          day(options.on)};
}

/// Facts and feedback are for my eyes unless I say otherwise (product.md, "Private").
Tree tree_for(const Options& options, const std::string& kind) {
  if (options.is_private && options.shared) {
    throw Error(Status::usage, "--private and --shared contradict each other");
  }
  bool own = options.is_private || (!options.shared && (kind == "fact" || kind == "feedback"));
  if (own && options.team) {
    throw Error(Status::usage, "--team writes into shared notes", "",
                kind.empty() ? "" : fmt::format("a {} is private: --shared says otherwise", kind));
  }
  return own ? Tree::own : Tree::shared;
}

/// Whom the line is for: one person, or everyone I manage.
std::vector<Person> people_for(Session& session, const Options& options) {
  if (!options.team) {
    if (options.person) return {session.notebook().find_person(*options.person)};
    throw Error(Status::usage, "PERSON is missing", "", "oneonone add [OPTIONS] PERSON [TEXT…]");
  }
  const std::vector<std::string> folders = session.notebook().folders();
  if (options.person && !options.words.empty() &&
      std::ranges::count(folders, *options.person) > 0) {
    throw Error(Status::usage, "--team is for everyone I manage", "",
                fmt::format("leave '{}' out", *options.person));
  }
  std::vector<Person> people = session.notebook().people({});
  std::erase_if(people, [](const Person& person) {
    return person.relation() != "report" || person.status != "active";
  });
  if (!people.empty()) return people;
  throw Error(Status::not_found, "you manage nobody here", "",
              "'oneonone people add NAME --relation report' adds one of your team");
}

void tell_owner(Session& session, const Addition& addition) {
  const std::string& owner = addition.row.owner;
  const Person& person = addition.person;
  if (owner.empty()) return;
  if (addition.line.owner_chosen) session.tell(fmt::format("@{} owns it", owner));
  if (std::ranges::find(person.people, person.canonical(owner)) != person.people.end()) return;
  session.tell(fmt::format("@{} is neither {} nor {}", owner, person.people[0], person.people[1]));
}

void tell_days(Session& session, const ItemRow& row) {
  std::string days;
  if (row.on) days = "comes up " + row.on->short_form(session.today());
  if (row.due) days += (days.empty() ? "due " : ", due ") + row.due->short_form(session.today());
  if (!days.empty()) session.tell(days);
}

IdSet taken_ids(Ledgers& ledgers, const Person& person, Tree tree) {
  IdSet taken = ledgers.ids(person, Tree::shared);
  if (tree == Tree::own) taken.merge(ledgers.ids(person, Tree::own));
  return taken;
}

Outcome run(const Options& options, Session& session) {
  session.notebook().require_writable();
  std::vector<Person> people = people_for(session, options);
  Captured line = captured(session, options);
  Tree tree = tree_for(options, kind_of(line));
  Ledgers ledgers(session);
  std::vector<Addition> additions;
  std::vector<Change> changes;
  for (const Person& person : people) {
    IdSet taken = taken_ids(ledgers, person, tree);
    additions.push_back(plan_addition(session, person, tree, line, taken));
    changes.push_back(additions.back().change);
  }
  session.apply(changes);
  for (const Addition& addition : additions) tell_owner(session, addition);
  tell_days(session, additions.front().row);
  return show_additions(session, additions);
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom it is for; not with --team");
  args.rest("TEXT", options->words, false, "the line; without it one is read from standard input");
  args.option("--for", options->owner, "HANDLE", "who owns it (me, them), as @HANDLE in the text");
  args.option("--due", options->due, "DATE", "when it is due, as due:DATE in the text");
  args.option("--on", options->on, "DATE", "not before that day, as on:DATE in the text");
  for (const KindFlag& flag : kind_flags) {
    args.flag(std::string("--") + flag.kind, options->kinds[flag.kind], flag.help);
  }
  args.option("--metric", options->metric, "TEXT", "a figure behind the text");
  args.option("--link", options->link, "URL", "where there is more");
  args.flag("--team", options->team, "for everyone I manage, in each one's notes");
  args.flag("--private", options->is_private, "into my private notes");
  args.flag("--shared", options->shared, "into the shared notes, also a fact or feedback");
  args.example("add alice \"What a staff role would look like\"", "a topic for the next meeting");
  args.example("add alice \"@me Send the packet due:fri\"", "a promise with a day");
  args.example("add alice --win \"Builds are faster\" --metric \"14 to 6 min\"", "a win");
  args.example("add --team \"New holiday rule\"", "the same for everyone I manage");
  args.example("add alice --private \"Ask how the move went\"", "for my eyes");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"add", "note a topic or a promise for the next meeting",
                                   "every week", declare, item_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::add_command
