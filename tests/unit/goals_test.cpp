// SPDX-License-Identifier: MIT
// What goals.md defines, what notes say about it, and how both are written.
#include "core/goals.hpp"

#include <doctest/doctest.h>

#include "core/goal_edits.hpp"
#include "error.hpp"

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Date today = *Date::parse("2026-11-24");

Person alice() {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.me = "dana";
  return person;
}

ParsedNote parsed(const std::string& file, const std::string& text) {
  return parse_note(NotePath::make(Tree::shared, "alice", file), text, reading);
}

std::vector<Goal> goals(const std::string& text) {
  return goals_in(parsed("goals.md", text), alice(), {});
}

Ledger ledger_of(const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) notes.push_back(parsed(file, text));
  return {alice(), std::move(notes), {}, nullptr};
}

const char* const two_goals =
    "# Goals\n"
    "\n"
    "## Checkout answers in 300 ms since:2026-10-01 due:2027-03-31 ^b7r4k\n"
    "From 900 ms in summer.\n"
    "- customer calls: 3 a week\n"
    "- slow pages: at most 2\n"
    "  - not counting: 1 page\n"
    "- a note without aim\n"
    "### Background\n"
    "- budget drift: under -1.5 %\n"
    "## Speaks at a conference dropped:2026-11-01\n";

std::string number(std::string_view text) {
  const auto found = number_at_start(text);
  return found ? shown_number(found->value) + "/" + std::to_string(found->size) : "-";
}

std::string with_reading(const std::string& text, std::string_view measure,
                         std::string_view value) {
  return note_with_reading(parsed("2026-11-24.md", text), measure, value);
}

}  // namespace

TEST_CASE("a goal is a heading of level two, its measures are the list below") {
  const std::vector<Goal> all = goals(two_goals);
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "Checkout answers in 300 ms");
  CHECK(all[0].id == "b7r4k");
  CHECK(all[0].since->iso() == "2026-10-01");
  CHECK(all[0].due->iso() == "2027-03-31");
  CHECK(all[0].mark == Mark::open);
  CHECK(all[0].line == 3);
  REQUIRE(all[0].measures.size() == 3);
  CHECK(all[0].measures[0].name == "customer calls");
  CHECK(all[0].measures[0].aim == "3 a week");
  CHECK(all[0].measures[1].at_most);
  CHECK(*all[0].measures[2].target == -1.5);
  CHECK(all[1].mark == Mark::dropped);
  CHECK(all[1].closed->iso() == "2026-11-01");
  CHECK(all[1].id.size() == 5);
  CHECK(all[1].measures.empty());
}

TEST_CASE("an aim is met from its number on, or up to it") {
  const std::vector<Measure> measures = goals(two_goals)[0].measures;
  CHECK(measures[0].met_by(3));
  CHECK_FALSE(measures[0].met_by(2.5));
  CHECK(measures[1].met_by(2));
  CHECK_FALSE(measures[1].met_by(3));
  CHECK(measures[2].met_by(-2));
  CHECK_FALSE(Measure{"x", "better", std::nullopt, false, 1}.met_by(9));
}

TEST_CASE("numbers are read as people write them") {
  CHECK(number("4") == "4/1");
  CHECK(number("-1.5 %") == "-1.5/4");
  CHECK(number("3,5 days") == "3.5/3");
  CHECK(number("+2") == "2/2");
  CHECK(number("−7") == "-7/4");
  CHECK(number("12 of 20") == "12/2");
  CHECK(number("4.") == "4/1");
  CHECK(number("1.2.3") == "1.2/3");
  CHECK(number("0,125") == "0.125/5");
  CHECK(number("2.125") == "2.125/5");
  CHECK(number("1234,567") == "1234.567/8");
  CHECK(number("?") == "-");
  CHECK(number("-") == "-");
  CHECK(number(".5") == "-");
  CHECK(shown_number(-0.0) == "0");
  CHECK(shown_number(1.0 / 3) == "0.333333");
}

TEST_CASE("a number that reads in two ways is none") {
  for (const char* text :
       {"1,000", "12,500", "-1,000", "1,000,000", "1.000.000", "1,000.5", "1.000,5", "1,00,000"}) {
    CAPTURE(text);
    CHECK(grouped_number(text) == text);
    CHECK(grouped_number(std::string(text) + " a month") == text);
    CHECK(number(text) == "-");
  }
  for (const char* text : {"", "1", "1,5", "1,0000", "1.000", "0,125", "1000,000", "4, 500"}) {
    CAPTURE(text);
    CHECK(grouped_number(text).empty());
  }
  CHECK(without_groups("-1,000,000") == "-1000000");
  CHECK(without_groups("1.000,5") == "1000.5");
  const Measure measure = goals("## G\n- users: at least 1,000 a day\n")[0].measures[0];
  CHECK_FALSE(measure.target);
}

TEST_CASE("such numbers are found in aims and in readings of measures") {
  const std::vector<Goal> all = goals("## G\n- users: at least 1,000\n- calls: 3\n");
  const Ledger ledger = ledger_of(
      {{"2026-11-17.md", "## Growth\n- Calls: 2,500\n- other: 1,000\n## Else\n- calls: 1,000\n"}});
  CHECK(measured_in(ledger).empty());
  std::string found;
  for (const Grouped& one : grouped_in(all, ledger)) {
    found += one.path.file + ":" + std::to_string(one.line) + "=" + one.number + " ";
  }
  CHECK(found == "goals.md:2=1,000 2026-11-17.md:2=2,500 ");
}

