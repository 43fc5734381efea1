// SPDX-License-Identifier: MIT
// What `actions` must say, found the slow and obvious way: every note is parsed whole, and items
// are decided by id (product.md, "An item", 3, 5 and 6). It shares no code with what it checks but
// paths, dates and the hash of an id.
#pragma once

#include <compare>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "model/note_path.hpp"

namespace oneonone::testing {

/// A note as it lies on disk.
struct TwinNote {
  NotePath path;
  std::string bytes;
};

/// One item, as a person would tell it.
struct TwinItem {
  std::string id;
  bool written = false;  ///< the id stands on its line
  bool topic = false;    ///< a talking point, else a commitment
  std::string owner, words;
  std::string state;        ///< open, orphan, done, dropped or carried
  std::string since, done;  ///< days; empty when not known
  int carries = 0;
  std::string place;   ///< file:line of the copy that is shown
  std::string closed;  ///< file:line of a copy that says closed while another is open

  auto operator<=>(const TwinItem&) const = default;
};

/// The item on one line, for messages.
std::string told(const TwinItem& item);

/// Every item of one person's shared notes, by place. Topics stand below `Topics`, nothing of ours
/// below `Checklist`; `elsewhere` are the ids that stand in other people's folders.
std::vector<TwinItem> twin_items(const std::vector<std::string>& people,
                                 std::vector<TwinNote> notes,
                                 const std::set<std::string>& elsewhere);

/// Every `^id` that ends a line of the note.
std::set<std::string> twin_ids(const std::string& bytes);

}  // namespace oneonone::testing
