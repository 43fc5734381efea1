// SPDX-License-Identifier: MIT
// Carrying forward into a new note and into one that is there.
#include "core/meeting.hpp"

#include <doctest/doctest.h>

#include "support/meetings.hpp"

using namespace oneonone;
using namespace oneonone::testing;

TEST_CASE("what is open comes along, its old line changes in one byte") {
  Files files{
      {"2026-11-17.md", "- [ ] @dana Send it due:2026-11-20 ^k7m2q\n- [x] @alice done ^m3x9w\n"}};
  Files now = met(files, "2026-11-24.md");
  CHECK(now["2026-11-17.md"] ==
        "- [>] @dana Send it due:2026-11-20 ^k7m2q\n- [x] @alice done ^m3x9w\n");
  CHECK(now["2026-11-24.md"] ==
        "---\npeople: [alice, dana]\ndate: 2026-11-24\ntemplate: plain\n---\n# Alice and Dana\n\n"
        "## Carried forward\n- [ ] @dana Send it since:2026-11-17 due:2026-11-20 ^k7m2q\n\n"
        "## Topics\n");
}

TEST_CASE("new twice changes nothing") {
  Files files{{"2026-11-17.md", "- [ ] @dana Send it\n"},
              {"topics.md", "## Topics\n- [ ] Talk ^t1x2y\n"}};
  Files once = met(files, "2026-11-24.md");
  CHECK(plan(once, "2026-11-24.md").changes.empty());
}

TEST_CASE("old lines without an id get one on disk before the copy is made") {
  MeetingPlan made = plan({{"2026-11-17.md", "- [ ] @dana Send it due:fri\n"}}, "2026-11-24.md");
  REQUIRE(made.changes.size() == 3);
  CHECK(made.changes[0].path == "people/alice/2026-11-17.md");
  CHECK(made.changes[0].bytes.starts_with("- [ ] @dana Send it due:2026-11-20 ^"));
  CHECK(made.changes[1].path == "people/alice/2026-11-24.md");
  CHECK(made.changes[2].bytes.starts_with("- [>] @dana Send it due:2026-11-20 ^"));
}

TEST_CASE("all earlier notes are looked at, later ones keep what they have") {
  Files files{{"2026-09-01.md", "- [ ] @dana old ^b1b1b\n"},
              {"2026-11-17.md", "- [ ] @alice new ^c1c1c\n"}};
  Files now = met(files, "2026-10-01.md");
  CHECK(now["2026-10-01.md"].find("^b1b1b") != std::string::npos);
  CHECK(now["2026-10-01.md"].find("^c1c1c") == std::string::npos);
  CHECK(now["2026-11-17.md"] == files["2026-11-17.md"]);
}

TEST_CASE("children travel, closed steps and items of their own stay out of the copy") {
  Files files{{"2026-11-17.md",
               "- [ ] @dana Plan ^p1p1p\n  - a note\n  - [ ] open step\n  - [x] closed step\n"
               "  - [ ] @alice Own ^q1q1q\n"}};
  std::string text = met(files, "2026-11-24.md")["2026-11-24.md"];
  CHECK(text.find("- [ ] @dana Plan since:2026-11-17 ^p1p1p\n  - a note\n  - [ ] open step\n"
                  "- [ ] @alice Own since:2026-11-17 ^q1q1q\n") != std::string::npos);
}

TEST_CASE("quoted and nested items are copied to the margin") {
  Files files{{"2026-11-17.md",
               "> 1. talk\n>    * [ ] @dana deep ^d1d1d\n>      wrapped\n>\n>      and more\n"}};
  std::string text = met(files, "2026-11-24.md")["2026-11-24.md"];
  CHECK(text.find("\n* [ ] @dana deep ^d1d1d\n  wrapped since:") == std::string::npos);
  CHECK(text.find("\n* [ ] @dana deep since:2026-11-17 ^d1d1d\n  wrapped\n\n  and more\n") !=
        std::string::npos);
}

TEST_CASE("talking points come along below Topics until they are ticked") {
  Files files{{"2026-11-17.md", "## Topics\n- [ ] Open point\n- [x] Ticked point\n"}};
  std::string text = met(files, "2026-11-24.md")["2026-11-24.md"];
  CHECK(text.find("## Topics\n- [ ] Open point since:2026-11-17 ^") != std::string::npos);
  CHECK(text.find("Ticked") == std::string::npos);
  CHECK(text.find("Carried forward") == std::string::npos);
}

TEST_CASE("a template that holds the same line gives its place to the carried item") {
  MeetingTemplate form{"form", "## Always\n- [ ] @alice Share one win\n", "form"};
  Files now = met(met({}, "2026-11-17.md", form), "2026-11-24.md", form);
  std::string text = now["2026-11-24.md"];
  CHECK(text.find("## Always\n- [ ] @alice Share one win since:2026-11-17 ^") != std::string::npos);
  CHECK(text.find("Share one win") == text.rfind("Share one win"));
}

