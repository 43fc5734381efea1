// SPDX-License-Identifier: MIT
// Which note a command means, seen from Tuesday, 24 November 2026.
#include "core/note_choice.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace oneonone;

namespace {

const Date today = *Date::from(2026, 11, 24);

std::vector<NotePath> notes_on(const std::vector<std::string>& days) {
  std::vector<NotePath> notes;
  for (const std::string& day : days) {
    notes.push_back(NotePath::make(Tree::shared, "alice", day + ".md"));
  }
  return notes;
}

std::string chosen(const std::optional<NotePath>& note) {
  return note ? note->file : "none";
}

}  // namespace

TEST_CASE("new opens today's note, else the one planned within a week, else makes today's") {
  const auto day = [](const std::vector<std::string>& days, std::optional<Date> date = {}) {
    return note_for_new(notes_on(days), "alice", date, false, today).file;
  };
  CHECK(day({}) == "2026-11-24.md");
  CHECK(day({"2026-11-17"}) == "2026-11-24.md");
  CHECK(day({"2026-11-24", "2026-11-26"}) == "2026-11-24.md");
  CHECK(day({"2026-11-24", "2026-11-24-2"}) == "2026-11-24-2.md");
  CHECK(day({"2026-12-01"}) == "2026-12-01.md");
  CHECK(day({"2026-12-02"}) == "2026-11-24.md");
  CHECK(day({"2026-11-26"}, today) == "2026-11-24.md");
}

TEST_CASE("another note of a day gets the next number") {
  const auto another = [](const std::vector<std::string>& days) {
    return note_for_new(notes_on(days), "alice", std::nullopt, true, today).file;
  };
  CHECK(another({"2026-11-26"}) == "2026-11-24.md");
  CHECK(another({"2026-11-24"}) == "2026-11-24-2.md");
  CHECK(another({"2026-11-24", "2026-11-24-2"}) == "2026-11-24-3.md");
}

TEST_CASE("show takes the newest note up to today, else the next one") {
  const auto shown = [](const std::vector<std::string>& days) {
    return chosen(note_to_show(notes_on(days), std::nullopt, today));
  };
  CHECK(shown({}) == "none");
  CHECK(shown({"2026-11-10", "2026-11-17", "2026-12-01"}) == "2026-11-17.md");
  CHECK(shown({"2026-12-20", "2027-01-03"}) == "2026-12-20.md");
}

TEST_CASE("move takes today's note, else the next one") {
  const auto moved = [](const std::vector<std::string>& days, std::optional<Date> from = {}) {
    return chosen(note_to_move(notes_on(days), from, today));
  };
  CHECK(moved({"2026-11-17"}) == "none");
  CHECK(moved({"2026-11-17", "2026-11-24", "2026-11-26"}) == "2026-11-24.md");
  CHECK(moved({"2026-11-17", "2026-12-20"}) == "2026-12-20.md");
  CHECK(moved({"2026-11-17", "2026-11-24"}, today - 7) == "2026-11-17.md");
  CHECK(moved({"2026-11-24"}, today - 7) == "none");
}

TEST_CASE("a word for a day means the last one, or the next when that one has a note") {
  const auto day = [](const std::vector<std::string>& days, std::string_view word) {
    return day_of_note(notes_on(days), word, today).iso();
  };
  CHECK(day({}, "fri") == "2026-11-20");
  CHECK(day({"2026-11-27"}, "fri") == "2026-11-27");
  CHECK(day({"2026-11-20", "2026-11-27"}, "fri") == "2026-11-20");
  CHECK(day({"2026-12-08"}, "8dec") == "2026-12-08");
  CHECK(day({}, "8dec") == "2026-12-08");
  CHECK(day({"2025-12-08"}, "8dec") == "2025-12-08");
  CHECK(day({}, "3nov") == "2026-11-03");
}
