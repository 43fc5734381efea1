// SPDX-License-Identifier: MIT
// Which items of a scan decide what is open, and these alone as notes for a ledger.
#pragma once

#include <vector>

#include "core/ledger.hpp"
#include "text/sketch.hpp"

namespace oneonone {

/// The notes of the items that decide what is open in one tree of one person: those with an open
/// box, the copies of one, and what was carried and not surely closed later. A ledger of these
/// shows the same open items as one of all notes. There is no more in them than the items: they can
/// be shown, not changed. The sketches are of notes in order; their numbers are those of `paths`.
std::vector<ParsedNote> deciding_items(const std::vector<NotePath>& paths,
                                       const std::vector<Sketches>& sketches);

}  // namespace oneonone
