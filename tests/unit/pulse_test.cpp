// SPDX-License-Identifier: MIT
// How people have been over weeks and months.
#include "core/pulse.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "support/dice.hpp"
#include "text/meeting_record.hpp"
#include "view/spark.hpp"

using namespace oneonone;

namespace {

Date day(const std::string& iso) {
  return *Date::parse(iso);
}

/// A meeting from its day and the lines of its front matter.
Meeting meeting(const std::string& iso, const std::string& keys = "") {
  return read_meeting(NotePath::make(Tree::shared, "alice", iso + ".md"), "---\n" + keys + "---\n",
                      day("2099-01-01"));
}

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:.2f}", *value) : "-";
}

/// A line a period: name, mood, talk, worth, held/planned.
std::string lines_of(const std::vector<Pulse>& pulses) {
  std::string text;
  for (const Pulse& pulse : pulses) {
    text += fmt::format("{} {} {} {} {}/{}\n", pulse.period.name, number(pulse.mood),
                        number(pulse.talk), number(pulse.worth), pulse.held, pulse.planned);
  }
  return text;
}

const Cadence weekly{7, 31, {}};

}  // namespace

TEST_CASE("a week belongs to the year of its Thursday") {
  struct Row {
    const char *day, *name, *first, *last;
  };
  // The edges of ISO 8601: years of 52 and of 53 weeks, leap years.
  const Row rows[] = {
      {"2026-12-31", "2026-W53", "2026-12-28", "2027-01-03"},
      {"2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"},
      {"2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"},
      {"2024-12-29", "2024-W52", "2024-12-23", "2024-12-29"},
      {"2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"},
      {"2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"},
      {"2024-02-29", "2024-W09", "2024-02-26", "2024-03-03"},
      {"2026-11-24", "2026-W48", "2026-11-23", "2026-11-29"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.day);
    const Period week = period_of(day(row.day), Span::week);
    CHECK(week.name == row.name);
    CHECK(week.first.iso() == row.first);
    CHECK(week.last.iso() == row.last);
  }
  const Period month = period_of(day("2024-02-10"), Span::month);
  CHECK(month.name == "2024-02");
  CHECK(month.last.iso() == "2024-02-29");
}

TEST_CASE("periods follow each other without a gap, over the end of a year") {
  std::string names;
  for (const Period& period : periods_in({day("2026-12-22"), day("2027-01-05")}, Span::week)) {
    names += period.name + " ";
  }
  CHECK(names == "2026-W52 2026-W53 2027-W01 ");
  CHECK(periods_in({day("2026-12-31"), day("2027-01-01")}, Span::month).size() == 2);
  CHECK(periods_in({day("2026-12-31"), day("2026-12-31")}, Span::week).size() == 1);
}

TEST_CASE("a period has the means of what its meetings say, and nothing where none says it") {
  const std::vector<Meeting> meetings{
      meeting("2026-11-02", "mood: 4\ntalk_alice: 60\ntalk_dana: 70\nworth_alice: 5\n"),
      meeting("2026-11-04", "mood: 3\ntalk_alice: 80\n"),
      meeting("2026-11-17", "worth_alice: 4\nworth_dana: 3\n"),
  };
  const Window window{day("2026-10-01"), day("2026-11-22")};
  CHECK(lines_of(pulse_of(meetings, weekly, window, Span::week, day("2026-11-22"))) ==
        "2026-W45 3.50 72.50 5.00 2/2\n"
        "2026-W46 - - - 0/1\n"
        "2026-W47 - - 3.50 1/1\n");
  CHECK(lines_of(pulse_of(meetings, weekly, window, Span::month, day("2026-11-22"))) ==
        "2026-11 3.50 72.50 4.25 3/4\n");
}

TEST_CASE("before the first meeting, and without any, there is nothing to tell") {
  const Window window{day("2026-11-01"), day("2026-11-24")};
  CHECK(pulse_of({}, weekly, window, Span::week, day("2026-11-24")).empty());
  const std::vector<Meeting> one{meeting("2026-11-18", "mood: 5\n")};
  CHECK(lines_of(pulse_of(one, weekly, window, Span::week, day("2026-11-24"))) ==
        "2026-W47 5.00 - - 1/1\n2026-W48 - - - 0/0\n");
  CHECK(pulse_of(one, weekly, {day("2026-11-01"), day("2026-11-17")}, Span::week, day("2026-11-24"))
            .empty());
}

