// SPDX-License-Identifier: MIT
// What `new`, `edit` and the commands after them do with a meeting's note.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/ledger.hpp"

namespace oneonone {

/// `Tue 24 Nov (tomorrow)`: a day and how far off it is.
std::string day_from_today(Date date, Date today);

/// Tells what was typed in a note that will be read otherwise than it was meant: an owner nobody
/// knows, a day that is none.
void tell_findings(Session& session, const Ledger& ledger, const NotePath& note,
                   const Reading& reading);

/// Opens a note in the user's editor. When it returns: new items get their ids, dues in words
/// become days, ticks get their `done:`, one line says what was carried and promised, and what will
/// not be read as it was meant is named. Throws Error{failed} when the editor failed; the note is
/// as it left it.
void edit_note(Session& session, const Person& person, const NotePath& note);

/// The same for several notes of one person, side by side where the editor can. A private note need
/// not be there.
void edit_notes(Session& session, const Person& person, const std::vector<NotePath>& notes);

}  // namespace oneonone
