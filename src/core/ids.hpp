// SPDX-License-Identifier: MIT
// Ids that two clones mint alike (product.md, "An item", 5).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// Ids that stand somewhere in a person's folder.
using IdSet = std::set<std::string, std::less<>>;

/// What an id is made of. The file is its name without folders.
struct Birth {
  std::vector<std::string> people;
  std::string_view file;
  std::string_view owner;
  std::string_view words;
};

/// Five characters, a letter first, of `bcdfghjkmnpqrstvwxz23456789`: the id of the lowest number n
/// that is not taken yet.
std::string mint_id(const Birth& birth, const IdSet& taken);

}  // namespace oneonone