TEST_CASE("what was missed was planned, an informal talk was not, and neither was a plan") {
  const std::vector<Meeting> meetings{
      meeting("2026-11-03", "mood: 4\n"), meeting("2026-11-10", "status: missed\n"),
      meeting("2026-11-12", "counts: false\nmood: 2\n"), meeting("2026-11-17")};
  const auto pulses = pulse_of(meetings, weekly, {day("2026-11-02"), day("2026-11-22")}, Span::week,
                               day("2026-11-22"));
  CHECK(lines_of(pulses) == "2026-W45 4.00 - - 1/1\n2026-W46 2.00 - - 0/1\n2026-W47 - - - 1/1\n");
  CHECK(pulses[1].missed == 1);
  CHECK(pulses[1].informal == 1);
  std::vector<Meeting> ahead{meetings.front(), meetings.front()};
  ahead.back().held = Held::planned;
  CHECK(pulse_of(ahead, weekly, {day("2026-11-02"), day("2026-11-04")}, Span::week,
                 day("2026-11-04"))[0]
            .planned == 1);
}

TEST_CASE("a meeting was due and did not happen once it got overdue, away and pause not counted") {
  struct Row {
    std::vector<std::string> held;
    Cadence cadence;
    const char *today, *unmet;
  };
  const Absence away{day("2026-12-21"), day("2027-01-03")};
  const Row rows[] = {
      {{}, weekly, "2026-11-24", ""},
      {{"2026-11-17"}, weekly, "2026-11-27", ""},
      {{"2026-11-17"}, weekly, "2026-11-28", "2026-11-24 "},
      {{"2026-11-03", "2026-11-13"}, weekly, "2026-11-14", ""},  // late, but not missed
      {{"2026-11-03", "2026-11-14"}, weekly, "2026-11-14", ""},
      {{"2026-11-03", "2026-11-15"}, weekly, "2026-11-15", "2026-11-10 "},
      {{"2026-11-03", "2026-11-24"}, weekly, "2026-11-24", "2026-11-10 2026-11-17 "},
      {{"2026-12-18"}, {7, 31, {away}}, "2027-01-11", ""},
      {{"2026-12-18"}, {7, 31, {away}}, "2027-01-12", "2027-01-08 "},
      {{"2026-10-01"}, {30, 31, {}}, "2026-12-15", "2026-10-31 2026-11-30 "},
      {{"2020-01-01"}, {0, 31, {}}, "2026-11-24", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.unmet);
    std::vector<Meeting> meetings;
    for (const std::string& iso : row.held) meetings.push_back(meeting(iso));
    std::string unmet;
    for (Date one : unmet_days(meetings, row.cadence, day(row.today))) unmet += one.iso() + " ";
    CHECK(unmet == row.unmet);
  }
}

namespace {

/// The unmet days once more, by walking day by day and counting those on which somebody waits.
std::vector<Date> unmet_by_walking(const std::set<Date>& met, const Cadence& cadence, Date today) {
  const int late =
      std::min(cadence.days + (cadence.days + 1) / 2, std::max(cadence.days + 1, cadence.max_gap));
  std::vector<Date> unmet;
  std::vector<Date> waited;  // the days that count since the last meeting or the last one missed
  for (Date day = *met.begin(); day <= today; day = day + 1) {
    const bool away = std::ranges::any_of(cadence.away, [&](const Absence& absence) {
      return absence.first <= day && day <= absence.last;
    });
    if (!away && day != *met.begin()) waited.push_back(day);
    if (met.contains(day)) waited.clear();
    if (static_cast<int>(waited.size()) < late) continue;
    const auto due = waited.begin() + (cadence.days - 1);
    unmet.push_back(*due);
    waited.erase(waited.begin(), due + 1);
  }
  return unmet;
}

}  // namespace

TEST_CASE("the days that were due are those that a walk day by day finds") {
  testing::Dice dice(20261124);
  for (int round = 0; round < 300; ++round) {
    const Date first = day("2023-01-01") + static_cast<int>(dice.below(400));
    Cadence cadence{1 + static_cast<int>(dice.below(40)), 31, {}};
    std::set<Date> met;
    std::vector<Meeting> meetings;
    Date when = first;
    for (int i = 0; i < 12; ++i, when = when + 1 + static_cast<int>(dice.below(60))) {
      met.insert(when);
      meetings.push_back(meeting(when.iso(), dice.one_in(4) ? "status: missed\n" : ""));
      const Date away = when + static_cast<int>(dice.below(30));
      if (dice.one_in(4)) cadence.away.push_back({away, away + static_cast<int>(dice.below(20))});
    }
    CAPTURE(round);
    CHECK(unmet_days(meetings, cadence, when) == unmet_by_walking(met, cadence, when));
  }
}

