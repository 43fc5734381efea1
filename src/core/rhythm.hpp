// SPDX-License-Identifier: MIT
// Cadence that tells the truth: when two people last met and when they should meet again
// (product.md, "The notebook"; practices.md rows 1 to 6).
#pragma once

#include <optional>
#include <vector>

#include "model/meeting.hpp"

namespace oneonone {

/// How often two people want to meet.
struct Cadence {
  int days = 7;               ///< 0: no cadence, never due
  int max_gap = 31;           ///< days after which it is overdue whatever the cadence
  std::vector<Absence> away;  ///< days that do not count
};

struct Rhythm {
  std::optional<Date> last_held;  ///< the newest meeting that counts
  std::optional<int> days_since;
  std::optional<Date> next_due;  ///< planned, agreed or reached by the cadence
  bool planned = false;          ///< next_due is planned or agreed
  int days_over = 0;             ///< days past next_due, when overdue
  bool overdue = false;
  std::vector<Meeting> missed;     ///< since last_held, oldest first
  std::optional<Date> away_until;  ///< the last day of an absence that holds today
  std::vector<int> moods;          ///< oldest first, at most three
};

/// The rhythm of two people as of `today`. `meetings` in order; older ones than those since the
/// last two held may be left out, but for moods.
Rhythm rhythm_of(const std::vector<Meeting>& meetings, const Cadence& cadence, Date today);

/// The days on which a meeting was due and nobody came or said why: the cadence ran on from the
/// meeting before, and by the day it was overdue there was none. All meetings, in order; the days
/// too.
std::vector<Date> unmet_days(const std::vector<Meeting>& meetings, const Cadence& cadence,
                             Date today);

}  // namespace oneonone
