// SPDX-License-Identifier: MIT
// Which command is run, what is printed where, and the exit status.
#include "app.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.hpp"
#include "cli/session.hpp"
#include "error.hpp"
#include "support/memory_system.hpp"

using namespace oneonone;
using oneonone::testing::MemorySystem;

namespace {

using Words = std::vector<std::string>;

Outcome says(std::string text) {
  Outcome outcome;
  outcome.view.emplace_back(view::Text{std::move(text)});
  return outcome;
}

/// A command without arguments; what it does captures nothing.
template <typename Work>
Command plain(std::string_view name, Work /*run*/) {
  return {name, "do something", "every week", [](Args& args) -> Run {
            args.example("sample", "an example");
            return Work{};
          }};
}

/// `people add` of `oneonone people add [OPTIONS]`.
std::string command_of(const Args& args) {
  const std::string usage = args.usage();
  const std::size_t begin = usage.find(' ') + 1;
  return usage.substr(begin, usage.find(" [") - begin);
}

Command echo(std::string_view name) {
  return {name, "say the words", "setting up", [](Args& args) -> Run {
            auto words = std::make_shared<Words>();
            args.rest("WORD", *words, false, "what to say");
            return [name = command_of(args), words](Session&) {
              std::string text = name;
              for (const std::string& word : *words) text += '|' + word;
              return says(text);
            };
          }};
}

struct Row {
  std::string id, text;
};

Command listing() {
  return plain("actions", [](Session&) {
    Outcome outcome = says("two things");
    outcome.kind = "actions";
    outcome.items =
        view::Table(std::vector<Row>{{"k7m2q", "one"}, {"m3x9w", "two"}},
                    std::vector<view::Column<Row>>{
                        {"id", [](const Row& row) { return view::Value(row.id); }},
                        {"text", [](const Row& row) { return view::Value(row.text); }}});
    return outcome;
  });
}

template <typename Fail>
Command failing(Fail /*fail*/) {
  return plain("fail", [](Session&) {
    Fail{}();
    return Outcome{};
  });
}

std::vector<Command> sample_commands() {
  return {listing(),          echo("add"),    echo("new"),   echo("people"),
          echo("people add"), echo("reopen"), echo("rename")};
}

/// One run of the program.
struct Program {
  MemorySystem world;
  std::vector<Command> commands = sample_commands();

  int run(const Words& words) {
    System system = world.system();
    return run_app(system, words, commands);
  }
  const std::string& out() const { return world.terminal.output; }
  const std::string& err() const { return world.terminal.errors; }
};

std::string output_of(const Words& words) {
  Program program;
  program.run(words);
  return program.out() + program.err();
}

}  // namespace

TEST_CASE("a command is named by one word or two, with options anywhere") {
  CHECK(output_of({"add", "alice", "x"}) == "add|alice|x\n");
  CHECK(output_of({"-n", "add", "alice"}) == "add|alice\n");
  CHECK(output_of({"people"}) == "people\n");
  CHECK(output_of({"people", "alice"}) == "people|alice\n");
  CHECK(output_of({"people", "add", "alice"}) == "people add|alice\n");
  CHECK(output_of({"-C", "add", "people", "-q", "add", "--", "add"}) == "people add|add\n");
}

TEST_CASE("ls and list are actions") {
  CHECK(output_of({"ls"}) == "two things\n");
  CHECK(output_of({"list"}) == "two things\n");
}

TEST_CASE("a command may be shortened on a terminal only") {
  Program terminal;
  terminal.world.terminal.is_terminal = true;
  CHECK(terminal.run({"peop", "add", "x"}) == 0);
  CHECK(terminal.out() == "people add|x\n");
  CHECK(terminal.run({"re", "x"}) == 2);
  CHECK(terminal.err() == "oneonone: 're' fits several commands\nhint: rename, reopen\n");
  Program script;
  CHECK(script.run({"peop", "add", "x"}) == 2);
}

TEST_CASE("an unknown command is a wrong use, and the likely one is named") {
  Program program;
  CHECK(program.run({"acitons"}) == 2);
  CHECK(program.run({"frobnicate"}) == 2);
  CHECK(program.run({""}) == 2);
  CHECK(program.run({"--jsn", "actions"}) == 2);
  CHECK(program.out().empty());
  CHECK(program.err() ==
        "oneonone: unknown command 'acitons'\nhint: did you mean 'actions'?\n"
        "oneonone: unknown command 'frobnicate'\nhint: 'oneonone help --all' lists the commands\n"
        "oneonone: unknown command ''\nhint: 'oneonone help --all' lists the commands\n"
        "oneonone: unknown option '--jsn'\nhint: did you mean '--json'?\n");
}

