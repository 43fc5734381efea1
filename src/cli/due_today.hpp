// SPDX-License-Identifier: MIT
// The person a command is about: the one that was named, or the one who is due today.
#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"

namespace oneonone {

/// Finds the person by the word, or, without one, tells who is due today and takes them. Throws
/// Error{not_found} when nobody is, or several are.
Person named_or_due(Session& session, const std::optional<std::string>& word);

}  // namespace oneonone
