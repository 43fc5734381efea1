// SPDX-License-Identifier: MIT
// What became of the commitments that a time knew: kept, kept late, open, dropped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ledger.hpp"
#include "core/window.hpp"

namespace oneonone {

enum class Fate {
  kept,     ///< done by its due day, or, without one, done at all
  late,     ///< done after its due day
  overdue,  ///< open, and its due day has gone by
  open,
  dropped,
};

/// A commitment as it stood at the end of a window.
struct Promise {
  const Chain* chain = nullptr;
  std::string owner;  ///< a handle; empty when nobody owns it
  std::optional<Date> since, due, closed;
  Fate fate = Fate::open;
  bool came_to_end = false;  ///< done within the window, or due within it and before its last day

  int days_late(Date today) const;  ///< 0 when it is not
};

/// The commitments that were open within the window or due in it, in the order of the notes. The
/// ledger is made of all notes, and must outlive them.
std::vector<Promise> promises_in(const Ledger& ledger, const Window& window);

struct Kept {
  int kept = 0, of = 0;
};

/// Of one's promises that came to their end, those that were kept. What was dropped counts neither
/// way.
Kept kept_of(const std::vector<Promise>& promises, const std::string& owner);

}  // namespace oneonone
