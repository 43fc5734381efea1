// SPDX-License-Identifier: MIT
// How people have been over weeks or months, and what stands in their way or before them
// (practices.md rows 61 and 62).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/mirror.hpp"
#include "core/rhythm.hpp"
#include "core/said.hpp"

namespace oneonone {

enum class Span { week, month };

/// A week (ISO 8601, from Monday) or a month.
struct Period {
  std::string name;  ///< `2026-W53`, `2026-11`
  Date first, last;  ///< both included
};

Period period_of(Date day, Span span);

/// The periods from the one of the window's first day to the one of its last.
std::vector<Period> periods_in(const Window& window, Span span);

/// One period of one person. Averages are means over the meetings that know the number.
struct Pulse {
  Period period;
  std::optional<double> mood;   ///< 1 to 5
  std::optional<double> talk;   ///< percent of the time of the first in `people`
  std::optional<double> worth;  ///< 1 to 5
  int held = 0, missed = 0;     ///< meetings that count
  int informal = 0;             ///< talks that do not
  int planned = 0;              ///< held, missed, and due by the cadence without either
};

/// What one meeting says of a number, where both may have said one: the mean.
std::optional<double> mean_said(const SaidBy& said);

/// The periods of a window, whole or in part, from the one of the first meeting on; one without a
/// meeting is there as well. All meetings of a person, in order.
std::vector<Pulse> pulse_of(const std::vector<Meeting>& meetings, const Cadence& cadence,
                            const Window& window, Span span, Date today);

/// The mood fell by two points or more.
struct MoodDrop {
  int from = 0, to = 0;
  Date before, day;  ///< of the two meetings
};

/// Where the mood fell from one meeting to the next and is two points or more below that of one of
/// the two before; by day, within the window.
std::vector<MoodDrop> mood_drops(const std::vector<Meeting>& meetings, const Window& window);

/// The questions of a company's pulse that words answer; moods answer the third, are people happy.
enum class PulseQuestion { challenges, opportunities };

/// The question that a kind answers: `challenge`, `blocker` and `concern`; `opportunity` and
/// `idea`. Nothing for others.
std::optional<PulseQuestion> question_of(std::string_view kind);

/// The day by which something counts: of the newest note that holds it, else the one it was said.
std::optional<Date> counted_on(const Said& said);

/// What answers one of the questions within the window and still stands: neither done nor dropped.
std::vector<Said> voices_in(const Ledger& ledger, const Window& window);

}  // namespace oneonone
