// SPDX-License-Identifier: MIT
// What commands say about notes they have written.
#pragma once

#include <string>
#include <string_view>

#include "cli/session.hpp"
#include "view/view.hpp"

namespace oneonone {

/// `path:line: the line`, with the path as seen from here.
std::string place_and_line(Session& session, std::string_view path, std::size_t line,
                           std::string_view text);

/// Tells when an editor's swap or lock file lies beside a note: the editor would overwrite what was
/// written here.
void warn_of_editors(Session& session, std::string_view path);

}  // namespace oneonone
