// SPDX-License-Identifier: MIT
// Which day a word means, for each direction.
#include "core/date_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "error.hpp"

using namespace oneonone;

namespace {

Date day(std::string_view iso) {
  const auto date = Date::parse(iso);
  REQUIRE(date);
  return date.value_or(Date());
}

/// The day that a word means on a day, or "none".
std::string meant(std::string_view word, std::string_view today,
                  Weekdays direction = Weekdays::from_today) {
  const auto date = try_date_word(word, day(today), direction);
  return date ? date->iso() : "none";
}

}  // namespace

TEST_CASE("words for days, seen from Tuesday 24 November 2026") {
  struct Row {
    std::string_view word, date;
  };
  for (const auto& [word, date] : {Row{"2027-02-03", "2027-02-03"},
                                   {"today", "2026-11-24"},
                                   {"Tomorrow", "2026-11-25"},
                                   {"tom", "2026-11-25"},
                                   {"yesterday", "2026-11-23"},
                                   {"+3d", "2026-11-27"},
                                   {"3d", "2026-11-27"},
                                   {"-3d", "2026-11-21"},
                                   {"+2W", "2026-12-08"},
                                   {"2w", "2026-12-08"},
                                   {"+1m", "2026-12-24"},
                                   {"-1m", "2026-10-24"},
                                   {"+1y", "2027-11-24"},
                                   {"+0d", "2026-11-24"},
                                   {"eow", "2026-11-27"},
                                   {"eom", "2026-11-30"},
                                   {"EOY", "2026-12-31"},
                                   {"1dec", "2026-12-01"},
                                   {"dec1", "2026-12-01"},
                                   {"01Dec", "2026-12-01"},
                                   {"1december", "2026-12-01"},
                                   {"1dec2027", "2027-12-01"},
                                   {"1 Dec 2027", "2027-12-01"},
                                   {"Dec 1", "2026-12-01"},
                                   {"Dec 1 2027", "2027-12-01"},
                                   {"december 1, 2027", "2027-12-01"},
                                   {"1 dec, 2027", "2027-12-01"},
                                   {"in 2 weeks", "2026-12-08"},
                                   {"2 weeks", "2026-12-08"},
                                   {"1week", "2026-12-01"},
                                   {"3 days", "2026-11-27"},
                                   {"in 1 month", "2026-12-24"},
                                   {"2026-2-3", "2026-02-03"},
                                   {"3.2.2027", "2027-02-03"},
                                   {"24.11.2026", "2026-11-24"},
                                   {"1 2 dec", "none"},
                                   {"dec 1 2", "none"},
                                   {"dec 1 27", "none"},
                                   {"dec 1, 2027 3", "none"},
                                   {"dec 1,", "none"},
                                   {"in 1 2 weeks", "none"},
                                   {"-in 3 d", "none"},
                                   {"24nov", "2026-11-24"},
                                   {"23nov", "2026-11-23"},
                                   {"3jan", "2027-01-03"},
                                   {"29feb", "2028-02-29"},
                                   {"sept5", "2026-09-05"}}) {
    CAPTURE(word);
    CHECK(meant(word, "2026-11-24") == date);
  }
}

TEST_CASE("other words are no days") {
  for (const std::string_view word :
       {"",         "xyz",   "mo",     "m",          "fridays",   "3",        "+",
        "+d",       "+3x",   "3dd",    "+-3d",       "+12345d",   "1-dec",    "1.12.",
        "0dec",     "32dec", "31nov",  "30feb",      "29feb2027", "1dec27",   "dec2027",
        "dec12027", "dec",   "1de",    "2026-02-30", "2026-11",   "20261124", "next fri",
        " fri",     "fri ",  "to day", "é",          "\xff"}) {
    CAPTURE(word);
    CHECK(meant(word, "2026-11-24") == "none");
  }
}

TEST_CASE("a weekday is the next one or the last one") {
  struct Row {
    std::string_view word, after_today, from_today, last;
  };
  for (const auto& [word, after_today, from_today, last] :
       {Row{"mon", "2026-11-30", "2026-11-30", "2026-11-23"},
        {"tue", "2026-12-01", "2026-11-24", "2026-11-24"},
        {"Tuesday", "2026-12-01", "2026-11-24", "2026-11-24"},
        {"tues", "2026-12-01", "2026-11-24", "2026-11-24"},
        {"WED", "2026-11-25", "2026-11-25", "2026-11-18"},
        {"thu", "2026-11-26", "2026-11-26", "2026-11-19"},
        {"fri", "2026-11-27", "2026-11-27", "2026-11-20"},
        {"sat", "2026-11-28", "2026-11-28", "2026-11-21"},
        {"sunday", "2026-11-29", "2026-11-29", "2026-11-22"}}) {
    CAPTURE(word);
    CHECK(meant(word, "2026-11-24", Weekdays::after_today) == after_today);
    CHECK(meant(word, "2026-11-24", Weekdays::from_today) == from_today);
    CHECK(meant(word, "2026-11-24", Weekdays::last) == last);
  }
}

TEST_CASE("a day without a year is the nearest one, or the first in the direction; today counts") {
  CHECK(meant("24nov", "2026-11-24", Weekdays::after_today) == "2026-11-24");
  CHECK(meant("24nov", "2026-11-24", Weekdays::last) == "2026-11-24");
  CHECK(meant("23nov", "2026-11-24", Weekdays::after_today) == "2027-11-23");
  CHECK(meant("25nov", "2026-11-24", Weekdays::last) == "2025-11-25");
  CHECK(meant("31dec", "2026-01-02", Weekdays::last) == "2025-12-31");
  CHECK(meant("29feb", "2026-11-24", Weekdays::last) == "2024-02-29");
  CHECK(meant("29feb", "2097-01-01", Weekdays::from_today) == "2096-02-29");
  CHECK(meant("29feb", "2097-01-01", Weekdays::after_today) == "2104-02-29");
}

TEST_CASE("the week ends on Friday; from Saturday on it is next week's") {
  CHECK(meant("eow", "2026-11-27") == "2026-11-27");
  CHECK(meant("eow", "2026-11-28") == "2026-12-04");
  CHECK(meant("eow", "2026-11-29") == "2026-12-04");
}

TEST_CASE("months end on their own last day") {
  CHECK(meant("eom", "2024-02-10") == "2024-02-29");
  CHECK(meant("eom", "2026-02-28") == "2026-02-28");
  CHECK(meant("eom", "9999-12-01") == "9999-12-31");
  CHECK(meant("eoy", "2026-12-31") == "2026-12-31");
  CHECK(meant("+1m", "2026-01-31") == "2026-02-28");
  CHECK(meant("+1y", "2024-02-29") == "2025-02-28");
}

TEST_CASE("days beyond the calendar's ends are held inside it") {
  CHECK(meant("+1d", "9999-12-31") == "9999-12-31");
  CHECK(meant("-9999y", "2026-11-24") == "0001-01-01");
  CHECK(meant("1jan", "9999-06-01", Weekdays::after_today) == "none");
}

TEST_CASE("a word that is no day is a usage error that lists the forms") {
  CHECK(parse_date_word("fri", day("2026-11-24"), Weekdays::from_today) == day("2026-11-27"));
  try {
    parse_date_word("xyz", day("2026-11-24"), Weekdays::from_today);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.status == Status::usage);
    CHECK(error.message == "'xyz' is no date");
    CHECK(error.hint ==
          "days are 2026-12-01, today, tomorrow, yesterday, fri, +3d, 2w, +1m, eow, eom, eoy, 1dec "
          "or "
          "1dec2027");
  }
}
