// SPDX-License-Identifier: MIT
// Walks the base; between two threads that stay it joins what the sides put in.
#include "core/merge_weave.hpp"

#include <algorithm>
#include <limits>

#include "core/merge_headings.hpp"

namespace oneonone {
namespace {

Sequence numbers_of(const Threads& threads) {
  Sequence numbers;
  for (const Thread& thread : threads) numbers.push_back(thread.number);
  return numbers;
}

/// A thread that a side put in, behind so many threads of the base.
struct Insertion {
  std::size_t gap = 0;
  Thread thread;
};

using Insertions = std::vector<Insertion>;

bool is_text(const Thread& thread) {
  return thread.kind == LineKind::words || thread.kind == LineKind::other;
}

/// What both sides put in: telling lines and items that are equal, and the equal threads around
/// them.
class Common {
 public:
  Common(const Insertions& ours, const Insertions& theirs) : ours_(ours), theirs_(theirs) {}

  std::vector<Match> run() {
    if (are_all_equal()) return all();
    std::vector<std::size_t> places_ours;
    std::vector<std::size_t> places_theirs;
    const Sequence before = telling(ours_, places_ours);
    const Sequence after = telling(theirs_, places_theirs);
    for (const Match& match : alignment(before, after)) {
      const Match place{places_ours[match.before], places_theirs[match.after]};
      extend_up_to(place);
      found_.push_back(place);
    }
    extend_up_to({ours_.size(), theirs_.size()});
    return std::move(found_);
  }

 private:
  static Sequence telling(const Insertions& side, std::vector<std::size_t>& places) {
    Sequence numbers;
    for (std::size_t i = 0; i < side.size(); ++i) {
      if (!side[i].thread.telling) continue;
      numbers.push_back(side[i].thread.number);
      places.push_back(i);
    }
    return numbers;
  }

  bool are_all_equal() const {
    return std::ranges::equal(
        ours_, theirs_, {}, [](const Insertion& one) { return one.thread.number; },
        [](const Insertion& one) { return one.thread.number; });
  }

  std::vector<Match> all() const {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < ours_.size(); ++i) matches.push_back({i, i});
    return matches;
  }

  bool are_equal(std::size_t ours, std::size_t theirs) const {
    return ours_[ours].thread.number == theirs_[theirs].thread.number;
  }

  /// Takes the equal threads behind the last match and before `next`.
  void extend_up_to(const Match& next) {
    Match from{0, 0};
    if (!found_.empty()) from = {found_.back().before + 1, found_.back().after + 1};
    const bool behind = !found_.empty();
    while (behind && from.before < next.before && from.after < next.after &&
           are_equal(from.before, from.after)) {
      found_.push_back(from);
      ++from.before, ++from.after;
    }
    if (from.before < next.before && from.after < next.after) give_blanks_back(from);
    if (next.before == ours_.size() || next.after == theirs_.size()) return;
    std::size_t count = 0;
    while (next.before - count > from.before && next.after - count > from.after &&
           are_equal(next.before - count - 1, next.after - count - 1)) {
      ++count;
    }
    for (; count > 0; --count) found_.push_back({next.before - count, next.after - count});
  }

  /// Where the sides go on with something else, a blank line belongs to what follows it in each.
  void give_blanks_back(Match& from) {
    while (!found_.empty() && ours_[found_.back().before].thread.kind == LineKind::blank &&
           found_.back().before + 1 == from.before && found_.back().after + 1 == from.after) {
      from = found_.back();
      found_.pop_back();
    }
  }

  const Insertions& ours_;
  const Insertions& theirs_;
  std::vector<Match> found_;
};

class Weaver {
 public:
  Weaver(const Strand& strand, const Stands& stands)
      : strand_(strand), stands_(stands), needed_(needed_headings(strand)) {
    kept_ours_ = kept(strand.in_ours);
    kept_theirs_ = kept(strand.in_theirs);
    put_in_ours_ = put_in(Version::ours, strand.in_ours);
    put_in_theirs_ = put_in(Version::theirs, strand.in_theirs);
  }

