// SPDX-License-Identifier: MIT
// Closing, reopening and re-dating an item over all of its copies.
#pragma once

#include <optional>
#include <string>

#include "core/carry.hpp"

namespace oneonone {

/// Closes a chain in its newest open line, with the day; other open copies become carried, so that
/// none is left open. Nothing when it is closed that way already.
NoteEdits close_item(const Ledger& ledger, const Chain& chain, Mark how, Date today);

/// Opens the newest copy; older closed copies become carried. Nothing when it is open already.
NoteEdits reopen_item(const Ledger& ledger, const Chain& chain);

/// Sets or takes away the due day.
NoteEdits set_due(const Ledger& ledger, const Chain& chain, std::optional<Date> due);

/// Gives an item that nobody owns its owner, a handle; in place of `@me`, where that stands.
NoteEdits set_owner(const Ledger& ledger, const Chain& chain, const std::string& owner);

}  // namespace oneonone
