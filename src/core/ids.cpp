// SPDX-License-Identifier: MIT
// FNV-1a over the birth's parts, mixed and written in an alphabet without vowels and look-alikes.
#include "core/ids.hpp"

#include <algorithm>
#include <cstdint>

namespace oneonone {
namespace {

constexpr std::string_view letters = "bcdfghjkmnpqrstvwxz";
constexpr std::string_view alphabet = "bcdfghjkmnpqrstvwxz23456789";

/// FNV-1a, 64 bits; a zero byte ends each part.
std::uint64_t hash_part(std::uint64_t hash, std::string_view part) {
  for (char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash * 0x100000001b3ULL;
}

/// The finalizer of splitmix64: FNV's high bits alone are weak for short texts.
std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

std::string spelled(std::uint64_t number) {
  std::string id(5, letters[number % letters.size()]);
  number /= letters.size();
  for (std::size_t i = 1; i < id.size(); ++i) {
    id[i] = alphabet[number % alphabet.size()];
    number /= alphabet.size();
  }
  return id;
}

std::uint64_t hash_of(const Birth& birth) {
  const std::uint64_t hash = hash_part(birth.people.hash(), birth.file);
  return hash_part(hash_part(hash, birth.owner), birth.words);
}

/// The first id from `n` on that is not taken; `n` is its number then.
template <class IsTaken>
std::string first_free(std::uint64_t hash, std::uint64_t& n, const IsTaken& is_taken) {
  for (;; ++n) {
    std::string id = spelled(mix(hash + n));
    if (!is_taken(id)) return id;
  }
}

}  // namespace

PairHash::PairHash(std::vector<std::string> handles) : hash_(0xcbf29ce484222325ULL) {
  std::ranges::sort(handles);
  for (const std::string& handle : handles) hash_ = hash_part(hash_, handle);
}

std::string mint_id(const Birth& birth, const IdSet& taken) {
  std::uint64_t n = 0;
  return first_free(hash_of(birth), n, [&](const std::string& id) { return taken.contains(id); });
}

std::string Mint::next(const Birth& birth) {
  const std::uint64_t hash = hash_of(birth);
  std::string id = spelled(mix(hash));
  if (!stands_elsewhere(id) && taken_.insert(id)) return id;
  // How far a hash got is noted only now: most lines are said once.
  id = first_free(hash, reached_[hash], [this](const std::string& one) {
    return stands_elsewhere(one) || taken_.contains(one);
  });
  taken_.insert(id);
  return id;
}

}  // namespace oneonone
