// SPDX-License-Identifier: MIT
// The files that `import` reads: one, or those of a folder.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/session.hpp"

namespace oneonone {

/// A file to import.
struct ImportSource {
  std::string name;   ///< below the folder that was named; of a single file its name
  std::string shown;  ///< as the user would type it
  std::string bytes;  ///< Markdown, even of an org file
  /// The line of the file that each line of `bytes` comes from; empty when they are the same.
  std::vector<std::size_t> lines;

  std::size_t line(std::size_t number) const {
    return lines.empty() ? number : lines.at(number - 1);
  }
};

struct ImportSources {
  std::vector<ImportSource> files;  ///< by name
  std::vector<Error> unread;        ///< what could not be read, and why
};

/// Reads a file, or every `.md`, `.markdown`, `.txt` and `.org` below a folder. Hidden ones, and
/// the notebook itself, are left out; links that lead out of the folder, what is no regular file,
/// no text, no UTF-8 or over 8 MiB are told. Throws Error{not_found} when nothing is there,
/// Error{usage} for a path in the notebook.
ImportSources read_import_sources(Session& session, const std::string& path);

}  // namespace oneonone
