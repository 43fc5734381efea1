// SPDX-License-Identifier: MIT
// What `close` asks on a terminal.
#pragma once

#include "cli/asking.hpp"
#include "core/closing.hpp"

namespace oneonone {

/// Asks for what the open commitments of a note lack, and edits the ledger.
void ask_gaps(Ledger& ledger, const NotePath& note, const Reading& reading, Asking& asking,
              Date today);

/// Asks what neither the note nor `closing` says of the meeting.
void ask_meeting(const Meeting& known, const Person& person, Closing& closing, Asking& asking);

}  // namespace oneonone
