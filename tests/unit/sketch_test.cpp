// SPDX-License-Identifier: MIT
// What a scan without a parser finds, and which notes it leaves to the parser.
#include "text/sketch.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

ToParse plan(const std::vector<std::string>& notes) {
  const Reading reading{Headings({"Topics"}, {"Attendance"}), ""};
  std::vector<Sketch> sketches;
  for (const std::string& note : notes) sketches.push_back(sketch_note(note, reading));
  return notes_to_parse(sketches);
}

}  // namespace

TEST_CASE("what was carried and surely closed needs no parser") {
  ToParse parse = plan({"- [>] @a x ^k1\n", "- [x] @a x since:2026-11-03 ^k1\n"});
  CHECK(parse.notes == std::vector{false, false});
  CHECK(parse.closed.empty());
}

TEST_CASE("what a note to parse shows as carried is closed by a note left out") {
  ToParse parse = plan({"- [>] @a x ^k1\n- [ ] @a y\n", "- [x] @a x since:2026-11-03 ^k1\n"});
  CHECK(parse.notes == std::vector{true, false});
  CHECK(parse.closed == std::vector<std::string>{"k1"});
}

TEST_CASE("a note with an open item can tell that another one was closed") {
  ToParse parse = plan({"- [>] @a x ^k1\n", "- [x] @a x since:2026-11-03 ^k1\n- [ ] @a y ^k2\n"});
  CHECK(parse.notes == std::vector{false, true});
}

TEST_CASE("what was carried to a note that is gone needs the parser") {
  CHECK(plan({"- [>] @a x ^k1\n", "no item\n"}).notes == std::vector{true, false});
}

TEST_CASE("all copies of an open item need the parser") {
  ToParse parse = plan({"- [ ] @a x ^k1\n", "- [x] @a x since:2026-11-03 ^k1\n", "- [x] y ^k2\n"});
  CHECK(parse.notes == std::vector{true, true, false});
  CHECK(parse.closed.empty());
}
