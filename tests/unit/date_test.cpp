// SPDX-License-Identifier: MIT
// What a civil day promises.
#include "model/date.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

using namespace oneonone;

namespace {

Date day(std::string_view iso) {
  const auto date = Date::parse(iso);
  REQUIRE(date);
  return date.value_or(Date());
}

}  // namespace

TEST_CASE("a day is read only as YYYY-MM-DD, and only when there is such a day") {
  for (const std::string_view good :
       {"2026-11-24", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "1970-01-01"}) {
    CAPTURE(good);
    CHECK(day(good).iso() == good);
  }
  for (const std::string_view bad :
       {"", "2026-11-2", "2026-11-240", "2026/11/24", "24-11-2026", "2026-1-024", "0000-01-01",
        "2026-00-10", "2026-13-10", "2026-11-00", "2026-11-31", "2026-02-29", "1900-02-29",
        "2026-02-30", "-026-11-24", "+026-11-24", "2026-11- 4", " 2026-11-24", "2026-11-2x"}) {
    CAPTURE(bad);
    CHECK_FALSE(Date::parse(bad));
  }
}

TEST_CASE("a day is made from numbers, and only when there is such a day") {
  CHECK(Date::from(2026, 11, 24) == day("2026-11-24"));
  CHECK_FALSE(Date::from(2026, 2, 29));
  CHECK_FALSE(Date::from(0, 1, 1));
  CHECK_FALSE(Date::from(10000, 1, 1));
  CHECK_FALSE(Date::from(2026, 257, 1));
  CHECK_FALSE(Date::from(2026, 1, 257));
}

TEST_CASE("days are counted from 1970 and held inside the range") {
  CHECK(day("1970-01-01").days() == 0);
  CHECK(day("2026-11-24").days() == 20781);
  CHECK(Date().iso() == "1970-01-01");
  CHECK(Date::from_days(std::numeric_limits<std::int64_t>::max()).iso() == "9999-12-31");
  CHECK(Date::from_days(std::numeric_limits<std::int64_t>::min()).iso() == "0001-01-01");
  CHECK((day("9999-12-31") + 1).iso() == "9999-12-31");
  CHECK((day("0001-01-01") - 1).iso() == "0001-01-01");
}

TEST_CASE("days are added over months, years and leap days") {
  CHECK((day("2026-12-31") + 1).iso() == "2027-01-01");
  CHECK((day("2027-01-01") - 1).iso() == "2026-12-31");
  CHECK((day("2024-02-28") + 1).iso() == "2024-02-29");
  CHECK((day("2025-02-28") + 1).iso() == "2025-03-01");
  CHECK((day("2024-12-31") - 365).iso() == "2024-01-01");
  CHECK(day("2026-11-24") - day("2026-11-20") == 4);
  CHECK(day("2026-11-20") - day("2026-11-24") == -4);
  CHECK(day("2026-11-20") < day("2026-11-24"));
}

TEST_CASE("every day of a leap year comes back from its text") {
  for (Date date = day("2024-01-01"); date < day("2025-01-01"); date = date + 1) {
    CHECK(Date::parse(date.iso()) == date);
    CHECK(Date::from(date.year(), date.month(), date.day()) == date);
  }
}

TEST_CASE("weekdays go from 1 Monday to 7 Sunday") {
  const Date monday = day("2026-11-23");
  const std::string_view names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                    "Friday", "Saturday", "Sunday"};
  for (unsigned i = 0; i < 7; ++i) {
    const Date date = monday + static_cast<int>(i);
    CHECK(date.weekday() == i + 1);
    CHECK(weekday_name(date.weekday()) == names[i]);
  }
  CHECK(day("0001-01-01").weekday() == 1);
  CHECK(day("9999-12-31").weekday() == 5);
}

TEST_CASE("a day is written for files and for people") {
  const Date date = day("2026-11-24");
  CHECK(date.iso() == "2026-11-24");
  CHECK(date.long_form() == "24 November 2026");
  CHECK(date.short_form() == "Tue 24 Nov");
  CHECK(date.day_month() == "24 Nov");
  CHECK(day("2026-12-01").short_form() == "Tue 1 Dec");
  CHECK(day("0033-04-03").iso() == "0033-04-03");
  CHECK(day("0033-04-03").long_form() == "3 April 33");
}

TEST_CASE("months are added, and a day that is not there is the month's last") {
  struct Row {
    std::string_view from;
    int months;
    std::string_view to;
  };
  for (const auto& [from, months, to] : {Row{"2026-11-24", 1, "2026-12-24"},
                                         {"2026-11-24", 2, "2027-01-24"},
                                         {"2026-01-31", 1, "2026-02-28"},
                                         {"2024-01-31", 1, "2024-02-29"},
                                         {"2024-02-29", 12, "2025-02-28"},
                                         {"2024-02-29", 48, "2028-02-29"},
                                         {"2026-03-31", -1, "2026-02-28"},
                                         {"2026-01-15", -1, "2025-12-15"},
                                         {"2026-01-15", 0, "2026-01-15"},
                                         {"9999-12-01", 1, "9999-12-31"},
                                         {"0001-01-31", -1, "0001-01-01"}}) {
    CHECK(add_months(day(from), months).iso() == to);
  }
}