TEST_CASE("readings stand in dated notes, and the last one of a day counts") {
  const Ledger ledger = ledger_of(
      {{"topics.md", "## Growth\n- customer calls: 9\n"},
       {"2026-11-03.md", "## Growth\n- Customer calls: 3\n- customer calls: 2 (one was moved)\n"},
       {"2026-11-10.md",
        "## Topics\n- customer calls: 8\n## Goals and lead measures\n"
        "- customer calls: ?  <!-- last: 2; aim: 3 a week -->\n- other: 1\n"},
       {"2026-11-17.md", "## Growth\n* customer calls: 4  <!-- last: 3 -->\n"}});
  const Measure measure{"customer calls", "3 a week", 3, false, 1};
  std::string all;
  for (const Measured& one : readings_of(measure, measured_in(ledger))) {
    all += one.date().iso() + ":" + std::to_string(one.line) + "=" + shown_number(one.value) + " ";
  }
  CHECK(all == "2026-11-03:3=2 2026-11-17:2=4 ");
}

TEST_CASE("a goal is touched by a reading, by its id in a note, and by being set") {
  const Goal goal = goals(two_goals)[0];
  CHECK(last_touched(goal, ledger_of({}), today)->iso() == "2026-10-01");
  CHECK(last_touched(goal, ledger_of({{"2026-11-03.md", "## Growth\n- slow pages: 4\n"}}), today)
            ->iso() == "2026-11-03");
  CHECK(last_touched(goal,
                     ledger_of({{"2026-11-10.md", "- [ ] @dana A desk goal:b7r4k\n"},
                                {"2026-12-01.md", "goal:b7r4k\n"}}),
                     today)
            ->iso() == "2026-11-10");
  CHECK_FALSE(last_touched(goals(two_goals)[1], ledger_of({}), today));
}

TEST_CASE("a new goal goes to the end of goals.md") {
  const NewGoal goal{"Run the review", Date::parse("2026-12-24"), {"reviews: 1 a month"}};
  CHECK(goals_with(std::nullopt, goal, "k7m2q", today) ==
        "# Goals\n\n## Run the review since:2026-11-24 due:2026-12-24 ^k7m2q\n"
        "- reviews: 1 a month\n");
  CHECK(goals_with("# G\r\n\r\n## A\r\n- x: 1", {"B", {}, {}}, "k7m2q", today) ==
        "# G\r\n\r\n## A\r\n- x: 1\r\n\r\n## B since:2026-11-24 ^k7m2q\r\n");
  CHECK(goals_with("", {"B", {}, {}}, "k7m2q", today) == "## B since:2026-11-24 ^k7m2q\n");
  CHECK_THROWS_AS(goals_with("", {" ", {}, {}}, "k7m2q", today), Error);
  CHECK_THROWS_AS(goals_with("", {"a\nb", {}, {}}, "k7m2q", today), Error);
  CHECK_THROWS_AS(goals_with("", {"a", {}, {"calls"}}, "k7m2q", today), Error);
  CHECK_THROWS_AS(goals_with("<<<<<<< a\n=======\n>>>>>>> b\n", {"a", {}, {}}, "k7m2q", today),
                  Error);
}

TEST_CASE("closing a goal changes its line and no other") {
  const Note note("# Goals\n## A due:2027-03-31\n- x: 1\n## B\n");
  const std::vector<Goal> all = goals(std::string(note.bytes()));
  CHECK(closed_goals(note, all[0], Mark::done, today) ==
        "# Goals\n## A due:2027-03-31 done:2026-11-24 ^" + all[0].id + "\n- x: 1\n## B\n");
  const Note dropped("## A dropped:2026-11-01 ^k7m2q\n");
  CHECK(closed_goals(dropped, goals(std::string(dropped.bytes()))[0], Mark::done, today) ==
        "## A done:2026-11-24 ^k7m2q\n");
}

TEST_CASE("a reading takes the place of the question, of an older one, or gets a line") {
  CHECK(with_reading("## Growth\n- Customer calls: ?  <!-- aim: 3 -->\n", "customer calls", "4") ==
        "## Growth\n- Customer calls: 4  <!-- aim: 3 -->\n");
  CHECK(with_reading("## Growth\n- customer calls: -2,5 (bad week)\n", "customer calls", "4") ==
        "## Growth\n- customer calls: 4 (bad week)\n");
  CHECK(with_reading("## Goals\n- customer calls:\n", "customer calls", "4") ==
        "## Goals\n- customer calls: 4\n");
  CHECK(with_reading("## Growth\n- customer calls: none\n\n## Recap\n", "customer calls", "4") ==
        "## Growth\n- customer calls: none\n- customer calls: 4\n\n## Recap\n");
  CHECK(with_reading("# A\n", "customer calls", "4") == "# A\n\n## Growth\n- customer calls: 4\n");
}

TEST_CASE("a goal that rests for more than three weeks is worth a word, unless it is closed") {
  Goal goal;
  CHECK(weeks_untouched(goal, today - 36, today) == 5);
  CHECK(weeks_untouched(goal, today - 22, today) == 3);
  CHECK_FALSE(weeks_untouched(goal, today - 21, today));
  CHECK_FALSE(weeks_untouched(goal, std::nullopt, today));
  goal.mark = Mark::done;
  CHECK_FALSE(weeks_untouched(goal, today - 36, today));
}
