// SPDX-License-Identifier: MIT
// kill -9 at any moment loses no line, tears no file, and the same command run again heals.
#include "faults/kill.hpp"

#include <doctest/doctest.h>

#include "faults/table.hpp"

namespace oneonone::faults {
namespace {

bool any(const Call&) {
  return true;
}

/// Two calls with no change between them find the same files.
bool at_a_change(const Call& call) {
  return may_write(call) || may_start(call) || is_end(call);
}

void kill_in(const std::vector<Case>& cases, Points points, Table& table) {
  int number = 0;
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Home home(one.before);
    // Other points of each, so that a short run sees all kinds of calls.
    points.first = number++ % points.step + 1;
    const Tally tally = kill_before_calls(home, released(), one, points);
    CHECK(tally.points > 0);
    CHECK(tally.healed == tally.points);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
    table.add(
        {one.name, count(tally.points), count(tally.lost), count(tally.torn), count(tally.healed)});
  }
}

TEST_CASE("a command that is killed before any of its calls loses nothing, and heals") {
  Table table("kill", {"command", "points", "lost", "torn", "healed"});
  if (is_whole_run()) {
    kill_in(writing_cases(), {any}, table);
    kill_in(git_cases(), {at_a_change}, table);
  } else {
    kill_in(writing_cases(), {at_a_change, 1, 4}, table);
  }
  table.show();
}

}  // namespace
}  // namespace oneonone::faults
