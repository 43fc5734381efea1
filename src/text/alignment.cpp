// SPDX-License-Identifier: MIT
// Myers' greedy search, and anchors for it: elements that stand once in both sequences.
#include "text/alignment.hpp"

#include <algorithm>
#include <optional>

namespace oneonone {
namespace {

using Index = std::ptrdiff_t;

/// Beyond so many differences no shortest script is looked for.
constexpr Index most_differences = 2000;

/// Between anchors others are looked for so many times. Text is seldom worth three; what somebody
/// made so would take the square of its size, and the stack.
constexpr int most_anchorings = 64;

/// Part of both sequences.
struct Range {
  std::size_t before = 0, before_end = 0, after = 0, after_end = 0;

  bool is_empty() const { return before == before_end || after == after_end; }
};

/// Myers' greedy search for the shortest script that turns one part into the other.
class Search {
 public:
  Search(const Sequence& before, const Sequence& after, const Range& range)
      : before_(before),
        after_(after),
        range_(range),
        rows_(static_cast<Index>(range.before_end - range.before)),
        columns_(static_cast<Index>(range.after_end - range.after)) {}

  std::vector<Match> matches() {
    const Index limit = std::min(rows_ + columns_, most_differences);
    std::vector<Index> reach(static_cast<std::size_t>(2 * limit + 2), 0);
    for (Index differences = 0; differences <= limit; ++differences) {
      const bool is_there = advance(reach, limit, differences);
      const auto first = reach.begin() + limit - differences;
      history_.emplace_back(first, first + 2 * differences + 1);
      if (is_there) return walk_back(differences);
    }
    return {};
  }

 private:
  /// The furthest row on each diagonal with one difference more; true when that is the end.
  bool advance(std::vector<Index>& reach, Index middle, Index differences) const {
    const auto at = [&](Index diagonal) -> Index& {
      return reach[static_cast<std::size_t>(middle + diagonal)];
    };
    for (Index diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const bool is_added = diagonal == -differences ||
                            (diagonal != differences && at(diagonal - 1) < at(diagonal + 1));
      Index row = 0;
      if (differences > 0) row = is_added ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (are_equal(row, row - diagonal)) ++row;
      at(diagonal) = row;
      if (row >= rows_ && row - diagonal >= columns_) return true;
    }
    return false;
  }

  bool are_equal(Index row, Index column) const {
    if (row >= rows_ || column < 0 || column >= columns_) return false;
    const Match match = match_at(row, column);
    return before_[match.before] == after_[match.after];
  }

  Match match_at(Index row, Index column) const {
    return {range_.before + static_cast<std::size_t>(row),
            range_.after + static_cast<std::size_t>(column)};
  }

  Index reached(Index differences, Index diagonal) const {
    return history_[static_cast<std::size_t>(differences)]
                   [static_cast<std::size_t>(differences + diagonal)];
  }

  std::vector<Match> walk_back(Index differences) const {
    std::vector<Match> matches;
    Index row = rows_;
    Index column = columns_;
    const auto keep_down_to = [&](Index end) {
      while (row > end) matches.push_back(match_at(--row, --column));
    };
    for (; differences > 0; --differences) {
      const Index diagonal = row - column;
      const bool is_added = diagonal == -differences ||
                            (diagonal != differences && reached(differences - 1, diagonal - 1) <
                                                            reached(differences - 1, diagonal + 1));
      keep_down_to(is_added ? reached(differences - 1, diagonal + 1)
                            : reached(differences - 1, diagonal - 1) + 1);
      --(is_added ? column : row);
    }
    keep_down_to(0);
    std::ranges::reverse(matches);
    return matches;
  }

  const Sequence& before_;
  const Sequence& after_;
  Range range_;
  Index rows_;
  Index columns_;
  std::vector<std::vector<Index>>
      history_;  ///< per count of differences, diagonals -count to count
};

/// The longest run of matches whose places rise in both sequences, from matches in the first's
/// order.
std::vector<Match> rising(const std::vector<Match>& matches) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // per length, the match with which a run can end lowest
  std::vector<std::size_t> previous(matches.size(), none);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const auto place = std::ranges::lower_bound(
        ends, matches[i].after, {}, [&](std::size_t end) { return matches[end].after; });
    if (place != ends.begin()) previous[i] = *(place - 1);
    if (place == ends.end())
      ends.push_back(i);
    else
      *place = i;
  }
  std::vector<Match> run;
  for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = previous[i])
    run.push_back(matches[i]);
  std::ranges::reverse(run);
  return run;
}

class Aligner {
 public:
  Aligner(const Sequence& before, const Sequence& after, bool anchored)
      : before_(before), after_(after), anchored_(anchored) {}

  std::vector<Match> run() {
    align({0, before_.size(), 0, after_.size()}, 0);
    return std::move(matches_);
  }

 private:
  void align(Range range, int depth) {
    while (!range.is_empty() && before_[range.before] == after_[range.after])
      matches_.push_back({range.before++, range.after++});
    std::size_t tail = 0;
    for (; !range.is_empty() && before_[range.before_end - 1] == after_[range.after_end - 1];
         ++tail)
      --range.before_end, --range.after_end;
    if (!range.is_empty()) align_middle(range, depth);
    for (std::size_t i = 0; i < tail; ++i)
      matches_.push_back({range.before_end + i, range.after_end + i});
  }

  void align_middle(const Range& range, int depth) {
    const bool anchors_help = anchored_ && depth < most_anchorings;
    const std::vector<Match> anchors = anchors_help ? anchors_in(range) : std::vector<Match>{};
    if (anchors.empty()) {
      const std::vector<Match> found = Search(before_, after_, range).matches();
      matches_.insert(matches_.end(), found.begin(), found.end());
      return;
    }
    Range rest = range;
    for (const Match& anchor : anchors) {
      align({rest.before, anchor.before, rest.after, anchor.after}, depth + 1);
      matches_.push_back(anchor);
      rest.before = anchor.before + 1;
      rest.after = anchor.after + 1;
    }
    align(rest, depth + 1);
  }

  std::vector<Match> anchors_in(const Range& range) const {
    struct Seen {
      std::size_t before = 0, after = 0, place = 0;
    };
    std::unordered_map<std::size_t, Seen> seen;
    for (std::size_t i = range.before; i < range.before_end; ++i) ++seen[before_[i]].before;
    for (std::size_t i = range.after; i < range.after_end; ++i) {
      const auto found = seen.find(after_[i]);
      if (found == seen.end()) continue;
      ++found->second.after;
      found->second.place = i;
    }
    std::vector<Match> once;
    for (std::size_t i = range.before; i < range.before_end; ++i) {
      const Seen& place = seen.at(before_[i]);
      if (place.before == 1 && place.after == 1) once.push_back({i, place.place});
    }
    return rising(once);
  }

  const Sequence& before_;
  const Sequence& after_;
  bool anchored_;
  std::vector<Match> matches_;
};

}  // namespace

std::vector<Match> shortest_alignment(const Sequence& before, const Sequence& after) {
  return Aligner(before, after, false).run();
}

std::vector<Match> alignment(const Sequence& before, const Sequence& after) {
  return Aligner(before, after, true).run();
}

}  // namespace oneonone