  std::vector<Woven> run() {
    const Threads& base = strand_.versions.base;
    for (std::size_t i = 0; i <= base.size(); ++i) {
      take(put_in_ours_, next_ours_, i, ours_);
      take(put_in_theirs_, next_theirs_, i, theirs_);
      if (i < base.size() && !stays(i)) {
        gone_.push_back(i);
        continue;
      }
      flush();
      if (i < base.size() && !is_second_blank(i)) put(base[i]);
    }
    return std::move(woven_);
  }

 private:
  std::vector<bool> kept(const std::vector<Match>& matches) const {
    std::vector<bool> kept(strand_.versions.base.size(), false);
    for (const Match& match : matches) kept[match.before] = true;
    return kept;
  }

  Insertions put_in(Version version, const std::vector<Match>& matches) const {
    const Threads& threads = strand_.versions[version];
    Insertions insertions;
    std::size_t gap = 0;
    auto match = matches.begin();
    for (std::size_t i = 0; i < threads.size(); ++i) {
      if (match != matches.end() && match->after == i) {
        gap = match->before + 1;
        ++match;
      } else if (threads[i].kind != LineKind::item || stands_(version, threads[i].number)) {
        insertions.push_back({gap, threads[i]});
      }
    }
    return insertions;
  }

  static void take(const Insertions& from, std::size_t& next, std::size_t gap, Insertions& into) {
    for (; next < from.size() && from[next].gap <= gap; ++next) into.push_back(from[next]);
  }

  bool stays(std::size_t i) const {
    const Thread& thread = strand_.versions.base[i];
    if (thread.kind == LineKind::item) return stands_(Version::base, thread.number);
    return (kept_ours_[i] && kept_theirs_[i]) || needed_[i];
  }

  /// The blank line above a heading that stays is there already when another one stayed.
  bool is_second_blank(std::size_t i) const {
    return needed_[i] && below_blank_ && strand_.versions.base[i].kind == LineKind::blank;
  }

  void put(const Thread& thread) {
    woven_.push_back({Choice::both, thread.number});
    below_blank_ = thread.kind == LineKind::blank;
  }

  /// Ends a run of threads that went.
  void flush() {
    const std::vector<Match> common = Common(ours_, theirs_).run();
    if (is_conflict(common))
      conflict();
    else
      join(common);
    ours_.clear();
    theirs_.clear();
    gone_.clear();
  }

  /// Both sides replaced a line of words, each by words that the other does not have.
  bool is_conflict(const std::vector<Match>& common) const {
    const bool replaced = std::ranges::any_of(gone_, [&](std::size_t i) {
      return is_text(strand_.versions.base[i]) && !kept_ours_[i] && !kept_theirs_[i];
    });
    if (!replaced || ours_.empty() || theirs_.empty()) return false;
    std::vector<std::size_t> known_ours;
    std::vector<std::size_t> known_theirs;
    for (const Match& match : common) {
      known_ours.push_back(match.before);
      known_theirs.push_back(match.after);
    }
    return has_more(ours_, known_ours) && has_more(theirs_, known_theirs);
  }

  /// True when the lines before the first item hold words besides those known.
  static bool has_more(const Insertions& side, const std::vector<std::size_t>& known) {
    for (std::size_t i = 0; i < lines_before_item(side); ++i)
      if (is_text(side[i].thread) && !std::ranges::binary_search(known, i)) return true;
    return false;
  }

  static std::size_t lines_before_item(const Insertions& side) {
    const auto item = std::ranges::find_if(
        side, [](const Insertion& insertion) { return insertion.thread.kind == LineKind::item; });
    return static_cast<std::size_t>(item - side.begin());
  }

  void conflict() {
    std::size_t end_ours = lines_before_item(ours_);
    std::size_t end_theirs = lines_before_item(theirs_);
    std::size_t same = 0;
    const auto equal = [&](std::size_t a, std::size_t b) {
      return ours_[a].thread.number == theirs_[b].thread.number;
    };
    while (same < std::min(end_ours, end_theirs) && equal(same, same)) put(ours_[same++].thread);
    std::size_t tail = 0;
    while (tail < std::min(end_ours, end_theirs) - same &&
           equal(end_ours - 1 - tail, end_theirs - 1 - tail))
      ++tail;
    for (std::size_t i = same; i < end_ours - tail; ++i)
      woven_.push_back({Choice::ours, ours_[i].thread.number});
    for (std::size_t i = same; i < end_theirs - tail; ++i)
      woven_.push_back({Choice::theirs, theirs_[i].thread.number});
    for (std::size_t i = end_ours - tail; i < end_ours; ++i) put(ours_[i].thread);
    ours_.erase(ours_.begin(), ours_.begin() + static_cast<std::ptrdiff_t>(end_ours));
    theirs_.erase(theirs_.begin(), theirs_.begin() + static_cast<std::ptrdiff_t>(end_theirs));
    join(Common(ours_, theirs_).run());
  }

