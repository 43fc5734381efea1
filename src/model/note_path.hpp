// SPDX-License-Identifier: MIT
// Where a note is: the path alone tells the tree, the person, the day and its number.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "model/date.hpp"

namespace oneonone {

/// The two trees of a notebook: people/ is for both, private/ is mine alone.
enum class Tree { shared, own };

/// "people" or "private".
std::string_view folder_of(Tree tree);

/// The day that a file's name starts with (`2026-11-24-2.md`), if it names one.
std::optional<Date> date_of_file(std::string_view file);

/// A note of a person. Order is (date, number, path); topics.md comes before every dated note,
/// because what it holds moves on into them.
struct NotePath {
  Tree tree = Tree::shared;
  std::string person;        ///< the folder's name; empty for a file beside the folders
  std::string file;          ///< below the person's folder: `2026-11-24.md`, `2025/2025-03-04.md`
  std::optional<Date> date;  ///< absent for topics.md, goals.md and about.md
  int number = 1;            ///< 2 for the day's second note, `2026-11-24-2.md`

  /// Reads the day and the number from the file's name.
  static NotePath make(Tree tree, std::string person, std::string file);
  /// The same for a path whose file is there already.
  void read_name();

  /// Reads a path relative to the notebook; nothing for what is no Markdown file of a person.
  static std::optional<NotePath> read(std::string_view path);

  /// Relative to the notebook: `people/alice/2026-11-24.md`.
  std::string path() const;
  /// The last part of the path: `2026-11-24.md`.
  std::string_view name() const;
  bool is_meeting() const { return date.has_value(); }

  std::strong_ordering operator<=>(const NotePath& other) const;
  bool operator==(const NotePath& other) const = default;
};

}  // namespace oneonone
