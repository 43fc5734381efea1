// SPDX-License-Identifier: MIT
// Merges the bodies of three versions of a note, item by item and line by line.
#pragma once

#include <string>
#include <vector>

#include "core/merge_item.hpp"
#include "core/merge_weave.hpp"

namespace oneonone {

/// A line of the result, or of one side of a conflict.
struct MergedLine {
  Choice choice = Choice::both;
  std::string text;  ///< without its ending
};

/// An item that must stand in the result: as either side of a conflict has it.
struct ExpectedItem {
  Item ours, theirs;
  std::size_t parent = nowhere;  ///< the expected item that it stands in
};

struct MergedBody {
  std::vector<MergedLine> lines;
  std::vector<ExpectedItem> items;  ///< in the order of their lines
  bool complete = true;             ///< no item was moved where nothing reads it
};

MergedBody merge_bodies(const Three<Note>& notes, const Reading& reading,
                        const Birthplace& birthplace, const Elders& elders);

}  // namespace oneonone