TEST_CASE("a template without places gets its items at the end") {
  MeetingTemplate form{"form", "# {{names}}\n", "form"};
  std::string text =
      met({{"2026-11-17.md", "- [ ] @a x ^k1k1k\n"}}, "2026-11-24.md", form)["2026-11-24.md"];
  CHECK(text.ends_with(
      "# Alice and Dana\n\n## Carried forward\n- [ ] @a x since:2026-11-17 ^k1k1k\n"));
}

TEST_CASE("a note that is there is completed, never overwritten") {
  Files files{
      {"2026-11-17.md", "- [ ] @dana a ^k1k1k\n"},
      {"2026-11-24.md", "# Mine\r\n\r\n## Carried forward\r\nmy words\r\n\r\n## Rest\r\nend"}};
  CHECK(met(files, "2026-11-24.md")["2026-11-24.md"] ==
        "# Mine\r\n\r\n## Carried forward\r\nmy words\r\n- [ ] @dana a since:2026-11-17 ^k1k1k\r\n"
        "\r\n## Rest\r\nend");
}

TEST_CASE("a fence that was never closed swallows nothing") {
  Files files{{"2026-11-17.md", "- [ ] @dana a ^k1k1k\n"}, {"2026-11-24.md", "# Mine\n```\ncode"}};
  CHECK(met(files, "2026-11-24.md")["2026-11-24.md"] ==
        "## Carried forward\n- [ ] @dana a since:2026-11-17 ^k1k1k\n\n# Mine\n```\ncode");
}

TEST_CASE("topics.md is emptied of what an earlier note holds") {
  Files files{{"topics.md", "## Topics\n- [ ] One since:2026-11-16 ^t1t1t\n"}};
  Files first = met(files, "2026-11-17.md");
  CHECK(first["topics.md"] == "## Topics\n- [>] One since:2026-11-16 ^t1t1t\n");
  Files second = met(first, "2026-11-24.md");
  CHECK(second["topics.md"] == "## Topics\n");
}

TEST_CASE("a topic goes with the promise that stood in it") {
  Files files{{"topics.md", "## Topics\n- [ ] One ^t1t1t\n  - [ ] @dana Two ^k2k2k\n"}};
  Files second = met(met(files, "2026-11-17.md"), "2026-11-24.md");
  CHECK(second["topics.md"] == "## Topics\n");
}

TEST_CASE("a line that came back into topics.md goes when it is carried") {
  Files files{{"topics.md", "- [ ] @dana a since:2026-11-10 ^k1k1k\n\nthat was it\n"},
              {"2026-11-10.md", "- [>] @dana a ^k1k1k\n"}};
  Files first = met(files, "2026-11-17.md");
  CHECK(first["topics.md"] == "\nthat was it\n");
  CHECK(met(first, "2026-11-17.md") == first);
}

TEST_CASE("an item of no day is born in the first note that takes it, and may be reworded there") {
  Files files{{"topics.md", "## Topics\n\n## Action items\n- [ ] @dana Send it ^k1k1k\n"}};
  Files now = met(files, "2026-11-17.md");
  std::string& note = now["2026-11-17.md"];
  std::size_t at = note.find("- [ ] @dana Send it since:2026-11-17 ^k1k1k");
  REQUIRE(at != std::string::npos);
  note.replace(at + 12, 7, "Sent that");
  CHECK(ledger_of(now).chains().size() == 1);
}

TEST_CASE("what is closed in topics.md is closed on the day of its note") {
  Files files{{"topics.md", "- [x] @dana a ^k1k1k\n"},
              {"2026-11-17.md", "- [ ] @dana a since:2026-11-10 ^k1k1k\n"}};
  Files now = met(files, "2026-11-24.md");
  CHECK(now["2026-11-17.md"] == "- [x] @dana a since:2026-11-10 done:2026-11-17 ^k1k1k\n");
}

TEST_CASE("a doubled line in topics.md stays an item of its own when the first one goes") {
  Files files{{"topics.md", "- [>] @dana a ^k1k1k\n- [x] @dana a ^k1k1k\n"},
              {"2026-11-17.md", "- [ ] @dana a since:2026-11-17 ^k1k1k\n"}};
  Files now = met(met(files, "2026-11-24.md"), "2026-12-01.md");
  CHECK(now["topics.md"].starts_with("- [x] @dana a ^"));
  CHECK(now["topics.md"].find("k1k1k") == std::string::npos);
  CHECK(now["2026-12-01.md"].find("- [ ] @dana a since:2026-11-17 ^k1k1k") != std::string::npos);
}

