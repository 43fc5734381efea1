// SPDX-License-Identifier: MIT
// A second reader of notes, simple and slow, for notes whose items each hold a word of their own
// (`w0042`): lines by lines, no parser, none of the program's code.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/world.hpp"

namespace oneonone::testing {

/// A file as lines without `\n`; a `\r` stays in its line.
struct Lines {
  explicit Lines(const std::string& bytes);
  std::string bytes() const;

  std::vector<std::string> lines;
  bool ended = true;  ///< the last line has its ending
};

/// A line with a box and a word of ours, with the lines that continue its paragraph.
struct Spot {
  std::string path;
  std::size_t line = 0, last = 0;  ///< from 0
  std::string prefix;              ///< what stands before the list marker
  std::size_t content = 0;         ///< columns from the marker to the text: 2 in `- `
  std::size_t mark_at = 0;         ///< where in the line the box's character stands
  char mark = ' ';
  bool owned = false;  ///< an `@owner` comes first
  bool leaf = false;   ///< nothing is nested in it
  bool bullet = true;  ///< its marker is no number
  std::string word;    ///< `w0042`; the letter says what it is: see Tally
  std::string id;
  bool since = false;
  std::string on, due;  ///< days; empty when there is none
  std::string text;     ///< without owner, tokens and id

  bool is_open() const { return mark != 'x' && mark != 'X' && mark != '-' && mark != '>'; }
  bool is_closed() const { return mark == 'x' || mark == 'X' || mark == '-'; }
  /// It stays where it is until its day, and is carried from then on.
  bool waits_on(const std::string& day) const { return on > day && (due.empty() || due > day); }
};

/// An item with its copies, oldest first (product.md, "An item", 6).
struct Strand {
  std::string word, id;
  bool own_id = false;  ///< no older item has this id
  std::vector<Spot> copies;

  bool has_open() const;
  bool has_closed() const;
};

/// How many items of each word.
using Tally = std::map<std::string, int>;

/// The notes below `people/alice` in order: topics.md, then by day and number.
std::vector<std::string> notes_in_order(const FileMap& files, const std::string& folder);
/// All spots of one note.
std::vector<Spot> spots_of(const std::string& path, const std::string& bytes);
/// All items below a folder such as `people/alice`.
std::vector<Strand> strands_of(const FileMap& files, const std::string& folder);
/// The folders `people/…` and `private/…` that hold notes.
std::set<std::string> folders_of(const FileMap& files);

/// What is open by the rule "state over copies"; an item whose copies all say "carried" is open
/// unless its id stands in another person's folder.
Tally open_by_files(const FileMap& files);
/// How often the word of each win and decision (`v0042`, without a box) stands in the files.
Tally remarks_in(const FileMap& files);
/// Open in one copy and closed in another: what the next writing command settles.
Tally contested(const FileMap& files, const std::string& folder);

}  // namespace oneonone::testing
