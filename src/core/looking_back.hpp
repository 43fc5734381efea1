// SPDX-License-Identifier: MIT
// How two people met and what became of what they said, meeting by meeting: the numbers of a page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/goals.hpp"
#include "core/mirror.hpp"
#include "core/promises.hpp"
#include "core/rhythm.hpp"

namespace oneonone {

/// A day on which two people met or did not, or on which they should have and nobody wrote of it.
struct PastDay {
  enum class What { held, missed, informal, due };

  Date day;
  What what = What::held;
  std::optional<int> mood;            ///< 1 to 5
  std::optional<double> talk, worth;  ///< see mean_said
};

/// A commitment that is open on the window's last day.
struct OpenPromise {
  std::string owner;            ///< a handle; empty when nobody owns it
  std::string text;             ///< without its author
  std::optional<int> age_days;  ///< nothing when nobody knows since when
  int days_late = 0;
};

/// What became of one's promises that came to their end within the window.
struct Fates {
  std::string owner;
  int kept = 0, late = 0, overdue = 0;

  int ended() const { return kept + late + overdue; }
};

/// A measure of a goal, with its readings within the window.
struct MeasureLine {
  std::string goal;
  Measure measure;
  std::vector<Measured> readings;
};

struct LookingBack {
  Person person;
  Window window;
  std::vector<PastDay> days;      ///< in order
  std::vector<OpenPromise> open;  ///< the oldest first
  std::vector<Fates> fates;       ///< of both, in the order of `people`
  SaidBy topics;                  ///< talking points by author: see topics_in
  std::vector<MeasureLine> measures;

  int count(PastDay::What what) const;
  int planned() const;  ///< held, missed and due: what `pulse` counts
};

/// All shared notes and the goals of two people. The window's last day is today.
LookingBack looking_back(const Ledger& shared, const std::vector<Goal>& goals,
                         const Cadence& cadence, const Window& window);

/// The commitments of a ledger that are open on the window's last day, the oldest first.
std::vector<OpenPromise> open_promises(const Ledger& ledger, const Window& window);

/// The measures of the goals that were open within the window, with what the ledger says of them.
std::vector<MeasureLine> measure_lines(const std::vector<Goal>& goals, const Ledger& ledger,
                                       const Window& window);

}  // namespace oneonone
