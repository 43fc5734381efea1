// SPDX-License-Identifier: MIT
// Counts days that count: those of an absence stretch the cadence.
#include "core/rhythm.hpp"

#include <algorithm>

namespace oneonone {
namespace {

constexpr std::size_t shown_moods = 3;

bool is_away(const std::vector<Absence>& away, Date day) {
  return std::ranges::any_of(
      away, [day](const Absence& absence) { return absence.first <= day && day <= absence.last; });
}

/// The day on which `count` days that count have gone by since `from`.
Date after_days(Date from, int count, const std::vector<Absence>& away) {
  Date day = from;
  while (count > 0) {
    day = day + 1;
    if (!is_away(away, day)) --count;
    if (day - from > 3 * 366) break;
  }
  return day;
}

/// Overdue at one and a half times the cadence, or at the maximum gap.
int patience(const Cadence& cadence) {
  return std::min(cadence.days + (cadence.days + 1) / 2,
                  std::max(cadence.days + 1, cadence.max_gap));
}

/// `earliest`: the first day on which the next one can be.
std::optional<Date> agreed_day(const std::vector<Meeting>& meetings, Date today, Date earliest) {
  for (const Meeting& meeting : meetings) {
    if (meeting.held == Held::planned && meeting.date() >= today) return meeting.date();
  }
  if (meetings.empty() || !meetings.back().next || *meetings.back().next < earliest) {
    return std::nullopt;
  }
  return meetings.back().next;
}

void find_last_held(const std::vector<Meeting>& meetings, Date today, Rhythm& rhythm) {
  for (const Meeting& meeting : meetings) {
    if (meeting.mood) rhythm.moods.push_back(*meeting.mood);
    if (meeting.held == Held::held && meeting.counts) {
      rhythm.last_held = meeting.date();
      rhythm.missed.clear();
    }
    if (meeting.held == Held::missed) rhythm.missed.push_back(meeting);
  }
  if (rhythm.moods.size() > shown_moods) {
    rhythm.moods.erase(rhythm.moods.begin(), rhythm.moods.end() - shown_moods);
  }
  if (rhythm.last_held) rhythm.days_since = today - *rhythm.last_held;
}

/// Nobody meets today after all, once it was missed: the next day that counts.
std::optional<Date> day_after_missed(const std::vector<Meeting>& meetings, const Cadence& cadence,
                                     Date today) {
  const bool missed = std::ranges::any_of(meetings, [today](const Meeting& meeting) {
    return meeting.held == Held::missed && meeting.date() == today;
  });
  return missed ? std::optional(after_days(today, 1, cadence.away)) : std::nullopt;
}

std::optional<Date> end_of_absence(const std::vector<Absence>& away, Date today) {
  if (!is_away(away, today)) return std::nullopt;
  Date day = today;
  while (is_away(away, day + 1) && day - today < 3 * 366) day = day + 1;
  return day;
}

}  // namespace

Rhythm rhythm_of(const std::vector<Meeting>& meetings, const Cadence& cadence, Date today) {
  Rhythm rhythm;
  find_last_held(meetings, today, rhythm);
  rhythm.away_until = end_of_absence(cadence.away, today);
  const std::optional<Date> again = day_after_missed(meetings, cadence, today);
  rhythm.next_due = agreed_day(meetings, today, again ? today + 1 : today);
  rhythm.planned = rhythm.next_due.has_value();
  if (cadence.days == 0) return rhythm;
  if (!rhythm.last_held) {
    if (!rhythm.planned) rhythm.next_due = again.value_or(today);
    return rhythm;
  }
  Date due = after_days(*rhythm.last_held, cadence.days, cadence.away);
  Date limit = after_days(*rhythm.last_held, patience(cadence), cadence.away);
  rhythm.overdue = today >= limit && !rhythm.away_until;
  if (rhythm.overdue) rhythm.days_over = today - due;
  if (!rhythm.planned) rhythm.next_due = again ? std::max(due, *again) : due;
  return rhythm;
}

std::vector<Date> unmet_days(const std::vector<Meeting>& meetings, const Cadence& cadence,
                             Date today) {
  std::vector<Date> unmet;
  std::optional<Date> due_from;
  auto run_to = [&](Date day) {
    while (due_from && after_days(*due_from, patience(cadence), cadence.away) <= day) {
      due_from = after_days(*due_from, cadence.days, cadence.away);
      unmet.push_back(*due_from);
    }
  };
  if (cadence.days == 0) return unmet;
  for (const Meeting& meeting : meetings) {
    if (meeting.held == Held::planned || !meeting.counts) continue;
    // The day before: a meeting on the day it gets overdue is late, but it is the one that was due.
    run_to(meeting.date() - 1);
    due_from = meeting.date();
  }
  run_to(today);
  return unmet;
}

}  // namespace oneonone
