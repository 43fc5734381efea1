// SPDX-License-Identifier: MIT
// What changes inside the note of a meeting that moves to another day or does not happen.
#pragma once

#include <optional>
#include <string>

#include "model/note_path.hpp"
#include "model/person.hpp"
#include "text/note.hpp"

namespace oneonone {

/// The note for its new day: `date:`, the day in a heading as `new` wrote it, and (when `by` is a
/// handle) the old day under `moved_HANDLE`, so that what was moved is remembered.
std::string moved_note(const Note& note, Date from, Date to, const std::optional<std::string>& by);

/// The note of a meeting that was missed: `status: missed` and `by:`, the reason as a last line. A
/// day without a note gets a short one, so that nothing has to be counted by heart.
std::string missed_note(const std::optional<std::string>& bytes, const Person& person, Date day,
                        const std::string& by, const std::optional<std::string>& reason);

}  // namespace oneonone
