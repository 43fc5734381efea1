// SPDX-License-Identifier: MIT
// What would make the next conversation better.
#include "core/hints.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Date today = *Date::parse("2026-11-24");

using Files = std::vector<std::pair<std::string, std::string>>;

Ledger ledger_of(const Files& files, const char* manager = "dana") {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.manager = manager;
  person.me = "dana";
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(Tree::shared, "alice", file), text, reading));
  }
  return {person, std::move(notes), {}, nullptr};
}

/// `rule:line` of each hint.
std::string rules(const Files& files) {
  std::string all;
  for (const Finding& hint : hints_of(ledger_of(files), {}, today)) {
    CHECK(hint.severity == Severity::hint);
    all += hint.rule + ":" + std::to_string(hint.line) + " ";
  }
  return all;
}

std::string closed(const std::string& body) {
  return "---\nstatus: held\n---\n" + body;
}

Rhythm meet_on(const char* iso) {
  Rhythm rhythm;
  rhythm.last_held = today - 7;
  rhythm.next_due = Date::parse(iso);
  return rhythm;
}

}  // namespace

TEST_CASE("an ask, concern or blocker that is ticked wants its answer below it") {
  CHECK(rules({{"2026-11-17.md", "- [x] @dana Ask: a screen\n"}}) == "unanswered:1 ");
  CHECK(rules({{"2026-11-17.md", "- [x] @dana Ask: a screen\n  - yes\n"}}).empty());
  CHECK(rules({{"2026-11-17.md", "- [ ] @dana Ask: a screen\n"}}).empty());
  CHECK(rules({{"2026-11-17.md", "- [-] @dana Ask: a screen\n"}}).empty());
  CHECK(rules({{"2026-11-17.md", "- [x] Concern: a\n- [x] @dana Blocker: b\n- [x] @dana c\n"}}) ==
        "unanswered:1 unanswered:2 ");
  CHECK(rules({{"2026-11-17.md", "## Blockers and asks\n- [x] @dana a screen\n"}}) ==
        "unanswered:2 ");
}

TEST_CASE("a line of topics.md without a box is not carried") {
  const std::string topics = "## Topics\n- [ ] One\n  - a word on it\n- Two\n## Wins\n- Shipped\n";
  CHECK(rules({{"topics.md", topics}}) == "no-box:4 ");
  CHECK(rules({{"2026-11-17.md", topics}}).find("no-box") == std::string::npos);
}

TEST_CASE("of the last meeting closed: something came out of it, and something went well") {
  CHECK(rules({{"2026-11-17.md", closed("We talked.\n")}}) == "no-outcome:0 no-win:0 ");
  CHECK(rules({{"2026-11-17.md", "not closed\n"}}).empty());
  CHECK(rules({{"2026-11-10.md", closed("We talked.\n")},
               {"2026-11-17.md", closed("- Win: a\n- [ ] @dana b\n")}})
            .empty());
  CHECK(rules({{"2026-11-17.md", closed("- Win: a\n- [ ] @dana carried since:2026-11-10\n")}}) ==
        "no-outcome:0 ");
  for (const char* line : {"- Decision: b", "- Feedback: c", "- Praise: d"}) {
    CAPTURE(line);
    CHECK(rules({{"2026-11-17.md", closed("- Win: a\n" + std::string(line) + "\n")}}).empty());
  }
}

TEST_CASE("status is a third of the agenda at most, and nine points") {
  const std::string start = "- Win: a\n- Decision: b\n";
  auto updates = [&](int count) {
    std::string text = start + "## Status updates\n";
    for (int i = 0; i < count; ++i) text += "- [x] news\n  - and more\n";
    return Files{{"2026-11-17.md", closed(text)}};
  };
  CHECK(rules(updates(2)).empty());
  CHECK(rules(updates(3)) == "status-share:6 ");
  CHECK(rules(updates(10)) == "updates:6 ");
}

TEST_CASE("the one a meeting is for brings a topic before the day") {
  Ledger none = ledger_of({{"2026-11-17.md", "## Topics\n- [ ] mine (dana)\n- [x] old (alice)\n"}});
  CHECK(awaits_topic(none, meet_on("2026-11-24"), today));
  CHECK(awaits_topic(none, meet_on("2026-11-25"), today));
  CHECK_FALSE(awaits_topic(none, meet_on("2026-11-26"), today));
  CHECK_FALSE(awaits_topic(none, meet_on("2026-11-23"), today));
  CHECK_FALSE(awaits_topic(none, {}, today));
  CHECK(hints_of(none, meet_on("2026-11-25"), today).back().rule == "no-topic");
  for (const char* topic : {"theirs (alice)", "anybody's"}) {
    CAPTURE(topic);
    Ledger one = ledger_of({{"topics.md", "## Topics\n- [ ] " + std::string(topic) + "\n"}});
    CHECK_FALSE(awaits_topic(one, meet_on("2026-11-25"), today));
  }
  CHECK_FALSE(awaits_topic(ledger_of({}, ""), meet_on("2026-11-25"), today));  // peers
}

TEST_CASE("an open item that names a goal which there is not is hinted at") {
  Goal goal;
  goal.id = "b7r4k";
  const Ledger ledger =
      ledger_of({{"2026-11-17.md",
                  "- [ ] @alice one (goal:b7r4k)\n- [ ] @alice two goal:b7r4x due:2026-11-30\n"
                  "- [x] @alice three goal:gone\n- [ ] the goal: four\n"}});
  const auto hints = hints_about_goals(ledger, {goal});
  REQUIRE(hints.size() == 1);
  CHECK(hints[0].line == 2);
  CHECK(hints[0].message == "no goal has the id 'b7r4x'");
}
