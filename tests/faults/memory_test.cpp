// SPDX-License-Identifier: MIT
// Memory that runs out is told: nothing lost, no file torn, no signal.
#include "faults/memory.hpp"

#include <doctest/doctest.h>

#include "faults/table.hpp"

namespace oneonone::faults {
namespace {

TEST_CASE("without memory a command ends with an error, and leaves every file whole") {
  Table table("memory", {"command", "points", "silent", "lost", "torn", "left behind"});
  int first = 1;
  for (const Case& one : some_of(all_cases(), 4)) {
    CAPTURE(one.name);
    const Home home(one.before);
    const Tally tally = refuse_memory(home, one, first++, is_whole_run() ? 31 : 499);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
    table.add({one.name, count(tally.points), count(tally.silent), count(tally.lost),
               count(tally.torn), count(tally.left)});
  }
  table.show();
}

TEST_CASE("an expression needs memory as well, at each of its requests") {
  for (const Case& one : all_cases()) {
    if (one.name != "forget alice") continue;
    const Home home(one.before);
    const Tally tally = refuse_memory(home, one, 1, 1, {""});
    CHECK(tally.points > 200);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
  }
}

}  // namespace
}  // namespace oneonone::faults
