// SPDX-License-Identifier: MIT
// The meetings in a source: one dated file, or a running document with a heading for each.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import_items.hpp"
#include "core/written_date.hpp"

namespace oneonone {

/// A meeting where it stands in its source.
struct SourceMeeting {
  Date date;
  std::size_t first_line = 1, last_line = 0;
  /// What may say whose it is: its heading without markup, or of a whole file what `person:`,
  /// `with:`, `people:` and `attendees:` of the front matter name.
  std::string names;
  /// What tells it from the others of its source: empty for a whole file, `2026-11-17` or
  /// `2026-11-17-2` in a running document.
  std::string part;
};

struct SourceMeetings {
  std::vector<SourceMeeting> meetings;
  std::vector<Doubt> doubts;
};

/// A day in the file's name counts first; else headings with a day split the document (those of
/// the level that has most, in any order), or where there are none bullets at the margin that are
/// nothing but a day (`- [[Nov 17th, 2026]]`, `- ## 17 Nov 2026`); else `date:` of the front matter
/// is the whole file's. What stands outside of every meeting is doubted with its items, run of
/// lines by run of lines. A heading `17 Nov` takes its year from a heading around it, the file's
/// name or the meeting before it. `order` is what the caller knows of 11/12.
SourceMeetings meetings_in(std::string_view name, const Note& source, const Reading& reading,
                           DayOrder order);

/// The lines of a meeting, byte for byte.
std::string_view text_of(const Note& source, const SourceMeeting& meeting);

/// The text as a note of that day: `date:` (unless it has one) and `imported:` in its front
/// matter.
std::string as_note(std::string_view text, Date date, std::string_view imported);

}  // namespace oneonone