TEST_CASE("a gap of a year shows as a gap") {
  const std::vector<Meeting> meetings{meeting("2025-11-20", "mood: 4\n"),
                                      meeting("2026-11-20", "mood: 3\n")};
  const auto pulses = pulse_of(meetings, {30, 31, {}}, {day("2025-11-01"), day("2026-11-24")},
                               Span::month, day("2026-11-24"));
  REQUIRE(pulses.size() == 13);
  int planned = 0;
  for (std::size_t i = 1; i < 12; ++i) {
    CHECK_FALSE(pulses[i].mood);
    CHECK(pulses[i].held == 0);
    planned += pulses[i].planned;
  }
  CHECK(planned == 11);
  std::vector<std::optional<double>> moods;
  for (const Pulse& pulse : pulses) moods.push_back(pulse.mood);
  CHECK(view::sparkline(moods, 1, 5) == "▆···········▅");
}

TEST_CASE("a mood that falls by two points within three meetings is named, once") {
  struct Row {
    const char *moods, *drops;
  };
  const Row rows[] = {
      {"4 4 4 2", "4>2 "}, {"4 3 2", "4>2 "}, {"4 2 2", "4>2 "},
      {"4 3 3", ""},       {"3 4 5", ""},     {"5 3 1", "5>3 5>1 "},
      {"5 4 4 3", ""},     {"5 - 3", "5>3 "}, {"2 4 2", "4>2 "},
      {"5", ""},           {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.moods);
    std::istringstream words(row.moods);
    std::vector<Meeting> meetings;
    Date when = day("2026-10-01");
    for (std::string mood; words >> mood; when = when + 7) {
      meetings.push_back(meeting(when.iso(), mood == "-" ? "" : "mood: " + mood + "\n"));
    }
    std::string drops;
    for (const MoodDrop& drop : mood_drops(meetings, {day("2026-10-01"), day("2026-11-24")})) {
      drops += fmt::format("{}>{} ", drop.from, drop.to);
    }
    CHECK(drops == row.drops);
  }
  const std::vector<Meeting> old{meeting("2026-01-01", "mood: 5\n"),
                                 meeting("2026-01-08", "mood: 1\n")};
  CHECK(mood_drops(old, {day("2026-02-01"), day("2026-11-24")}).empty());
}

TEST_CASE("challenges and opportunities are what still stands, by kind") {
  const Reading reading{Headings({"Topics"}, {}), ""};
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.me = "dana";
  const char* text =
      "- Challenge: too many meetings (alice)\n"
      "- [ ] Blocker: no access\n"
      "- [x] Blocker: solved\n"
      "- [-] Idea: dropped\n"
      "- Idea: share the runbook\n"
      "- Win: done\n\n"
      "## Opportunities\n- the data team hires\n\n## Concerns\n- [ ] on-call load\n";
  std::vector<ParsedNote> notes;
  notes.push_back(
      parse_note(NotePath::make(Tree::shared, "alice", "2026-11-17.md"), text, reading));
  const Ledger ledger(person, std::move(notes), {}, nullptr);
  std::string told;
  for (const Said& said : voices_in(ledger, {day("2026-11-01"), day("2026-11-24")})) {
    const bool hard = question_of(said.kind) == PulseQuestion::challenges;
    told += (hard ? "- " : "+ ") + said.text + "\n";
  }
  CHECK(told ==
        "- too many meetings\n- no access\n+ share the runbook\n+ the data team hires\n"
        "- on-call load\n");
  CHECK(voices_in(ledger, {day("2026-11-18"), day("2026-11-24")}).empty());
}

TEST_CASE("a sparkline has a column a number and a dot for none") {
  CHECK(view::sparkline({1, 3, 5, std::nullopt, 9, 0}, 1, 5) == "▁▅█·█▁");
  CHECK(view::sparkline({7}, 7, 7) == "█");
  CHECK(view::sparkline({}, 0, 1).empty());
}
