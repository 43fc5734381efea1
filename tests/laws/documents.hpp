// SPDX-License-Identifier: MIT
// Random numbers from a seed, and Markdown documents in which everything can stand anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone::testing {

/// The same numbers for the same seed on every machine: splitmix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t limit);
  bool chance(std::size_t percent) { return below(100) < percent; }
  std::string of(const std::vector<std::string_view>& list) {
    return std::string(list[below(list.size())]);
  }

 private:
  std::uint64_t state_;
};

/// A few lines of list marks, quotes, boxes, tokens, ids, fences, HTML and headings, in any order.
std::string hostile_document(Random& random);

/// Lines that are mostly items at the margin with ids, and now and then something else.
std::string list_document(Random& random);

/// Bullets with and without boxes in other bullets, and what may come between them.
std::string nested_document(Random& random);

/// A few lines made of what the skimming reads, and of what must end it.
std::string everyday_document(Random& random);

/// How many documents, or which seed: a number from the environment, for long runs and for
/// documents that nobody has seen. ONEONONE_DOCUMENTS and ONEONONE_SEED.
std::size_t setting(const char* name, std::size_t usual);

}  // namespace oneonone::testing
