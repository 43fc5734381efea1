// SPDX-License-Identifier: MIT
// Which lines of a note belong to something: asked of each line, so not looked for each time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace oneonone {

/// Lines from one to another, many times over.
class LineRanges {
 public:
  /// Ranges come in the order of their first lines, as items do; they may hold each other.
  void add(std::size_t first, std::size_t last) {
    if (ranges_.empty() || first > ranges_.back().second)
      ranges_.emplace_back(first, last);
    else
      ranges_.back().second = std::max(ranges_.back().second, last);
  }

  bool holds(std::size_t line) const {
    const auto after = std::ranges::upper_bound(ranges_, line, {}, &Range::first);
    return after != ranges_.begin() && line <= std::prev(after)->second;
  }

 private:
  using Range = std::pair<std::size_t, std::size_t>;
  std::vector<Range> ranges_;
};

}  // namespace oneonone
