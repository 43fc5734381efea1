// SPDX-License-Identifier: MIT
// How a command line is read, what is said about a wrong one, and how help looks.
#include "cli/args.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "error.hpp"
#include "unicode.hpp"

using namespace oneonone;

namespace {

using Words = std::vector<std::string>;

/// A command with an argument of every sort.
struct Sample {
  std::string person;
  Words ids;
  std::optional<std::string> due, recap;
  Words kinds;
  std::optional<int> mood;
  bool another = false;
  Globals globals;

  Args declare() {
    Args args("add", "put something on the next agenda");
    args.positional("PERSON", person, "who it is about");
    args.rest("TEXT", ids, false, "the line");
    args.option("-d,--due", due, "DATE", "when it must be done");
    args.option("--recap", recap, "TEXT", "what was said");
    args.option("--kind", kinds, "KIND", "only these");
    args.option("--mood", mood, 1, 5, "N", "from 1 to 5");
    args.flag("--another", another, "a second one that day");
    args.example("add alice \"Career\"", "a topic for Alice");
    return args;
  }
  Sample& parse(const Words& words) {
    declare().parse(words, globals);
    return *this;
  }
};

/// What is said: "[WHERE: ]MESSAGE | HINT".
std::string complaint(const Words& words) {
  try {
    Sample().parse(words);
  } catch (const Error& error) {
    CHECK(error.status == Status::usage);
    const std::string where = error.where.empty() ? "" : error.where + ": ";
    return where + error.message + " | " + error.hint;
  }
  return "nothing";
}

const std::string usage = "oneonone add [OPTIONS] PERSON [TEXT…]";

struct Meeting {
  std::optional<std::string> date;
  Globals globals;

  void parse(const Words& words, bool required = false) {
    Args args("new", "write a note");
    args.date(date, "the day of the meeting", required);
    args.parse(words, globals);
  }
};

std::string complaint_of_meeting(const Words& words, bool required = false) {
  try {
    Meeting().parse(words, required);
  } catch (const Error& error) {
    return error.message;
  }
  return "nothing";
}

}  // namespace

TEST_CASE("words and options stand in any order") {
  for (const Words& words : {Words{"alice", "two", "words", "--due", "fri", "--another"},
                             Words{"--another", "-d", "fri", "alice", "two", "words"},
                             Words{"alice", "--due=fri", "two", "--another", "words"},
                             Words{"-dfri", "--another", "--", "alice", "two", "words"}}) {
    Sample sample;
    sample.parse(words);
    CHECK(sample.person == "alice");
    CHECK(sample.ids == Words{"two", "words"});
    CHECK(sample.due == "fri");
    CHECK(sample.another);
  }
}

TEST_CASE("an option that may be repeated takes one value each time") {
  Sample sample;
  sample.parse({"--kind", "win", "--kind", "ask", "bob"});
  CHECK(sample.kinds == Words{"win", "ask"});
  CHECK(sample.person == "bob");
}

TEST_CASE("the last of several values counts") {
  CHECK(Sample().parse({"bob", "--due", "fri", "--due", "sat"}).due == "sat");
}

TEST_CASE("a value may be empty, look like an option, a list or a slash") {
  CHECK(Sample().parse({"bob", "--recap="}).recap == "");
  CHECK(Sample().parse({"bob", "--recap=", "text"}).ids == Words{"text"});
  CHECK(Sample().parse({"bob", "--recap", ""}).recap == "");
  CHECK(Sample().parse({"bob", "--recap", "--json"}).recap == "--json");
  CHECK(Sample().parse({"bob", "--recap=a=b"}).recap == "a=b");
  CHECK(Sample().parse({"bob", "--kind", "[a,b]"}).kinds == Words{"[a,b]"});
  CHECK(Sample().parse({"bob", "[ ]", "[a,b]", "/x", "-", "", "++"}).ids ==
        Words{"[ ]", "[a,b]", "/x", "-", "", "++"});
}

TEST_CASE("after -- everything is a word") {
  Sample sample;
  sample.parse({"bob", "--", "-3d", "--json", "--"});
  CHECK(sample.ids == Words{"-3d", "--json", "--"});
  CHECK_FALSE(sample.globals.json);
}

TEST_CASE("a list item typed with its dash is text") {
  Sample sample;
  sample.parse({"alice", "- [ ] Why so", "--another"});
  CHECK(sample.ids == Words{"- [ ] Why so"});
  CHECK(sample.another);
}

TEST_CASE("the options of every command are read too") {
  Sample sample;
  sample.parse({"-nC", "/notes", "bob", "--json", "-0q", "--today", "2026-11-24", "--color=never"});
  const Globals& globals = sample.globals;
  CHECK(globals.dry_run);
  CHECK(globals.notebook == "/notes");
  CHECK(globals.json);
  CHECK(globals.zero);
  CHECK(globals.quiet);
  CHECK(globals.today == "2026-11-24");
  CHECK(globals.colour == "never");
}

