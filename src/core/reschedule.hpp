// SPDX-License-Identifier: MIT
// What changes inside a note that moves to another day.
#pragma once

#include <optional>
#include <string>

#include "model/note_path.hpp"
#include "text/note.hpp"

namespace oneonone {

/// The note for its new day: `date:`, the day in a heading as `new` wrote it, and (when `by` is a
/// handle) the old day under `moved_HANDLE`, so that what was moved is remembered.
std::string moved_note(const Note& note, Date from, Date to, const std::optional<std::string>& by);

}  // namespace oneonone
