// SPDX-License-Identifier: MIT
// Whom a command is about when nobody was named.
#include "core/due_today.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Date today = *Date::parse("2026-11-24");

Rhythm due(const char* day) {
  Rhythm rhythm;
  rhythm.next_due = Date::parse(day);
  return rhythm;
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("those whose day is today come before those whose day is past") {
  CHECK(due_on({due("2026-11-12"), due("2026-11-24"), due("2026-12-01")}, today) == Indices{1});
  CHECK(due_on({due("2026-11-12"), due("2026-12-01")}, today) == Indices{0});
  CHECK(due_on({due("2026-11-24"), due("2026-11-24")}, today) == Indices{0, 1});
}

TEST_CASE("nobody is due who is away, comes later or has no cadence") {
  Rhythm away = due("2026-11-24");
  away.away_until = Date::parse("2026-12-06");
  CHECK(due_on({away, due("2026-12-01"), Rhythm{}}, today).empty());
}
