// SPDX-License-Identifier: MIT
// Ids that two clones mint alike (product.md, "An item", 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/id_set.hpp"

namespace oneonone {

/// What an id takes from the two people, whose handles may come in any order.
class PairHash {
 public:
  PairHash(std::initializer_list<std::string> handles)
      : PairHash(std::vector<std::string>(handles)) {}
  PairHash(std::vector<std::string> handles);  // NOLINT(google-explicit-constructor)

  std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_;
};

/// What an id is made of. The file is its name without folders.
struct Birth {
  PairHash people;
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
  Mint() = default;
  /// None of these is minted; they must outlive it.
  explicit Mint(const IdSet& elsewhere) : elsewhere_(&elsewhere) {}
  explicit Mint(IdSet&&) = delete;

  /// As mint_id, and taken from now on.
  std::string next(const Birth& birth);
  void take(const std::string& id) { taken_.insert(id); }
  /// Makes room for so many more.
  void reserve(std::size_t more) { taken_.reserve(more); }

 private:
  bool stands_elsewhere(const std::string& id) const {
    return elsewhere_ != nullptr && elsewhere_->contains(id);
  }

  const IdSet* elsewhere_ = nullptr;
  IdSet taken_;
  std::unordered_map<std::uint64_t, std::uint64_t> reached_;  ///< the lowest n that may be free
};

}  // namespace oneonone
