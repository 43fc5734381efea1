// SPDX-License-Identifier: MIT
// What the notes of two people show about how they meet: hints for the one who reads, never scores
// (practices.md rows 5, 8, 14, 19, 23, 64, 65).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ledger.hpp"
#include "core/promises.hpp"
#include "model/meeting.hpp"

namespace oneonone {

/// The thirteen weeks that end today.
Window quarter_to(Date today);

struct Average {
  int sum = 0, count = 0;

  double value() const { return count == 0 ? 0 : static_cast<double>(sum) / count; }
};

/// Averages by the handle of the one who said the numbers.
using AverageBy = std::map<std::string, Average, std::less<>>;

/// All of it within the window, but for praise.
struct Mirror {
  Window window;
  Kept promises;           ///< mine: see kept_promises
  SaidBy topics;           ///< talking points by author, as far as the author is known
  std::vector<int> talk;   ///< percent of the time of the first in `people`, one a meeting that
                           ///< knows it, oldest first: the mean where both said a number
  AverageBy talk_said;     ///< what each of the two says it is
  std::optional<int> gap;  ///< how much more the first in `people` says than the other, on average
  std::optional<Date> praise;  ///< the last praise from me, in any note up to the window's end
  int held = 0, planned = 0;   ///< meetings that count; those planned were held or missed
  SaidBy missed, moved;        ///< how often, by whom
  AverageBy worth;             ///< 1 to 5
  int minutes = 0;             ///< together, as far as it was written down
  int cleared = 0;             ///< asks and blockers that were closed as done

  std::optional<int> talk_average() const;
};

/// My promises that came to their end within the window, and those that I kept: see kept_of.
Kept kept_promises(const Ledger& ledger, const Window& window);

/// Talking points that came up within the window, by author, as far as the author is known.
SaidBy topics_in(const Ledger& ledger, const Window& window);

/// The last day of the window is today. Both ledgers are made of all notes; of what is private only
/// praise that was delivered (ticked) counts.
Mirror mirror_of(const Ledger& shared, const Ledger& own, const Window& window);

/// The share of the time, in percent, that the first in `people` should talk: what is set for the
/// person, else for the notebook; else 80, and 50 between peers.
int talk_target(const Person& person, std::optional<int> notebook);

}  // namespace oneonone
