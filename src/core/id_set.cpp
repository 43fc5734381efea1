// SPDX-License-Identifier: MIT
// A hash table with open addressing and linear probing, at most half full.
#include "core/id_set.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace oneonone {
namespace {

constexpr std::size_t least_slots = 16;

/// Fibonacci hashing: the high bits of the product depend on all bits of the number.
constexpr std::uint64_t hash_of(std::uint64_t number) {
  return (number * 0x9E3779B97F4A7C15U) >> 32U;
}

/// The id as a number that is not 0; 0 when it is too long.
std::uint64_t number_of(std::string_view id) {
  return id.size() > sizeof(std::uint64_t) ? 0 : start_of(id);
}

}  // namespace

std::uint64_t start_of(std::string_view id) {
  std::uint64_t start = 0;
  for (const char c : id.substr(0, sizeof start))
    start = start << 8U | static_cast<unsigned char>(c);
  return start;
}

std::uint64_t hash_of(std::string_view id, std::uint64_t start) {
  return id.size() <= sizeof start ? hash_of(start) : std::hash<std::string_view>{}(id);
}

std::size_t IdSet::slot_of(std::uint64_t number) const {
  std::size_t slot = hash_of(number) & (slots_.size() - 1);
  while (slots_[slot] != 0 && slots_[slot] != number) slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

bool IdSet::insert(std::string_view id) {
  if (id.empty()) return false;
  const std::uint64_t number = number_of(id);
  return number != 0 ? insert(number) : longer_.emplace(id).second;
}

bool IdSet::insert(std::uint64_t number) {
  if (2 * count_ >= slots_.size()) grow(std::max(2 * slots_.size(), least_slots));
  std::uint64_t& slot = slots_[slot_of(number)];
  const bool is_new = slot == 0;
  if (is_new) ++count_;
  slot = number;
  return is_new;
}

void IdSet::reserve(std::size_t more) {
  const std::size_t slots = std::bit_ceil(2 * (count_ + more));
  if (slots > slots_.size()) grow(std::max(slots, least_slots));
}

void IdSet::grow(std::size_t slots) {
  const auto old = std::exchange(slots_, std::vector<std::uint64_t>(slots));
  for (const std::uint64_t number : old) {
    if (number != 0) slots_[slot_of(number)] = number;
  }
}

void IdSet::erase(std::string_view id) {
  // The numbers behind it may stand where they are because of it: they are put in again.
  const std::uint64_t number = number_of(id);
  const auto old = std::exchange(slots_, std::vector<std::uint64_t>(slots_.size()));
  count_ = 0;
  for (const std::uint64_t other : old) {
    if (other != 0 && other != number) insert(other);
  }
  longer_.erase(std::string(id));
}

void IdSet::merge(const IdSet& others) {
  for (const std::uint64_t number : others.slots_) {
    if (number != 0) insert(number);
  }
  longer_.insert(others.longer_.begin(), others.longer_.end());
}

bool IdSet::contains(std::string_view id) const {
  const std::uint64_t number = number_of(id);
  if (number == 0) return longer_.contains(id);
  return count_ > 0 && slots_[slot_of(number)] != 0;
}

}  // namespace oneonone
