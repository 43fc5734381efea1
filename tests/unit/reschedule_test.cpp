// SPDX-License-Identifier: MIT
// A note that moves to another day.
#include "core/reschedule.hpp"

#include <doctest/doctest.h>

namespace oneonone {
namespace {

std::string moved(const std::string& note, const char* from, const char* to) {
  return moved_note(Note(note), *Date::parse(from), *Date::parse(to), "bob");
}

TEST_CASE("a note keeps every day that it was moved from, back and forth") {
  std::string note = moved("---\ndate: 2026-11-26\n---\n", "2026-11-26", "2026-11-27");
  CHECK(note == "---\ndate: 2026-11-27\nmoved_bob: [2026-11-26]\n---\n");
  note = moved(note, "2026-11-27", "2026-11-26");
  note = moved(note, "2026-11-26", "2026-11-30");
  CHECK(note == "---\ndate: 2026-11-30\nmoved_bob: [2026-11-26, 2026-11-27, 2026-11-26]\n---\n");
}

TEST_CASE("a move that was broken off before the note got its new name is made once") {
  const std::string half = moved("---\ndate: 2026-11-26\n---\n", "2026-11-26", "2026-11-27");
  CHECK(moved(half, "2026-11-26", "2026-11-27") == half);
}

}  // namespace
}  // namespace oneonone
