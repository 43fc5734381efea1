// SPDX-License-Identifier: MIT
// What commands say about notes they have written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/session.hpp"

namespace oneonone {

/// `path:line: the line`, with the path as seen from here.
std::string place_and_line(Session& session, std::string_view path, std::size_t line,
                           std::string_view text);

/// Tells when an editor's swap or lock file lies beside a note: the editor would overwrite what was
/// written here.
void warn_of_editors(Session& session, std::string_view path);

/// The outcome of a command that wrote files: their paths, one a line, as seen from here; items
/// `{path}` of kind `paths`.
Outcome written_paths(Session& session, std::vector<std::string> paths);

/// The items of such an outcome, and their keys.
view::Table paths_table(std::vector<std::string> paths);
std::vector<std::string> path_fields();

}  // namespace oneonone
