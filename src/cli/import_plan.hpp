// SPDX-License-Identifier: MIT
// What an import would do: which note each meeting becomes, and what is unclear.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/import_sources.hpp"
#include "core/import_document.hpp"
#include "model/change.hpp"
#include "model/note_path.hpp"

namespace oneonone {

struct ImportOptions {
  std::optional<std::string> person;
  Tree tree = Tree::shared;
  bool bullets = false;
  DayOrder order = DayOrder::unknown;
};

enum class ImportState {
  made,   ///< it becomes a note
  there,  ///< an earlier import made the note
  left,   ///< nobody knows whose or of which day it is
};

/// A meeting of a source, or a source without one.
struct ImportRow {
  std::string source;  ///< as the user would type it
  std::size_t line = 1;
  ImportState state = ImportState::left;
  std::string path;  ///< of the note; empty when there is none
  std::string person;
  std::optional<Date> date;
  ItemCounts counts;
  std::vector<Doubt> doubts;  ///< lines of the source
};

struct ImportPlan {
  std::vector<ImportRow> rows;
  std::vector<Change> changes;  ///< whoever is new first, then the notes
  std::vector<std::string> newcomers;
  std::size_t passed_over = 0;  ///< sources without a day and without items
  /// What to say about headings that sound like attendance, a line for each person.
  std::vector<std::string> proposals;
};

/// Plans the import of all sources; reads the notes of those who are in it.
ImportPlan plan_import(Session& session, const std::string& path, const ImportSources& sources,
                       const ImportOptions& options);

}  // namespace oneonone
