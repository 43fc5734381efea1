// SPDX-License-Identifier: MIT
// What two sequences have in common: for diffs and merges.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace oneonone {

/// Texts as numbers, equal ones alike, so that long sequences compare fast.
class Numbers {
 public:
  std::size_t of(std::string_view text) {
    return numbers_.emplace(std::string(text), numbers_.size()).first->second;
  }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
};

using Sequence = std::vector<std::size_t>;

/// An element that stands in both sequences.
struct Match {
  std::size_t before = 0, after = 0;
};

/// The matches of a shortest script from one to the other, in order. Where too much differs no
/// script is looked for: only what both begin and end with matches.
std::vector<Match> shortest_alignment(const Sequence& before, const Sequence& after);

/// Matches first what stands once in each, which is what a person would do, then the rest between.
std::vector<Match> alignment(const Sequence& before, const Sequence& after);

}  // namespace oneonone
