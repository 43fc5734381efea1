// SPDX-License-Identifier: MIT
// When two people last met, and when they should meet again.
#include "core/rhythm.hpp"

#include <doctest/doctest.h>

#include "model/cadence.hpp"

using namespace oneonone;

namespace {

Date day(const char* iso) {
  return *Date::parse(iso);
}

Meeting meeting(const char* iso, Held held = Held::held) {
  Meeting meeting;
  meeting.path = NotePath::make(Tree::shared, "alice", std::string(iso) + ".md");
  meeting.held = held;
  return meeting;
}

std::string iso(const std::optional<Date>& date) {
  return date ? date->iso() : "-";
}

}  // namespace

TEST_CASE("next is due when the cadence is reached, overdue at one and a half times it") {
  struct Row {
    const char* last;
    int cadence;
    const char* today;
    const char* next;
    bool overdue;
    int over;
  };
  const Row rows[] = {
      {"2026-11-17", 7, "2026-11-20", "2026-11-24", false, 0},
      {"2026-11-17", 7, "2026-11-24", "2026-11-24", false, 0},
      {"2026-11-17", 7, "2026-11-27", "2026-11-24", false, 0},
      {"2026-11-17", 7, "2026-11-28", "2026-11-24", true, 4},
      {"2026-11-05", 7, "2026-11-24", "2026-11-12", true, 12},
      {"2026-11-02", 14, "2026-11-22", "2026-11-16", false, 0},
      {"2026-11-02", 14, "2026-11-24", "2026-11-16", true, 8},
      {"2026-10-01", 30, "2026-10-31", "2026-10-31", false, 0},
      {"2026-10-01", 30, "2026-11-01", "2026-10-31", true, 1},
      {"2024-02-26", 7, "2024-03-04", "2024-03-04", false, 0},
      {"2026-12-28", 7, "2027-01-04", "2027-01-04", false, 0},
      {"2026-01-01", 0, "2026-11-24", "-", false, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.last);
    CAPTURE(row.today);
    Rhythm rhythm = rhythm_of({meeting(row.last)}, {row.cadence, 31, {}}, day(row.today));
    CHECK(iso(rhythm.last_held) == row.last);
    CHECK(iso(rhythm.next_due) == row.next);
    CHECK(rhythm.overdue == row.overdue);
    CHECK(rhythm.days_over == row.over);
  }
}

TEST_CASE("a cadence crosses clock changes, leap days and the year's end by civil days") {
  struct Row {
    const char* last;
    int cadence;
    const char* next;
    const char* late;  // the first day on which it is overdue
  };
  const Row rows[] = {
      {"2026-03-24", 7, "2026-03-31", "2026-04-04"},  // clocks go forward on the 29th
      {"2026-10-20", 7, "2026-10-27", "2026-10-31"},  // and back on the 25th
      {"2026-03-08", 1, "2026-03-09", "2026-03-10"},  // that day in America
      {"2024-02-22", 7, "2024-02-29", "2024-03-04"},  // a leap day
      {"2024-02-29", 7, "2024-03-07", "2024-03-11"},
      {"2023-02-22", 7, "2023-03-01", "2023-03-05"},  // none
      {"2100-02-22", 7, "2100-03-01", "2100-03-05"},  // none in 2100 either
      {"2000-02-22", 7, "2000-02-29", "2000-03-04"},
      {"2026-12-29", 7, "2027-01-05", "2027-01-09"},  // week 53 of 2026
      {"2026-12-31", 1, "2027-01-01", "2027-01-02"},
      {"2026-12-15", 30, "2027-01-14", "2027-01-15"},  // the longest gap, 31 days
      {"2026-12-15", 60, "2027-02-13", "2027-02-14"},  // longer than that on purpose
  };
  for (const Row& row : rows) {
    CAPTURE(row.last);
    Date late = day(row.late);
    Cadence cadence{row.cadence, 31, {}};
    CHECK(iso(rhythm_of({meeting(row.last)}, cadence, late - 1).next_due) == row.next);
    CHECK_FALSE(rhythm_of({meeting(row.last)}, cadence, late - 1).overdue);
    CHECK(rhythm_of({meeting(row.last)}, cadence, late).overdue);
    CHECK(rhythm_of({meeting(row.last)}, cadence, late).days_over == late - day(row.next));
  }
}

TEST_CASE("away over the year's end moves what is due by as many days") {
  Cadence cadence{7, 31, {{day("2026-12-21"), day("2027-01-03")}}};
  CHECK(iso(rhythm_of({meeting("2026-12-20")}, cadence, day("2027-01-04")).next_due) ==
        "2027-01-10");
  Cadence leap{7, 31, {{day("2024-02-26"), day("2024-02-29")}}};
  CHECK(iso(rhythm_of({meeting("2024-02-25")}, leap, day("2024-03-01")).next_due) == "2024-03-07");
}