TEST_CASE("a wrong command line is explained") {
  CHECK(complaint({"bob", "--anothr"}) == "unknown option '--anothr' | did you mean '--another'?");
  CHECK(complaint({"bob", "--jsn=1"}) == "unknown option '--jsn' | did you mean '--json'?");
  CHECK(complaint({"bob", "--frobnicate"}) == "unknown option '--frobnicate' | " + usage);
  CHECK(complaint({"bob", "-x"}) == "unknown option '-x' | " + usage);
  CHECK(complaint({"bob", "-nx"}) == "unknown option '-x' | " + usage);
  CHECK(complaint({"bob", "-3d"}) ==
        "unknown option '-3d' | write '--' before it when it is no option: -- -3d");
  CHECK(complaint({"bob", "--due"}) == "'--due' needs a value: --due DATE | " + usage);
  CHECK(complaint({"bob", "-nd"}) == "'-d' needs a value: -d DATE | " + usage);
  CHECK(complaint({"bob", "--due", "--", "x"}) == "'--due' needs a value: --due DATE | " + usage);
  CHECK(complaint({"bob", "--another=no"}) == "'--another' takes no value | " + usage);
  CHECK(complaint({}) == "PERSON is missing | " + usage);
  CHECK(complaint({"bob", "--color", "red"}) ==
        "--color: 'red' is none of auto, always, never | " + usage);
  for (const char* word : {"abc", "0", "6", "4.5", "", " 4", "4x", "99999999999999999999"}) {
    CHECK(complaint({"bob", "--mood", word}) ==
          "--mood: '" + std::string(word) + "' is no number from 1 to 5 | " + usage);
  }
}

TEST_CASE("a number within its bounds is taken") {
  CHECK(Sample().parse({"bob", "--mood", "5"}).mood == 5);
  CHECK(Sample().parse({"bob"}).mood == std::nullopt);
}

TEST_CASE("a word too many is named") {
  Globals globals;
  Args args("config", "show the settings");
  CHECK_THROWS_WITH_AS(args.parse({"x", "y"}, globals), "too many words: 'x'", Error);
}

TEST_CASE("the day is a word or --date, not both") {
  Meeting word, option, none;
  word.parse({"fri"});
  option.parse({"--date", "fri"});
  none.parse({});
  CHECK(word.date == "fri");
  CHECK(option.date == "fri");
  CHECK_FALSE(none.date);
  CHECK(complaint_of_meeting({"fri", "--date", "sat"}) == "DATE is given twice: 'sat' and 'fri'");
  CHECK(complaint_of_meeting({}, true) == "DATE is missing");
  CHECK(complaint_of_meeting({"--date", "fri"}, true) == "nothing");
}

TEST_CASE("who asks for help need not have the rest right") {
  Sample sample;
  sample.parse({"--help"});
  CHECK(sample.globals.help);
  CHECK(Sample().parse({"-h", "--no-such-option"}).globals.help);
}

TEST_CASE("help shows examples before arguments and options") {
  CHECK(Sample().declare().help() == R"(oneonone add: put something on the next agenda

Usage
  oneonone add [OPTIONS] PERSON [TEXT…]

Examples
  oneonone add alice "Career"  a topic for Alice

Arguments
  PERSON  who it is about
  TEXT    the line

Options
  -d, --due DATE    when it must be done
      --recap TEXT  what was said
      --kind KIND   only these
      --mood N      from 1 to 5
      --another     a second one that day

Every command also takes -C DIR, -n, --json, --format PATTERN, -0, -q, --today
DATE, --color WHEN, --no-input and --no-pager: see 'oneonone help --all'.
)");
}

TEST_CASE("no line of help is wider than 80 columns") {
  std::string nowhere;
  Args args("import", "bring in what was written elsewhere: " + std::string(12, 'x') +
                          " and a few more words so that the line has to be broken");
  args.positional(
      "PATH", nowhere,
      "a file or folder; a long explanation that cannot stand on a single line of help");
  args.example("import --from somewhere ~/Documents/a/rather/long/path/to/notes.md",
               "an example so long that its meaning goes below it");
  std::istringstream lines(args.help() + global_help());
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(unicode::width(line) <= 80);
    CHECK((line.empty() || line.back() != ' '));
  }
}

TEST_CASE("the long options of a command are known without the ones all have") {
  CHECK(Sample().declare().long_options() ==
        Words{"--due", "--recap", "--kind", "--mood", "--another"});
}

TEST_CASE("the first word that is no option of every command names the command") {
  CHECK(first_word({"new", "-n"}) == 0);
  CHECK(first_word({"-C", "dir", "--json", "new"}) == 3);
  CHECK(first_word({"-nC", "dir", "--today=2026-11-24", "new"}) == 3);
  CHECK(first_word({"-Cdir", "new"}) == 1);
  CHECK(first_word({"--unknown", "new"}) == 0);
  CHECK(first_word({"-C"}) == 1);
  CHECK(first_word({}) == 0);
  CHECK(first_word({"people", "-n", "add"}, 1) == 2);
}
