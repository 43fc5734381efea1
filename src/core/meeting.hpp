// SPDX-License-Identifier: MIT
// Writing a meeting's note: from a template with what is carried into it, or by completing the note
// that is there.
#pragma once

#include <string>
#include <vector>

#include "core/agenda.hpp"
#include "core/carry.hpp"

namespace oneonone {

struct MeetingPlan {
  std::vector<Change> changes;  ///< in the order in which a crash loses nothing
  bool created = false;
  int carried = 0;                ///< commitments copied into the note, asks among them
  int topics = 0;                 ///< talking points copied into the note
  int wins = 0;                   ///< wins that moved from topics.md into the note
  std::vector<std::string> left;  ///< "path:line" of items that could not be copied and stay open
};

/// Plans the agenda's note over all notes of the person's shared tree. Old lines get their ids
/// first, then the note is written whole, then the old lines are marked: a crash in between leaves
/// a duplicate, never a loss, and the same plan made again only marks.
MeetingPlan plan_meeting(const Ledger& ledger, const Agenda& agenda,
                         const MeetingTemplate& meeting_template, const Partials& partials,
                         const Reading& reading, Date today);

/// What a note needs after a hand has edited it: ids on its items, days for dues in words, `done:`
/// on ticks. An empty result needs nothing.
NoteEdits finish_note(const Ledger& ledger, const NotePath& note, Date today);

}  // namespace oneonone
