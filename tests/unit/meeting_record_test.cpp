// SPDX-License-Identifier: MIT
// What a meeting's front matter says, and what in it cannot be right.
#include "text/meeting_record.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

TEST_CASE("a past day was held unless it says missed") {
  Date today = *Date::parse("2026-11-24");
  auto held = [&](const char* file, const char* text) {
    return read_meeting(NotePath::make(Tree::shared, "alice", file), text, today).held;
  };
  CHECK(held("2026-11-23.md", "text") == Held::held);
  CHECK(held("2026-11-24.md", "text") == Held::planned);
  CHECK(held("2026-11-24.md", "---\nstatus: held\n---\n") == Held::held);
  CHECK(held("2026-11-23.md", "---\nstatus: missed\nby: dana\n---\n") == Held::missed);
  CHECK(held("2026-11-30.md", "") == Held::planned);
}

TEST_CASE("what is out of range is not known") {
  NotePath path = NotePath::make(Tree::shared, "alice", "2026-11-23.md");
  Date today = *Date::parse("2026-11-24");
  CHECK(read_meeting(path, "---\nmood: 4\nnext: 2026-12-01\n---\n", today).mood == 4);
  CHECK_FALSE(read_meeting(path, "---\nmood: 9\n---\n", today).mood);
  CHECK_FALSE(read_meeting(path, "---\nmood: good\nnext: soon\n---\n", today).next);
}

TEST_CASE("what each of the two said is kept under their handle") {
  NotePath path = NotePath::make(Tree::shared, "alice", "2026-11-23.md");
  Meeting meeting =
      read_meeting(path,
                   "---\ntalk: 60\ntalk_dana: 65\nworth_alice: 5\nworth_dana: 7\n"
                   "moved_dana: [2026-11-20, 2026-11-21]\nvenue: canal\nminutes: 35\n---\n",
                   *Date::parse("2026-11-24"));
  CHECK(meeting.talk == SaidBy{{"", 60}, {"dana", 65}});
  CHECK(meeting.worth == SaidBy{{"alice", 5}});
  REQUIRE(meeting.moves.size() == 2);
  CHECK(meeting.moves[1].by == "dana");
  CHECK(meeting.moves[1].from.iso() == "2026-11-21");
  CHECK(meeting.venue == "canal");
  CHECK(meeting.minutes == 35);
}

TEST_CASE("a value that cannot be right is told with its line and what would be right") {
  struct Row {
    const char *field, *said;
  };
  const Row rows[] = {
      {"mood: 4.5", "'mood: 4.5' must be a whole number from 1 to 5"},
      {"mood: 9", "'mood: 9' must be a whole number from 1 to 5"},
      {"talk_dana: 140", "'talk_dana: 140' must be a whole number from 0 to 100, in percent"},
      {"worth: good", "'worth: good' must be a whole number from 1 to 5"},
      {"minutes: 0", "'minutes: 0' must be a whole number from 1 to 1440, in minutes"},
      {"next: 2026-02-30", "'next: 2026-02-30' must be a YYYY-MM-DD"},
      {"status: done", "'status: done' must be planned, held or missed"},
      {"counts: no", "'counts: no' must be true or false"},
      {"mood: 4", nullptr},
      {"mood:", nullptr},
      {"next: 2026-12-01", nullptr},
      {"talkative: very", nullptr},
      {"moved_dana: [2026-11-20]", nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.field);
    Note note("---\ndate: 2026-11-24\n" + std::string(row.field) + "\n---\n");
    std::vector<OddValue> odd = odd_values(read_front_matter(note));
    REQUIRE(odd.size() == (row.said == nullptr ? 0U : 1U));
    if (row.said == nullptr) continue;
    CHECK(odd[0].line == 3);
    CHECK(odd[0].message == row.said);
  }
}
