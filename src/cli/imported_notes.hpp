// SPDX-License-Identifier: MIT
// The notes that a person has already: which of them an import made, and which numbers are taken.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/import_items.hpp"
#include "model/note_path.hpp"

namespace oneonone {

/// The notes of one person; new ones go into one tree.
class ImportedNotes {
 public:
  ImportedNotes(Session& session, std::string person, Tree tree);

  /// The note that an import of `source` (`alice/2026-11-17.md`, `1-1s.md#2026-11-17`) made,
  /// whatever its day is now; or one of that day that is `text` byte for byte. Each note is found
  /// once. Two sources are the same when one's path ends with the other's.
  const NotePath* made_from(std::string_view source, Date date, std::string_view text);
  /// Items of `text` that the note lacks: the source has grown since.
  std::vector<Doubt> missing(const NotePath& note, std::string_view text,
                             const Reading& reading) const;
  /// A path for one more note of that day; it counts as taken from now on.
  NotePath next(Date date);

 private:
  struct Known {
    NotePath path;
    std::string imported;
    bool found = false;
  };

  void read(Tree tree);

  Session& session_;
  std::string person_;
  Tree tree_;
  std::vector<Known> notes_;
  std::map<Date, int> numbers_;  ///< the highest that is taken, by day
};

}  // namespace oneonone
