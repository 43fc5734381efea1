// SPDX-License-Identifier: MIT
// What other programs say was closed.
#include "text/closed_outside.hpp"

#include <doctest/doctest.h>

#include "error.hpp"

using namespace oneonone;

TEST_CASE("a finished line of todo.txt is known by its person and id") {
  const auto closed = closed_in_todo_txt(
      "2026-11-20 Open +alice @dana id:h6z4k\n"
      "x 2026-11-23 2026-11-20 Say +1 to id:zzzzz +alice @dana id:k7m2q\r\n"
      "x without a day +bob id:r6k3v\nx Not ours\nxylophone id:q8v3n\n\n");
  REQUIRE(closed.size() == 2);
  CHECK(closed[0].person == "alice");
  CHECK(closed[0].id == "k7m2q");
  CHECK(closed[0].day == Date::parse("2026-11-23"));
  CHECK(closed[1].person == "bob");
  CHECK_FALSE(closed[1].day);
}

TEST_CASE("what has no mark of todo.txt is refused, an empty list is one") {
  for (const char* text : {"id,text\nk7m2q,Say it\n", "{bad", "\x89PNG\r\n", "# Notes\n- [x] a\n",
                           "x 2026-11-23 caf\xe9 id:k7m2q\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(closed_in_todo_txt(text), Error);
  }
  for (const char* text : {"", "\n", "(A) Call\n", "2026-11-20 Open\n", "Buy milk\nx Eggs\n"}) {
    CAPTURE(text);
    CHECK(closed_in_todo_txt(text).empty());
  }
}

TEST_CASE("Taskwarrior's completed and deleted tasks are known by their UUID") {
  const auto closed = closed_in_taskwarrior(
      R"([{"uuid":"a","status":"pending"},
          {"uuid":"b","status":"completed","end":"20261123T221500Z"},
          {"uuid":"c","status":"deleted","end":"soon"},{"status":3}])");
  REQUIRE(closed.size() == 2);
  CHECK(closed[0].uuid == "b");
  CHECK(closed[0].moment == std::int64_t{Date::parse("2026-11-23")->days()} * 86400 + 80100);
  CHECK_FALSE(closed[0].deleted);
  CHECK(closed[1].deleted);
  CHECK_FALSE(closed[1].moment);
}

TEST_CASE("what is no export of Taskwarrior is refused") {
  for (const char* text : {"[", "{}", "[1]", "[{\"uuid\":}]", "[\xff]"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(closed_in_taskwarrior(text), Error);
  }
  CHECK(closed_in_taskwarrior("[]").empty());
}
