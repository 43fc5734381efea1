// SPDX-License-Identifier: MIT
// Open commitments and next meetings in the formats of other programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.hpp"
#include "model/person.hpp"

namespace oneonone {

/// A commitment for others to read; all texts are one line of UTF-8.
struct OutsideItem {
  std::string uuid, id, person, owner, text;  ///< the owner is empty where nobody owns it
  Date since;
  std::optional<Date> due;
};

struct OutsideMeeting {
  std::string uuid, summary;
  Date day, written;  ///< `written`: the day that the calendar shall think it was last changed
};

/// The UUID of a commitment by its id, or of what else the two have (`next`): the same whoever of
/// them exports.
std::string outside_uuid(const Person& person, const std::string& what);

/// One line of printable UTF-8: what would break a line or steer a terminal is made visible.
std::string outside_text(const std::string& text);

/// `2026-11-17 Text +alice @dana due:2026-11-27 id:k7m2q`, a line each.
std::string todo_txt(const std::vector<OutsideItem>& items);
/// A JSON array as `task import` reads it. A known UUID is not added again.
std::string taskwarrior_json(const std::vector<OutsideItem>& items);
/// RFC 4180, with a row of headings.
std::string rfc4180_csv(const std::vector<OutsideItem>& items);
/// RFC 5545: a to-do each commitment, an all-day VEVENT each meeting.
std::string icalendar(const std::vector<OutsideItem>& items,
                      const std::vector<OutsideMeeting>& meetings);

}  // namespace oneonone
