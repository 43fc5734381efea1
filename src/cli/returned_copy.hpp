// SPDX-License-Identifier: MIT
// A copy of a shared note that comes back edited.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/session.hpp"

namespace oneonone {

struct ReturnedCopy {
  std::string file;                   ///< the edited copy; `-` is standard input
  std::optional<std::string> sent;    ///< the copy as it was sent, where git does not know it
  std::optional<std::string> person;  ///< whose note, where the copy does not say
  std::optional<std::string> date;
};

/// Merges a copy into the note it was made of and lists the lines that this changed. When both have
/// changed the same line otherwise nothing is written, and the outcome's problem shows both. Throws
/// Error{not_found} or Error{usage} when nobody can tell what the copy was made of.
Outcome take_back_copy(Session& session, const ReturnedCopy& returned);

}  // namespace oneonone
