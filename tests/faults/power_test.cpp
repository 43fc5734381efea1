// SPDX-License-Identifier: MIT
// Status 0 means that the next boot finds it; before, the old notes or the new ones.
#include "faults/power.hpp"

#include <doctest/doctest.h>

#include "faults/table.hpp"

namespace oneonone::faults {
namespace {

TEST_CASE("a power cut loses nothing that was there, and nothing that was acknowledged") {
  // A second for each command: for the whole run.
  if (!is_whole_run() || !can_cut_power()) return;
  Table table("power", {"command", "points", "lost", "torn", "not there after status 0"});
  for (const Case& one : writing_cases()) {
    CAPTURE(one.name);
    const Tally tally = cut_power(released(), one);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
    table.add(
        {one.name, count(tally.points), count(tally.lost), count(tally.torn), count(tally.silent)});
  }
  table.show();
  CHECK(!cut_power(seeded("no_fsync"), writing_cases().at(15)).complaints.empty());
}

// What git leaves half done when the power goes is git's; what it was told to do must be there.
TEST_CASE("what a sync acknowledged, the next boot finds") {
  if (!can_cut_power()) return;
  for (const Case& one : git_cases()) {
    CAPTURE(one.name);
    const Tally tally = cut_power(released(), one, Cuts::at_the_end);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
  }
  CHECK(!cut_power(seeded("no_fsync"), git_cases().back(), Cuts::at_the_end).complaints.empty());
}

}  // namespace
}  // namespace oneonone::faults
