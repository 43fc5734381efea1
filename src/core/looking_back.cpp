// SPDX-License-Identifier: MIT
// Puts together what `pulse`, the mirror and `goals` count.
#include "core/looking_back.hpp"

#include <algorithm>

#include "core/pulse.hpp"
#include "core/said.hpp"
#include "text/meeting_record.hpp"

namespace oneonone {
namespace {

std::vector<Meeting> meetings_to(Date last, const Ledger& ledger) {
  std::vector<Meeting> meetings;
  for (const ParsedNote& parsed : ledger.notes()) {
    if (!parsed.path.date || *parsed.path.date > last) continue;
    meetings.push_back(read_meeting(parsed.path, parsed.note.bytes(), last));
  }
  return meetings;
}

/// Nothing for a meeting that is only planned, and for an informal talk that did not take place.
std::optional<PastDay> past_day(const Meeting& meeting) {
  using What = PastDay::What;
  if (meeting.held == Held::planned) return std::nullopt;
  const bool held = meeting.held == Held::held;
  if (!held && !meeting.counts) return std::nullopt;
  const What what = !held ? What::missed : meeting.counts ? What::held : What::informal;
  return PastDay{meeting.date(), what, meeting.mood, mean_said(meeting.talk),
                 mean_said(meeting.worth)};
}

std::vector<PastDay> days_in(const Ledger& ledger, const Cadence& cadence, const Window& window) {
  const std::vector<Meeting> meetings = meetings_to(window.last, ledger);
  std::vector<PastDay> days;
  for (const Meeting& meeting : meetings) {
    const std::optional<PastDay> past = past_day(meeting);
    if (past && window.holds(past->day)) days.push_back(*past);
  }
  for (const Date day : unmet_days(meetings, cadence, window.last)) {
    if (window.holds(day)) days.push_back({day, PastDay::What::due, {}, {}, {}});
  }
  std::ranges::stable_sort(days, {}, &PastDay::day);
  return days;
}

Fates fates_of(const std::vector<Promise>& promises, const std::string& owner) {
  Fates fates{owner, 0, 0, 0};
  for (const Promise& promise : promises) {
    if (promise.owner != owner || !promise.came_to_end) continue;
    if (promise.fate == Fate::kept) ++fates.kept;
    if (promise.fate == Fate::late) ++fates.late;
    if (promise.fate == Fate::overdue) ++fates.overdue;
  }
  return fates;
}

}  // namespace

int LookingBack::count(PastDay::What what) const {
  return static_cast<int>(std::ranges::count(days, what, &PastDay::what));
}

int LookingBack::planned() const {
  return static_cast<int>(days.size()) - count(PastDay::What::informal);
}

LookingBack looking_back(const Ledger& shared, const std::vector<Goal>& goals,
                         const Cadence& cadence, const Window& window) {
  const Person& person = shared.person();
  LookingBack back{person, window, {}, {}, {}, {}, {}};
  back.days = days_in(shared, cadence, window);
  back.open = open_promises(shared, window);
  const std::vector<Promise> promises = promises_in(shared, window);
  for (const std::string& handle : person.people) back.fates.push_back(fates_of(promises, handle));
  back.topics = topics_in(shared, window);
  back.measures = measure_lines(goals, shared, window);
  return back;
}

std::vector<OpenPromise> open_promises(const Ledger& ledger, const Window& window) {
  std::vector<OpenPromise> open;
  for (const Promise& promise : promises_in(ledger, window)) {
    if (promise.fate != Fate::open && promise.fate != Fate::overdue) continue;
    const std::string& words = ledger.shown(*promise.chain).item().words;
    const auto age =
        promise.since ? std::optional(window.last - *promise.since) : std::optional<int>();
    open.push_back({promise.owner, authored(words, ledger.person()).text, age,
                    promise.days_late(window.last)});
  }
  std::ranges::stable_sort(open, std::greater<>(), &OpenPromise::age_days);
  return open;
}

std::vector<MeasureLine> measure_lines(const std::vector<Goal>& goals, const Ledger& ledger,
                                       const Window& window) {
  const std::vector<Measured> measured = measured_in(ledger);
  std::vector<MeasureLine> lines;
  for (const Goal& goal : goals) {
    if (goal.closed && *goal.closed < window.first) continue;
    for (const Measure& measure : goal.measures) {
      MeasureLine line{goal.text, measure, readings_of(measure, measured)};
      std::erase_if(line.readings, [&](const Measured& one) { return !window.holds(one.date()); });
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace oneonone
