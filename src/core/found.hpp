// SPDX-License-Identifier: MIT
// What the lines found in a file belong to: the section, the item, its kind and id.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/search.hpp"
#include "model/note_path.hpp"
#include "text/tasks.hpp"

namespace oneonone {

/// A line that was searched for.
struct Found {
  std::shared_ptr<const NotePath> path;  ///< of all lines of the file
  LineHit hit;
  std::string text;                    ///< the whole line
  std::optional<std::string> section;  ///< the nearest heading above
  std::string kind;                    ///< of the item that it belongs to: "win", …; else empty
  std::string id;                      ///< of the item that it stands in; else empty
  bool below = false;                  ///< it stands in the item `id`, but is not of its own words
};

/// What found lines must be besides.
struct FoundFilter {
  std::optional<Date> since, until;    ///< the note's day, or the item's own where no note has one
  std::optional<std::string> section;  ///< words of a heading above; case and accents folded
  std::optional<std::string> kind;

  bool needs_outline() const { return since || until || section || kind; }
};

/// The lines of one file with what they belong to, those that the filter lets through. Only
/// Markdown has sections and items.
std::vector<Found> found_in(const NotePath& path, const Note& note,
                            const std::vector<LineHit>& hits, const Reading& reading,
                            const FoundFilter& filter);

/// Without the older copies of items that were carried: of each item's lines the newest ones.
std::vector<Found> without_copies(std::vector<Found> found);

}  // namespace oneonone
