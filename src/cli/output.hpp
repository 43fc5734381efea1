// SPDX-License-Identifier: MIT
// Prints what a command says: data on standard output, through a pager where that helps, and talk
// on standard error.
#pragma once

#include <string>
#include <string_view>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "error.hpp"
#include "system/system.hpp"

namespace oneonone {

/// Prints text; with `paged`, in a pager when it is longer than the terminal.
void print_text(const System& system, const Globals& globals, const std::string& text, bool paged);

/// Throws Error{usage} when the options ask for items in a way that these fields do not allow; when
/// there are none, for items at all.
void require_fields(const Globals& globals, std::string_view command,
                    const std::vector<std::string>& fields);

/// Prints the view, or the items as the options say. Throws Error{usage} when items are asked for
/// and `command` lists none.
void print_outcome(const Session& session, std::string_view command, const Outcome& outcome);

/// `oneonone: WHERE: MESSAGE` and `hint: …`; nothing for an error without a message.
void print_error(Terminal& terminal, const Error& error);

/// Names a file that could not be read, and why.
void print_unread(const Session& session, const Unread& file);

}  // namespace oneonone
