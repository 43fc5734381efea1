// SPDX-License-Identifier: MIT
// The three-way merge of a note, item by item (product.md, "Merging two notes").
#pragma once

#include <string>

#include "core/merge_item.hpp"

namespace oneonone {

/// What the markers of a conflict call the two sides.
struct SideNames {
  std::string ours = "ours", theirs = "theirs";
};

/// What a merge must know of the folder that the note stands in.
struct MergePlace {
  Reading reading;
  Birthplace birthplace;
  bool yaml = false;   ///< the file is oneonone.yaml: keys from end to end
  Elders elders = {};  ///< of items that both sides carried into this note
  SideNames sides = {};
};

struct MergedNote {
  std::string bytes;
  bool conflict = false;  ///< git's markers stand where a person must decide
};

/// Merges both sides' changes since the base, which is empty when both made the note. What cannot
/// be merged so that every item can be read again is one conflict that holds both sides whole.
MergedNote merge_notes(const Three<std::string>& versions, const MergePlace& place);

}  // namespace oneonone
