// SPDX-License-Identifier: MIT
// The keys of a note's front matter, each with its lines; edits that touch one key only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/note.hpp"

namespace oneonone {

/// A key with its value: a scalar is one value, `[a, b]` several.
struct Field {
  std::string key;
  std::size_t line = 0;       ///< the key's line
  std::size_t last_line = 0;  ///< the last line of its value
  bool list = false;
  bool nested = false;  ///< a map, or lists in lists: kept as it is, never read
  std::vector<std::string> values;
};

/// What is wrong with a front matter, and where.
struct FrontMatterProblem {
  std::size_t line = 0;
  std::string message;
};

struct FrontMatter {
  std::vector<Field> fields;
  std::optional<FrontMatterProblem> problem;

  const Field* find(std::string_view key) const;
  /// The value of a scalar; nothing when the key is missing, null or no scalar.
  std::optional<std::string> text(std::string_view key) const;
  /// The value of a scalar that is a whole number.
  std::optional<int> number(std::string_view key) const;
  /// The values of a list; a scalar is a list of one.
  std::vector<std::string> list(std::string_view key) const;
};

/// Reads the front matter, or with `whole` the entire text, as in oneonone.yaml. Plain `key: value`
/// lines are read from the split; all else by yaml-cpp, which refuses anchors, aliases, tags,
/// duplicate keys and more than three levels at their line.
FrontMatter read_front_matter(const Note& note, bool whole = false);

/// For whoever adds keys: where nothing is understood, what is added is not either. Throws
/// Error{failed} at "PATH:LINE".
void require_front_matter(const Note& note, std::string_view path);

/// The two readers behind read_front_matter, which a law holds together: the first gives nothing
/// for what it is not sure of.
std::optional<FrontMatter> split_front_matter(const Note& note, std::size_t first,
                                              std::size_t last);
FrontMatter parse_front_matter(const Note& note, std::size_t first, std::size_t last);

/// Sets one key to a YAML text (quoted already), in its place or before the closing `---`; makes a
/// front matter when there is none. With `whole` the entire text is YAML.
Edit set_field(const Note& note, std::string_view key, std::string_view yaml, bool whole = false);

/// Takes a key with its lines away; nothing when it is not there.
std::optional<Edit> remove_field(const Note& note, std::string_view key);

/// The text as a YAML scalar, quoted where a YAML 1.1 reader would take it for something else.
std::string yaml_scalar(std::string_view text);
/// `[a, b]`
std::string yaml_list(const std::vector<std::string>& values);

}  // namespace oneonone