  void join(const std::vector<Match>& common) {
    Match from{0, 0};
    for (const Match& match : common) {
      interleave(from, match);
      put(ours_[match.before].thread);
      from = {match.before + 1, match.after + 1};
    }
    interleave(from, {ours_.size(), theirs_.size()});
  }

  /// Both sides' threads by the place where they were put in.
  void interleave(Match from, const Match& end) {
    while (from.before < end.before || from.after < end.after) {
      std::size_t gap = std::numeric_limits<std::size_t>::max();
      if (from.before < end.before) gap = ours_[from.before].gap;
      if (from.after < end.after) gap = std::min(gap, theirs_[from.after].gap);
      Threads mine;
      Threads other;
      while (from.before < end.before && ours_[from.before].gap == gap)
        mine.push_back(ours_[from.before++].thread);
      while (from.after < end.after && theirs_[from.after].gap == gap)
        other.push_back(theirs_[from.after++].thread);
      put_deeper_first(mine, depths(mine, gap), other, depths(other, gap));
    }
  }

  /// A blank line belongs to what follows; words right below words go on with them.
  std::vector<int> depths(const Threads& threads, std::size_t gap) const {
    constexpr int with_what_is_above = std::numeric_limits<int>::max();
    std::vector<int> depths(threads.size(), with_what_is_above);
    for (std::size_t i = threads.size(); i-- > 0;) {
      if (threads[i].kind != LineKind::blank) depths[i] = threads[i].depth;
      if (threads[i].kind == LineKind::blank && i + 1 < threads.size()) depths[i] = depths[i + 1];
    }
    const bool goes_on = gap > 0 && !threads.empty() && threads[0].kind == LineKind::words &&
                         strand_.versions.base[gap - 1].kind == LineKind::words;
    if (goes_on) depths[0] = with_what_is_above;
    return depths;
  }

  /// Both lists hold blocks, each deeper than the next; so does the result.
  void put_deeper_first(const Threads& mine, const std::vector<int>& my_depths,
                        const Threads& other, const std::vector<int>& other_depths) {
    std::size_t i = 0;
    std::size_t j = 0;
    const auto put_block = [this](const Threads& threads, const std::vector<int>& depths,
                                  std::size_t& at) {
      const int depth = depths[at];
      do put(threads[at++]);
      while (at < threads.size() && depths[at] > depth);
    };
    while (i < mine.size() || j < other.size()) {
      const bool is_mine =
          j == other.size() || (i < mine.size() && my_depths[i] >= other_depths[j]);
      if (is_mine)
        put_block(mine, my_depths, i);
      else
        put_block(other, other_depths, j);
    }
  }

  const Strand& strand_;
  const Stands& stands_;
  std::vector<bool> needed_, kept_ours_, kept_theirs_;
  Insertions put_in_ours_, put_in_theirs_;
  std::size_t next_ours_ = 0, next_theirs_ = 0;
  Insertions ours_, theirs_;       ///< put in since the last thread that stayed
  std::vector<std::size_t> gone_;  ///< threads of the base that went since then
  std::vector<Woven> woven_;
  bool below_blank_ = false;
};

}  // namespace

Strand strand_of(Three<Threads> versions) {
  const Sequence base = numbers_of(versions.base);
  std::vector<Match> ours = alignment(base, numbers_of(versions.ours));
  std::vector<Match> theirs = alignment(base, numbers_of(versions.theirs));
  return {std::move(versions), std::move(ours), std::move(theirs)};
}

std::vector<Woven> weave(const Strand& strand, const Stands& stands) {
  return Weaver(strand, stands).run();
}

}  // namespace oneonone