TEST_CASE("without a command, as with --help, there are the commands to learn") {
  const std::string brief = output_of({});
  CHECK(brief.find("The commands to learn\n  oneonone add ") != std::string::npos);
  CHECK(brief.find("people add") == std::string::npos);
  CHECK(output_of({"--help"}) == brief);
}

TEST_CASE("--help and --version run nothing") {
  CHECK(output_of({"add", "--help"}).starts_with("oneonone add: say the words\n\nUsage\n"));
  CHECK(output_of({"-h", "people", "add"}).starts_with("oneonone people add: "));
  CHECK(output_of({"--version"}).starts_with("oneonone 0.1.0"));
  CHECK(output_of({"add", "-V"}) == output_of({"--version"}));
}

TEST_CASE("items are printed as JSON, by a pattern or ended by NUL") {
  CHECK(output_of({"actions", "--json"}).find("\"kind\": \"actions\"") != std::string::npos);
  CHECK(output_of({"actions", "--format", "{text} {id}"}) == "one k7m2q\ntwo m3x9w\n");
  CHECK(output_of({"actions", "-0"}) == std::string("k7m2q\0m3x9w\0", 12));
  CHECK(output_of({"actions", "-0", "--format={text}"}) == std::string("one\0two\0", 8));
}

TEST_CASE("what lists nothing has no items to print") {
  Program program;
  CHECK(program.run({"add", "--json"}) == 2);
  CHECK(program.run({"actions", "--json", "-0"}) == 2);
  CHECK(program.out().empty());
  CHECK(program.err() ==
        "oneonone: 'add' lists nothing, so it has no --json\n"
        "oneonone: --json goes with neither --format nor -0\n"
        "hint: oneonone actions [OPTIONS]\n");
}

TEST_CASE("an error says where, what, and what to do, and cannot steer the terminal") {
  Program program;
  program.commands = {failing([] {
    throw Error(Status::not_found, "nobody is called '\x1b[2J'", "people/x.md:3", "see 'people'");
  })};
  CHECK(program.run({"fail"}) == 3);
  CHECK(program.err() ==
        "oneonone: people/x.md:3: nobody is called '\\x1b[2J'\nhint: see 'people'\n");
}

TEST_CASE("an error without words ends quietly") {
  Program program;
  program.commands = {failing([] { throw Error(Status::failed, ""); })};
  CHECK(program.run({"fail"}) == 1);
  CHECK(program.err().empty());
}

TEST_CASE("whatever else goes wrong is a failure with a line") {
  Program memory, other;
  memory.commands = {failing([] { throw std::bad_alloc(); })};
  other.commands = {failing([] { throw std::runtime_error("it broke"); })};
  CHECK(memory.run({"fail"}) == 1);
  CHECK(memory.err() == "oneonone: out of memory\n");
  CHECK(other.run({"fail"}) == 1);
  CHECK(other.err() == "oneonone: it broke\n");
}

TEST_CASE("files that could not be read are named, and make 4 of 0 only") {
  // clang-format off
  const struct { Status command; int expected; } cases[] = {
    {Status::ok,        4},
    {Status::failed,    1},
    {Status::usage,     2},
    {Status::not_found, 3},
    {Status::partial,   4},
    {Status::conflict,  5},
  };
  // clang-format on
  for (const auto& each : cases) {
    Program program;
    static Status status;
    status = each.command;
    program.commands = {plain("show", [](Session& session) {
      session.unread({"people/bob/2026-11-24.md", "permission denied"});
      Outcome outcome = says("the rest");
      outcome.status = status;
      return outcome;
    })};
    CHECK(program.run({"show"}) == each.expected);
    CHECK(program.out() == "the rest\n");
    CHECK(program.err() == "oneonone: people/bob/2026-11-24.md: permission denied\n");
  }
}