TEST_CASE("a tick in an old copy is settled by the next new") {
  Files files{{"2026-11-10.md", "- [x] @dana a ^k1k1k\n"},
              {"2026-11-17.md", "- [ ] @dana a since:2026-11-10 ^k1k1k\n"}};
  Files now = met(files, "2026-11-24.md");
  CHECK(now["2026-11-17.md"] == "- [x] @dana a since:2026-11-10 done:2026-11-10 ^k1k1k\n");
  CHECK(now["2026-11-24.md"].find("k1k1k") == std::string::npos);
}

TEST_CASE("an orphan is carried on from where it last stood") {
  Files now = met({{"2026-11-10.md", "- [>] @dana a ^k1k1k\n"}}, "2026-11-24.md");
  CHECK(now["2026-11-24.md"].find("- [ ] @dana a since:2026-11-10 ^k1k1k") != std::string::npos);
  CHECK(now["2026-11-10.md"] == "- [>] @dana a ^k1k1k\n");
}

TEST_CASE("a note with conflict markers is not written") {
  Files files{
      {"2026-11-17.md", "<<<<<<< ours\n- [ ] @dana a\n=======\n- [ ] @dana b\n>>>>>>> theirs\n"}};
  CHECK_THROWS_WITH(plan(files, "2026-11-24.md"), "git's conflict markers are still in this note");
}

TEST_CASE("after the editor: ids, days for words, days for ticks") {
  Files files{{"2026-11-24.md", "- [ ] @dana a due:fri\n- [x] @alice b ^k1k1k\n- [-] c\n"}};
  Ledger ledger = ledger_of(files);
  NotePath note = NotePath::make(Tree::shared, "alice", "2026-11-24.md");
  std::vector<Change> changes = changes_of(ledger, finish_note(ledger, note, today));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].bytes.starts_with("- [ ] @dana a due:2026-11-27 ^"));
  CHECK(changes[0].bytes.find(
            "- [x] @alice b done:2026-11-24 ^k1k1k\n- [-] c dropped:2026-11-24\n") !=
        std::string::npos);
  Ledger again = ledger_of({{"2026-11-24.md", changes[0].bytes}});
  CHECK(finish_note(again, note, today).empty());
}

namespace {

const MeetingTemplate with_asks{
    "asks",
    "# {{names}}\n\n## Carried forward\n{{carried}}\n## Topics\n{{topics}}\n"
    "## Blockers and asks\n{{asks}}",
    "asks"};
const Files two_asks{
    {"2026-11-17.md",
     "## Topics\n- [ ] Ask: why so late? ^t1t1t\n\n## Blockers and asks\n- [ ] @dana Budget "
     "^b1b1b\n"
     "\n## Action items\n- [ ] @dana Send it ^c1c1c\n- [ ] @dana Concern: the pager ^d1d1d\n"}};

}  // namespace

TEST_CASE("asks have a place of their own where the template has one") {
  Files now = met(two_asks, "2026-11-24.md", with_asks);
  CHECK(now["2026-11-24.md"].ends_with(
      "## Carried forward\n- [ ] @dana Send it since:2026-11-17 ^c1c1c\n\n"
      "## Topics\n- [ ] Ask: why so late? since:2026-11-17 ^t1t1t\n\n"
      "## Blockers and asks\n- [ ] @dana Budget since:2026-11-17 ^b1b1b\n"
      "- [ ] @dana Concern: the pager since:2026-11-17 ^d1d1d\n"));
  CHECK(plan(two_asks, "2026-11-24.md", with_asks).carried == 3);
  CHECK(plan(now, "2026-11-24.md", with_asks).changes.empty());
}

TEST_CASE("without such a place asks are carried with the rest, in the order of birth") {
  CHECK(met(two_asks, "2026-11-24.md")["2026-11-24.md"].find(
            "## Carried forward\n- [ ] @dana Budget since:2026-11-17 ^b1b1b\n"
            "- [ ] @dana Send it since:2026-11-17 ^c1c1c\n"
            "- [ ] @dana Concern: the pager since:2026-11-17 ^d1d1d\n\n## Topics\n") !=
        std::string::npos);
}

TEST_CASE("a note that is there takes an ask below its heading for asks, else with the rest") {
  Files files{{"2026-11-17.md", "- [ ] @dana Ask: budget ^b1b1b\n"},
              {"2026-11-24.md", "# Mine\n\n## Blockers and asks\n\n## Rest\nend\n"}};
  CHECK(met(files, "2026-11-24.md")["2026-11-24.md"] ==
        "# Mine\n\n## Blockers and asks\n- [ ] @dana Ask: budget since:2026-11-17 ^b1b1b\n\n"
        "## Rest\nend\n");
  files["2026-11-24.md"] = "# Mine\n";
  CHECK(met(files, "2026-11-24.md")["2026-11-24.md"] ==
        "# Mine\n\n## Carried forward\n- [ ] @dana Ask: budget since:2026-11-17 ^b1b1b\n");
}

