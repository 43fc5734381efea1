// SPDX-License-Identifier: MIT
// A system call that fails is told: no silent success, no file torn, nothing left behind.
#include "faults/errors.hpp"

#include <doctest/doctest.h>

#include "faults/table.hpp"

namespace oneonone::faults {
namespace {

using Harness = Tally (*)(const Home&, const Program&, const Case&, int, int);

void disturb(Harness harness, const std::vector<Case>& cases, int step, Table& table) {
  int first = 0;
  for (const Case& one : some_of(cases, 2)) {
    CAPTURE(one.name);
    const Home home(one.before);
    first += 7;
    const Tally tally = harness(home, released(), one, first, step);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
    table.add({one.name, count(tally.points), count(tally.silent), count(tally.lost),
               count(tally.torn), count(tally.left)});
  }
  table.show();
}

const Table::Row head{"command", "points", "silent", "lost", "torn", "left behind"};

TEST_CASE("a call that fails is told, or does not matter") {
  Table table("errors", head);
  disturb(fail_calls, all_cases(), is_whole_run() ? 1 : 149, table);
}

TEST_CASE("a call that is interrupted or does half its work goes on") {
  Table table("interrupted", head);
  disturb(interrupt_calls, all_cases(), is_whole_run() ? 1 : 37, table);
}

}  // namespace
}  // namespace oneonone::faults
