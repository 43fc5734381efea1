// SPDX-License-Identifier: MIT
// An edited copy of a handout, taken back into the note it was made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/merge.hpp"
#include "model/note_path.hpp"
#include "model/person.hpp"

namespace oneonone {

/// Which note a handout was made of, and which words it had.
struct Origin {
  std::string people;  ///< both handles in order, `alice+dana`
  std::string file;    ///< below the person's folder
  std::string version;

  bool operator==(const Origin&) const = default;
};

Origin origin_of(const Person& person, const NotePath& note, std::string_view handout);

/// The line that ends a handout in Markdown, a comment: readers do not show it.
std::string origin_line(const Origin& origin);

/// A copy as it came back, with lines that end with `\n`, no byte order mark, and no such line.
struct Returned {
  std::string text;
  std::optional<Origin> origin;
};
Returned read_returned(std::string_view bytes);

/// Whether the copy is known to have begun as the handout it is compared with.
enum class Base { known, guessed };

/// The note with what a copy adds, ticks and rewords. `sent` is the handout that the copy began as;
/// the note may have changed since. When that is only guessed, nobody can tell which of two
/// wordings is the newer one: a conflict. A copy takes nothing away: whoever sends back half of it
/// did not mean to.
MergedNote take_back(const std::string& note, const std::string& sent, const std::string& copy,
                     Base base, const MergePlace& place);

}  // namespace oneonone
