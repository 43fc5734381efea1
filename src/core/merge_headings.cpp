// SPDX-License-Identifier: MIT
// Walks each side with the headings above in hand.
#include "core/merge_headings.hpp"

#include <algorithm>

namespace oneonone {
namespace {

bool is_heading(const Thread& thread) {
  return thread.kind == LineKind::other && thread.depth < paragraph_depth;
}

/// One side, and for each of its threads the one of the base that it is.
class Writer {
 public:
  Writer(const Threads& base, const Threads& threads, const std::vector<Match>& matches)
      : threads_(threads), matches_(matches), base_of_(threads.size(), nowhere) {
    kept_.assign(base.size(), false);
    for (const Match& match : matches) {
      base_of_[match.after] = match.before;
      kept_[match.before] = true;
    }
  }

  bool keeps(std::size_t base) const { return kept_[base]; }

  /// The headings of the base below which this side put something.
  std::vector<bool> written_below() const {
    std::vector<bool> found(kept_.size(), false);
    std::vector<std::size_t> above;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      if (is_heading(threads_[i])) {
        while (!above.empty() && threads_[above.back()].depth >= threads_[i].depth) {
          above.pop_back();
        }
        above.push_back(i);
      } else if (base_of_[i] == nowhere && threads_[i].telling) {
        for (const std::size_t heading : above) {
          if (base_of_[heading] != nowhere) found[base_of_[heading]] = true;
        }
      }
    }
    return found;
  }

  /// True when another heading stands where one of the base stood.
  bool replaces(std::size_t base) const {
    const auto after = std::ranges::upper_bound(matches_, base, {}, &Match::before);
    const std::size_t first = after == matches_.begin() ? 0 : (after - 1)->after + 1;
    const std::size_t end = after == matches_.end() ? threads_.size() : after->after;
    return std::any_of(threads_.begin() + static_cast<std::ptrdiff_t>(first),
                       threads_.begin() + static_cast<std::ptrdiff_t>(end), is_heading);
  }

 private:
  const Threads& threads_;
  const std::vector<Match>& matches_;
  std::vector<std::size_t> base_of_;
  std::vector<bool> kept_;
};

void keep_blank_above(const Threads& base, std::size_t i, std::vector<bool>& needed) {
  if (i > 0 && base[i - 1].kind == LineKind::blank) needed[i - 1] = true;
}

void add_needed(const Threads& base, const Writer& writer, const Writer& other,
                std::vector<bool>& needed) {
  const std::vector<bool> written = writer.written_below();
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (!written[i] || other.keeps(i) || other.replaces(i)) continue;
    needed[i] = true;
    keep_blank_above(base, i, needed);
    const auto next =
        std::find_if(base.begin() + static_cast<std::ptrdiff_t>(i) + 1, base.end(), is_heading);
    if (next != base.end()) {
      keep_blank_above(base, static_cast<std::size_t>(next - base.begin()), needed);
    }
  }
}

}  // namespace

std::vector<bool> needed_headings(const Strand& strand) {
  const Threads& base = strand.versions.base;
  const Writer ours(base, strand.versions.ours, strand.in_ours);
  const Writer theirs(base, strand.versions.theirs, strand.in_theirs);
  std::vector<bool> needed(base.size(), false);
  add_needed(base, ours, theirs, needed);
  add_needed(base, theirs, ours, needed);
  return needed;
}

}  // namespace oneonone