TEST_CASE("colour: the option, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, then the terminal") {
  // clang-format off
  const struct {
    const char* option; const char* no_color; const char* force; const char* clicolor;
    const char* term; bool terminal; bool coloured;
  } cases[] = {
    // --color  NO_COLOR FORCE  CLICOLOR  TERM     tty    coloured
    {"auto",    "",      "",    "",       "xterm", true,  true},
    {"auto",    "",      "",    "",       "xterm", false, false},
    {"auto",    "",      "",    "",       "dumb",  true,  false},
    {"auto",    "",      "",    "0",      "xterm", true,  false},
    {"auto",    "",      "1",   "0",      "dumb",  false, true},
    {"auto",    "",      "0",   "",       "xterm", false, false},
    {"auto",    "1",     "1",   "",       "xterm", true,  false},
    {"always",  "1",     "",    "0",      "dumb",  false, true},
    {"never",   "",      "1",   "",       "xterm", true,  false},
  };
  // clang-format on
  for (const auto& each : cases) {
    Program program;
    program.commands = {plain("show", [](Session&) {
      Outcome outcome;
      outcome.view.emplace_back(view::Text{"late", view::Style::late});
      return outcome;
    })};
    program.world.terminal.is_terminal = each.terminal;
    for (const auto& [name, value] :
         {std::pair{"NO_COLOR", each.no_color}, std::pair{"CLICOLOR_FORCE", each.force},
          std::pair{"CLICOLOR", each.clicolor}, std::pair{"TERM", each.term}}) {
      if (*value != '\0') program.world.environment.variables[name] = value;
    }
    CHECK(program.run({"show", "--color", each.option}) == 0);
    INFO(each.option, ' ', each.no_color, ' ', each.force, ' ', each.clicolor, ' ', each.term);
    CHECK((program.out().find('\x1b') != std::string::npos) == each.coloured);
  }
}

namespace {

/// A long answer on a terminal; `pager` is what the pager's shell was given.
struct Paged : Program {
  std::string shown;
  int status = 0;

  Paged() {
    world.terminal.is_terminal = true;
    commands = {plain("show", [](Session&) {
      Outcome outcome = says(std::string(60, '\n'));
      outcome.paged = true;
      return outcome;
    })};
    world.processes.on_feed = [this](const Words& arguments, std::string_view input) {
      shown = arguments.back().substr(arguments.back().find('\n') + 1);
      CHECK(input == std::string(60, '\n'));
      return Ran{status, {}};
    };
  }
};

}  // namespace

TEST_CASE("a long answer is shown in a pager on a terminal") {
  Paged usual, own, general, refused, script;
  usual.run({"show"});
  CHECK(usual.shown == "less -FRX");
  CHECK(usual.out().empty());
  general.world.environment.variables["PAGER"] = "more -s";
  general.run({"show"});
  CHECK(general.shown == "more -s");
  own.world.environment.variables = {{"PAGER", "more"}, {"ONEONONE_PAGER", "bat"}};
  own.run({"show"});
  CHECK(own.shown == "bat");
  refused.run({"show", "--no-pager"});
  CHECK(refused.shown.empty());
  CHECK(refused.out().size() == 60);
  script.world.terminal.is_terminal = false;
  script.run({"show"});
  CHECK(script.shown.empty());
}

TEST_CASE("without a pager the answer is printed") {
  Paged program;
  program.status = 127;
  CHECK(program.run({"show"}) == 0);
  CHECK(program.out().size() == 60);
}

TEST_CASE("today is the option's, the environment's, or the clock's day") {
  Program program;
  program.commands = {plain("today", [](Session& session) { return says(session.today().iso()); })};
  program.world.clock.now = Date::from(2026, 11, 24).value_or(Date());
  CHECK(program.run({"today"}) == 0);
  program.world.environment.variables["ONEONONE_TODAY"] = "2026-11-25";
  CHECK(program.run({"today"}) == 0);
  CHECK(program.run({"today", "--today", "2026-11-26"}) == 0);
  CHECK(program.out() == "2026-11-24\n2026-11-25\n2026-11-26\n");
  CHECK(program.run({"today", "--today", "2026-02-30"}) == 2);
  CHECK(program.err() ==
        "oneonone: --today: '2026-02-30' is no day\nhint: write it as YYYY-MM-DD\n");
}

TEST_CASE("talk goes to standard error, and -q silences it") {
  Program program;
  program.commands = {plain("talk", [](Session& session) {
    session.tell("one\x07");
    return Outcome{};
  })};
  program.run({"talk"});
  program.run({"talk", "-q"});
  CHECK(program.err() == "one\\x07\n");
  CHECK(program.out().empty());
}
