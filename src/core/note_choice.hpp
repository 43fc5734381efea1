// SPDX-License-Identifier: MIT
// Which note a command means (product.md, "Which note, which day").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/note_path.hpp"

namespace oneonone {

/// The meeting's note at a day with a number: `2026-11-24.md`, `2026-11-24-2.md`.
NotePath meeting_path(const std::string& person, Tree tree, Date date, int number);

/// The day's newest note, if there is one.
std::optional<NotePath> note_on(const std::vector<NotePath>& notes, Date date);

/// The day that a word names for a meeting that has its note: the last such day or, when only the
/// next one has a note (`8dec` in November), that; when neither has, the nearer one, but a weekday
/// is the last. Throws Error{usage} for a word that is no day.
Date day_of_note(const std::vector<NotePath>& notes, std::string_view word, Date today);

/// The note that `new` opens or makes: on `date`; else today's; else the next one planned within
/// seven days; else a new one today. With `another` always a further one of that day.
NotePath note_for_new(const std::vector<NotePath>& notes, const std::string& person,
                      std::optional<Date> date, bool another, Date today);

/// The note that `show` and `edit` open: on `date`; else the newest up to today; else the next one.
/// Nothing when there is none.
std::optional<NotePath> note_to_show(const std::vector<NotePath>& notes, std::optional<Date> date,
                                     Date today);

/// The note that `move` renames: on `from`; else today's; else the next one planned; nothing when
/// there is none.
std::optional<NotePath> note_to_move(const std::vector<NotePath>& notes, std::optional<Date> from,
                                     Date today);

}  // namespace oneonone
