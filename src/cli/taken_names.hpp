// SPDX-License-Identifier: MIT
// Which handles and names somebody in the notebook has.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"

namespace oneonone {

/// True for a folder that somebody made, or cloned from an empty repository, for one who is to
/// come; or that a run left which was killed before it wrote anything there.
bool is_vacant(Session& session, const std::string& folder);

/// The folder of the person who has this handle, or had it.
std::optional<std::string> holder_of(Session& session, const std::string& handle);

/// Throws Error{usage} with the hint when somebody has or had the handle, or when it is me.
void require_free(Session& session, const std::string& handle, std::string_view hint);

/// The names that nobody here has. The others are told and passed over: the last run may have been
/// killed between two people. Throws Error{usage} when all of them are here.
std::vector<std::string> new_names(Session& session, const std::vector<std::string>& names);

}  // namespace oneonone
