// SPDX-License-Identifier: MIT
// The numbers of a page about two people.
#include "core/looking_back.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/meetings.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

const Cadence weekly{7, 31, {}};
const Window autumn{*Date::parse("2026-09-01"), today};

LookingBack back_on(const Files& files, const std::vector<Goal>& goals = {}) {
  return looking_back(ledger_of(files), goals, weekly, autumn);
}

std::string front(const std::string& keys) {
  return "---\n" + keys + "---\n";
}

/// `3 Nov held 4, …`: day, what it was, mood.
std::string days_of(const LookingBack& back) {
  std::string text;
  for (const PastDay& past : back.days) {
    const char* names[] = {"held", "missed", "informal", "due"};
    text += past.day.day_month() + " " + names[static_cast<int>(past.what)];
    if (past.mood) text += fmt::format(" {}", *past.mood);
    text += "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("each day is held, missed, informal, or due without a word; plans are not there") {
  const LookingBack back = back_on({{"2026-11-03.md", front("mood: 4\n")},
                                    {"2026-11-05.md", front("counts: false\nmood: 3\n")},
                                    {"2026-11-06.md", front("counts: false\nstatus: missed\n")},
                                    {"2026-11-10.md", front("status: missed\nby: dana\n")},
                                    {"2026-12-01.md", front("mood: 5\n")}});
  CHECK(days_of(back) == "3 Nov held 4; 5 Nov informal 3; 10 Nov missed; 17 Nov due; ");
  CHECK(back.count(PastDay::What::held) == 1);
  CHECK(back.planned() == 3);
}

TEST_CASE("what was before the window is not there, and its rhythm goes on") {
  CHECK(
      days_of(back_on(
          {{"2026-08-20.md", ""}, {"2026-08-25.md", front("mood: 2\n")}, {"2026-09-15.md", ""}})) ==
      "1 Sep due; 8 Sep due; 15 Sep held; 22 Sep due; 29 Sep due; 6 Oct due; 13 Oct due; "
      "20 Oct due; 27 Oct due; 3 Nov due; 10 Nov due; 17 Nov due; ");
  CHECK(days_of(back_on({})).empty());
}

TEST_CASE("talk and worth are the mean of what the two say") {
  const LookingBack back = back_on({{"2026-11-17.md", front("talk_alice: 60\ntalk_dana: 75\n"
                                                            "worth_alice: 5\n")}});
  CHECK(back.days[0].talk == 67.5);
  CHECK(back.days[0].worth == 5);
}

TEST_CASE("open commitments are there from whatever time, the oldest first, an undated one last") {
  const LookingBack back = back_on(
      {{"topics.md", "- [ ] @dana Since nobody knows when\n"},
       {"2025-01-07.md", "- [ ] @alice Long ago (dana) ^k7m2q\n"},
       {"2026-11-10.md",
        "- [ ] @dana Late due:2026-11-20 ^m3x9w\n- [ ] nobody's ^p4d8t\n- [x] @dana done\n"}});
  std::string lines;
  for (const OpenPromise& open : back.open) {
    lines += fmt::format("{}|{}|{}|{}; ", open.owner, open.text, open.age_days.value_or(-1),
                         open.days_late);
  }
  CHECK(
      lines ==
      "alice|Long ago|686|0; dana|Late|14|4; |nobody's|14|0; dana|Since nobody knows when|-1|0; ");
}

TEST_CASE("promises that came to their end within the window are kept, late or still open") {
  const LookingBack back =
      back_on({{"2026-11-10.md",
                "- [x] @dana a due:2026-11-12 done:2026-11-12\n- [x] @dana b done:2026-11-12\n"
                "- [x] @dana c due:2026-11-12 done:2026-11-13\n- [ ] @alice d due:2026-11-20\n"
                "- [-] @alice e due:2026-11-20 dropped:2026-11-21\n- [ ] @alice f\n"}});
  REQUIRE(back.fates.size() == 2);
  const Fates& alice = back.fates[0];
  const Fates& dana = back.fates[1];
  CHECK(fmt::format("{} {} {}", alice.kept, alice.late, alice.overdue) == "0 0 1");
  CHECK(fmt::format("{} {} {}", dana.kept, dana.late, dana.overdue) == "2 1 0");
}

TEST_CASE("a measure has the readings of the window; goals closed before it are not there") {
  const std::string book =
      "## Retries ^b7r4k\n- lost a week: at most 2\n- calls: 3 a week\n"
      "## Old done:2026-08-01 ^c4r7x\n- calls: 1\n";
  const ParsedNote goals =
      parse_note(NotePath::make(Tree::shared, "alice", "goals.md"), book, reading);
  const Files notes{{"2026-08-25.md", "## Growth\n- calls: 1\n"},
                    {"2026-09-01.md", "## Growth\n- calls: -2,5\n"},
                    {"2026-11-17.md", "## Growth\n- Calls: 4\n- lost a week: 0.25\n"}};
  const LookingBack back = back_on(notes, goals_in(goals, ledger_of({}).person(), {}));
  REQUIRE(back.measures.size() == 2);
  CHECK(back.measures[0].goal == "Retries");
  CHECK(back.measures[0].readings.size() == 1);
  REQUIRE(back.measures[1].readings.size() == 2);
  CHECK(back.measures[1].readings[0].value == -2.5);
  CHECK(back.measures[1].readings[1].value == 4);
}