TEST_CASE("an ask goes from topics.md into the note, and topics.md is cleared of it") {
  Files files{{"topics.md", "## Topics\n- [ ] @dana Ask: budget since:2026-11-20 ^b1b1b\n"}};
  Files first = met(files, "2026-11-24.md", with_asks);
  CHECK(first["2026-11-24.md"].ends_with(
      "## Blockers and asks\n- [ ] @dana Ask: budget since:2026-11-20 ^b1b1b\n"));
  Files second = met(first, "2026-12-01.md", with_asks);
  CHECK(second["topics.md"] == "## Topics\n");
  CHECK(ledger_of(second).chains().size() == 1);
}

TEST_CASE("asks have no place below a heading that means something else here") {
  const Reading odd{Headings({"Topics"}, {"Blockers"}), ""};
  Files files{{"2026-11-17.md", "- [ ] @dana Ask: budget ^b1b1b\n"},
              {"2026-11-24.md", "# Mine\n\n## Blockers\n- [ ] is Bob here\n"}};
  Agenda agenda = agenda_for(ledger_of(files), note_of("2026-11-24.md"), {}, 7);
  MeetingPlan made = plan_meeting(ledger_of(files), agenda, plain, {}, odd, today);
  CHECK(after(files, made)["2026-11-24.md"].ends_with(
      "## Carried forward\n- [ ] @dana Ask: budget since:2026-11-17 ^b1b1b\n"));
}

TEST_CASE("a template knows the day of the next meeting: planned, else by the cadence") {
  MeetingTemplate form{"form", "{{#next}}Until {{next}}.{{/next}}{{^next}}Bye.{{/next}}\n", "form"};
  auto body = [&](const Files& files, int cadence) {
    Agenda agenda = agenda_for(ledger_of(files), note_of("2026-11-24.md"), {}, cadence);
    std::string text = render_agenda(agenda, form, {});
    return text.substr(text.rfind("---\n") + 4);
  };
  CHECK(body({{"2026-11-17.md", "# Before\n"}}, 14) == "Until 8 December 2026.\n");
  CHECK(body({{"2026-11-27.md", ""}, {"2026-12-08.md", ""}}, 14) == "Until 27 November 2026.\n");
  CHECK(body({}, 0) == "Bye.\n");
}

TEST_CASE("open goals ask for this week's numbers") {
  Goal open;
  open.measures = {{"customer calls", "3 a week", 3, false, 0}, {"slow pages", "", {}, false, 0}};
  Goal closed;
  closed.mark = Mark::done;
  closed.closed = Date::parse("2026-11-23");
  closed.measures = {{"talks", "1", 1, false, 0}};
  MeetingTemplate form{"form", "## Growth\n{{goals}}", "form"};
  Files files{{"2026-11-03.md", "## Growth\n- customer calls: 5\n"},
              {"2026-11-10.md", "## Growth\n- customer calls: 3\n"},
              {"2026-11-14.md", "## Growth\n- customer calls: 2,5\n"},
              {"2026-11-17.md", "## Growth\n- customer calls: 4\n"},
              {"2026-12-01.md", "## Growth\n- customer calls: 9\n"}};
  MeetingPlan made = plan(files, "2026-11-24.md", form, {open, closed, open});
  CHECK(after(files, made)["2026-11-24.md"].ends_with(
      "## Growth\n- customer calls: ?  <!-- last: 3, 2.5, 4; aim: 3 a week -->\n"
      "- slow pages: ?\n"));
}

TEST_CASE("a goal that was reached on the day of the meeting is still asked for") {
  Goal goal;
  goal.mark = Mark::done;
  goal.closed = today;
  goal.measures = {{"talks", "1", 1, false, 0}};
  CHECK(agenda_for(ledger_of({}), note_of("2026-11-24.md"), {goal}, 7).goals ==
        "- talks: ?  <!-- aim: 1 -->\n");
}

TEST_CASE("both chairs get the same question, and not one of last month's") {
  auto asked = [](const Files& files, const char* me) {
    const Ledger notes = ledger_of(files);
    Person person = notes.person();
    person.me = me;
    person.folder = person.them();
    person.manager = "dana";
    const Ledger ledger(person, notes.notes(), {}, nullptr);
    return agenda_for(ledger, note_of("2026-11-24.md"), {}, 7).question;
  };
  const std::string first = asked({}, "dana");
  CHECK_FALSE(first.empty());
  CHECK(asked({}, "alice") == first);
  CHECK(asked({{"2026-12-01.md", first}}, "dana") == first);
  const std::string second = asked({{"2026-11-03.md", first}}, "dana");
  CHECK(second != first);
  CHECK(asked({{"2026-11-03.md", first}}, "alice") == second);
}
