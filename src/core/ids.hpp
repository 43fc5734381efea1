// SPDX-License-Identifier: MIT
// Ids that two clones mint alike (product.md, "An item", 5).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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

/// Mints one id after the other, none twice. Of a thousand lines that say the same the last is
/// found as fast as the first.
class Mint {
 public:
  explicit Mint(IdSet taken = {}) : taken_(std::move(taken)) {}

  /// As mint_id, and taken from now on.
  std::string next(const Birth& birth);
  void take(const std::string& id) { taken_.insert(id); }

 private:
  IdSet taken_;
  std::unordered_map<std::uint64_t, std::uint64_t> reached_;  ///< the lowest n that may be free
};

}  // namespace oneonone
