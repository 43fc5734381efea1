// SPDX-License-Identifier: MIT
// A day that was agreed on comes before a cadence that has run out.
#include "core/due_today.hpp"

namespace oneonone {

std::vector<std::size_t> due_on(const std::vector<Rhythm>& rhythms, Date today) {
  std::vector<std::size_t> due;
  std::vector<std::size_t> over;
  for (std::size_t i = 0; i < rhythms.size(); ++i) {
    const Rhythm& rhythm = rhythms[i];
    if (!rhythm.next_due || rhythm.away_until) continue;
    if (*rhythm.next_due == today) due.push_back(i);
    if (*rhythm.next_due < today) over.push_back(i);
  }
  return due.empty() ? over : due;
}

}  // namespace oneonone
