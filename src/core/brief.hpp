// SPDX-License-Identifier: MIT
// What one should know before walking in, in the order of usefulness (practices.md row 17).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ledger.hpp"
#include "core/rhythm.hpp"
#include "core/said.hpp"

namespace oneonone {

/// A theme that has not come up for long.
struct QuietTheme {
  std::string theme;
  int weeks = 0;
};

struct Brief {
  std::vector<std::string> recap;  ///< the paragraphs below `Recap` of the last meeting
  std::string recap_by;            ///< whose words they are
  std::vector<const Chain*> mine, theirs, unowned;  ///< late, due, then the oldest
  std::vector<const Chain*> topics;                 ///< the oldest first
  std::vector<const Chain*> later;                  ///< what waits for its day
  std::vector<Said> wins;                           ///< since the last meeting
  std::vector<QuietTheme> quiet;                    ///< four weeks or more, the quietest first
  std::string place;                                ///< where we met last; empty when not known
  int times_there = 0;                              ///< meetings in a row at that place
};

/// Reads a ledger made of all notes. The chains point into it.
Brief brief_of(const Ledger& ledger, const Rhythm& rhythm, Date today);

/// The last line that somebody wrote below an item (`18 Nov: HR wants the quotes first`); empty
/// when there is none.
std::string latest_word(const Ledger& ledger, const Chain& chain);

/// What only I see: what I have to say and have not said, other open lines, and facts to recall.
struct PrivateBrief {
  std::vector<Said> to_say;         ///< feedback, praise and concerns that stand open
  std::vector<const Chain*> open;   ///< everything else that is open
  std::vector<const Chain*> later;  ///< what waits for its day
  std::vector<Said> facts;          ///< three of them, others tomorrow
};
PrivateBrief private_brief_of(const Ledger& own, Date today);

}  // namespace oneonone