TEST_CASE("what was missed does not reset the clock, nor does an informal talk") {
  Meeting lunch = meeting("2026-11-20");
  lunch.counts = false;
  Rhythm rhythm = rhythm_of({meeting("2026-11-05"), meeting("2026-11-12", Held::missed),
                             meeting("2026-11-19", Held::missed), lunch},
                            {7, 31, {}}, day("2026-11-24"));
  CHECK(iso(rhythm.last_held) == "2026-11-05");
  CHECK(rhythm.days_since == 19);
  CHECK(rhythm.missed.size() == 2);
  CHECK(rhythm.overdue);
}

TEST_CASE("a planned note or an agreed day says when they meet next") {
  Meeting agreed = meeting("2026-11-17");
  agreed.next = day("2026-11-27");
  CHECK(iso(rhythm_of({agreed}, {7, 31, {}}, day("2026-11-20")).next_due) == "2026-11-27");
  CHECK(
      iso(rhythm_of({agreed, meeting("2026-11-26", Held::planned)}, {7, 31, {}}, day("2026-11-20"))
              .next_due) == "2026-11-26");
  CHECK(iso(rhythm_of({agreed}, {7, 31, {}}, day("2026-11-28")).next_due) == "2026-11-24");
}

TEST_CASE("whoever was missed today is met tomorrow at the earliest") {
  const Date today = day("2026-11-24");
  auto next = [today](const std::vector<Meeting>& meetings, const Cadence& cadence) {
    return iso(rhythm_of(meetings, cadence, today).next_due);
  };
  const Meeting missed = meeting("2026-11-24", Held::missed);
  CHECK(next({missed}, {7, 31, {}}) == "2026-11-25");
  CHECK(next({meeting("2026-11-17"), missed}, {7, 31, {}}) == "2026-11-25");
  CHECK(next({meeting("2026-11-20"), missed}, {7, 31, {}}) == "2026-11-27");
  CHECK(next({meeting("2026-11-17"), missed}, {7, 31, {{day("2026-11-25"), day("2026-11-26")}}}) ==
        "2026-11-27");
  CHECK(next({missed}, {0, 31, {}}) == "-");
  const Rhythm late = rhythm_of({meeting("2026-11-05"), missed}, {7, 31, {}}, today);
  CHECK(iso(late.next_due) == "2026-11-25");
  CHECK(late.overdue);
  CHECK(late.days_over == 12);
  Meeting agreed = missed;
  agreed.next = today;
  CHECK(next({agreed}, {7, 31, {}}) == "2026-11-25");
  agreed.next = day("2026-12-01");
  CHECK(next({agreed}, {7, 31, {}}) == "2026-12-01");
  Meeting second = meeting("2026-11-24", Held::planned);
  CHECK(next({missed, second}, {7, 31, {}}) == "2026-11-24");
  CHECK(next({meeting("2026-11-23", Held::missed)}, {7, 31, {}}) == "2026-11-24");
}

TEST_CASE("days away do not count") {
  Cadence cadence{7, 31, {{day("2026-12-21"), day("2027-01-03")}}};
  Rhythm away = rhythm_of({meeting("2026-12-18")}, cadence, day("2026-12-31"));
  CHECK(iso(away.away_until) == "2027-01-03");
  CHECK_FALSE(away.overdue);
  Rhythm back = rhythm_of({meeting("2026-12-18")}, cadence, day("2027-01-04"));
  CHECK_FALSE(back.away_until);
  CHECK(iso(back.next_due) == "2027-01-08");
}

TEST_CASE("before the first meeting one is due today, and nobody is late") {
  Rhythm rhythm = rhythm_of({}, {7, 31, {}}, day("2026-11-24"));
  CHECK_FALSE(rhythm.last_held);
  CHECK(iso(rhythm.next_due) == "2026-11-24");
  CHECK_FALSE(rhythm.overdue);
}

TEST_CASE("the last three moods are kept") {
  std::vector<Meeting> meetings;
  for (int mood = 1; mood <= 5; ++mood) {
    meetings.push_back(meeting(("2026-11-0" + std::to_string(mood)).c_str()));
    meetings.back().mood = mood;
  }
  CHECK(rhythm_of(meetings, {7, 31, {}}, day("2026-11-24")).moods == std::vector<int>{3, 4, 5});
}

TEST_CASE("cadences are read, or refused") {
  CHECK(parse_cadence("weekly") == 7);
  CHECK(parse_cadence("2w") == 14);
  CHECK(parse_cadence("monthly") == 30);
  CHECK(parse_cadence("10d") == 10);
  CHECK(parse_cadence("none") == 0);
  for (const char* text : {"", "w", "0d", "-1d", "often", "7", "400d", "99999999999d", "2ww"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_cadence(text));
  }
}
