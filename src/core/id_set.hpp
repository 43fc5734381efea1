// SPDX-License-Identifier: MIT
// Ids that stand somewhere: a scan meets thousands, and asks for few of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// The first eight bytes of an id as a number: few ids are longer.
std::uint64_t start_of(std::string_view id);

/// True when no byte of an id is missing in its start.
constexpr bool is_whole(std::uint64_t start) {
  return start >> 56U == 0;
}

/// For tables of a power of two of slots, from an id and its start: it depends on all bytes of the
/// id, and any bits of it do.
std::uint64_t hash_of(std::string_view id, std::uint64_t start);
inline std::uint64_t hash_of(std::string_view id) {
  return hash_of(id, start_of(id));
}

/// A set of ids, in no order; the empty one is no id. An id of up to eight bytes, as nearly all
/// are, is kept as a number in a table without pointers; one that is longer as a string.
class IdSet {
 public:
  IdSet() = default;
  explicit IdSet(const std::vector<std::string>& ids) {
    for (const std::string& id : ids) insert(id);
  }

  /// True when it was not there.
  bool insert(std::string_view id);
  /// Builds the set again: not for many.
  void erase(std::string_view id);
  void merge(const IdSet& others);
  /// Makes room for so many more.
  void reserve(std::size_t more);
  bool contains(std::string_view id) const;

 private:
  bool insert(std::uint64_t number);
  void grow(std::size_t slots);
  /// The slot that holds a number, or the empty one where it would go.
  std::size_t slot_of(std::uint64_t number) const;

  std::vector<std::uint64_t> slots_;  ///< 0 for an empty one; a power of two of them
  std::size_t count_ = 0;             ///< of the slots that are not empty
  std::set<std::string, std::less<>> longer_;
};

}  // namespace oneonone
