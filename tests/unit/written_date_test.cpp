// SPDX-License-Identifier: MIT
// Days in headings and file names.
#include "core/written_date.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace oneonone;

namespace {

/// The day as ISO; "?" when the order decides, "-" when there is none.
std::string day_in(std::string_view text, DayOrder order = DayOrder::unknown) {
  const auto found = find_date(text);
  if (!found) return "-";
  const auto date = found->in(order);
  return date ? date->iso() : "?";
}

}  // namespace

TEST_CASE("a day is found in every usual form") {
  for (const char* text : {"2026-11-17",
                           "2026/11/17",
                           "2026.11.17",
                           "2026_11_17",
                           "20261117",
                           "17 Nov 2026",
                           "17. November 2026",
                           "17th November, 2026",
                           "Tue, 17-Nov-2026",
                           "Nov 17, 2026",
                           "November 17th, 2026",
                           "NOV 17 2026",
                           "Nov 17, 2026 | Alice / Dana",
                           "17.11.2026",
                           "17/11/2026",
                           "11/17/2026",
                           "17-11-2026",
                           "11/17/26",
                           "1:1 with Alice <2026-11-17 Tue>",
                           "2026-11-17-alice.md",
                           "1-1-2026-11-17.md",
                           "Tuesday 17 November 2026"}) {
    CAPTURE(text);
    CHECK(day_in(text) == "2026-11-17");
  }
}

TEST_CASE("what names no day with a year is none") {
  for (const char* text : {"", "Topics", "2026-W47", "17 Nov", "2026-13-01", "30/30/2026",
                           "Room 12.5", "1.2.3", "99991231", "Q4 2026", "März 17, 2026"}) {
    CAPTURE(text);
    CHECK(day_in(text) == "-");
  }
}

TEST_CASE("11/12 may be two days until the order is known") {
  CHECK(day_in("11/12/2026") == "?");
  CHECK(day_in("11/12/2026", DayOrder::day_first) == "2026-12-11");
  CHECK(day_in("11/12/2026", DayOrder::month_first) == "2026-11-12");
  CHECK(day_in("11/11/2026") == "2026-11-11");
}

TEST_CASE("one clear day of a document tells the order of all") {
  const WrittenDate open = *find_date("11/12/2026");
  const WrittenDate day_first = *find_date("17/11/2026");
  const WrittenDate month_first = *find_date("11/17/2026");
  CHECK(order_of({open, day_first}) == DayOrder::day_first);
  CHECK(order_of({open, month_first}) == DayOrder::month_first);
  CHECK(order_of({open, *find_date("2026-11-17")}) == DayOrder::unknown);
  CHECK(order_of({day_first, month_first}) == DayOrder::unknown);
}

TEST_CASE("where a day stands is known") {
  const WrittenDate date = *find_date("1-1 Alice 17 Nov 2026 late");
  CHECK(date.at == 10);
  CHECK(date.length == 11);
}

TEST_CASE("a day without its year is found where the year is known") {
  const auto day_of = [](std::string_view text) {
    const auto day = find_day(text, 2026);
    return day ? fmt::format("{} {}+{}", day->day_first->iso(), day->at, day->length) : "-";
  };
  CHECK(day_of("17 Nov") == "2026-11-17 0+6");
  CHECK(day_of("Mon, 17th November | Alice") == "2026-11-17 5+13");
  CHECK(day_of("1-1 nov. 17: late") == "2026-11-17 4+7");
  for (const char* text : {"", "11/17", "Nov", "29 Feb", "17 things", "Room 12"}) {
    CAPTURE(text);
    CHECK(day_of(text) == "-");
  }
}

TEST_CASE("a year stands by itself") {
  CHECK(find_year("Notes of 2026") == 2026);
  CHECK(find_year("alice-1999.md") == 1999);
  CHECK_FALSE(find_year("20261117"));
  CHECK_FALSE(find_year("room 3001"));
}
