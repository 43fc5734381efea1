// SPDX-License-Identifier: MIT
// One item of three versions, field by field (product.md, "Merging two notes").
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/merge_pairs.hpp"

namespace oneonone {

/// The lines of a merged item. In a conflict (two wordings, owners or due days) those of either
/// side, with all that could be decided; else the same twice.
struct MergedHead {
  ItemHead ours, theirs;
  bool conflict = false;
};

/// Merges the lines of an item that both sides have; null when it is new on both.
MergedHead merge_heads(const ItemHead* base, const ItemHead& ours, const ItemHead& theirs);

/// Items as an older note has them, by id. When both sides carried an item into a new note, that is
/// what each of them changed.
using Elders = std::map<std::string, ItemHead, std::less<>>;

/// Adds the items of a note whose ids are not there yet: the newest note comes first.
void add_elders(const Note& note, const Reading& reading, Elders& elders);

/// The item with another id.
ItemHead with_id(const ItemHead& head, std::string_view id);

/// True when both say the same, whatever their blanks and line breaks.
bool say_the_same(const Item& a, const Item& b);

}  // namespace oneonone
