// SPDX-License-Identifier: MIT
// Groups the items of sketches by id: a group that is surely closed decides nothing.
#include "core/open_items.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

namespace oneonone {
namespace {

/// An item of some sketches: which, and its index.
struct Seen {
  std::uint32_t sketches = 0, item = 0;
  auto operator<=>(const Seen&) const = default;
};

/// An item that shows an id.
struct Copy {
  std::uint64_t start = 0;  ///< of the id, as a number: few are longer
  Seen seen;

  auto operator<=>(const Copy&) const = default;
};

/// Finds what decides among the items of sketches.
class Deciding {
 public:
  explicit Deciding(const std::vector<Sketches>& sketches) : sketches_(sketches) {}

  /// In the order of the notes.
  std::vector<Seen> items() {
    sort_items();
    for (auto first = named_.begin(); first != named_.end();) {
      const auto last = std::find_if(first, named_.end(),
                                     [&](const Copy& one) { return !has_id_of(one, *first); });
      if (decides({first, last})) {
        std::transform(first, last, std::back_inserter(found_),
                       [](const Copy& one) { return one.seen; });
      }
      first = last;
    }
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  /// All items of one id, oldest first.
  using Group = std::span<const Copy>;

  const SeenItem& item(const Copy& copy) const {
    return sketches_[copy.seen.sketches].items[copy.seen.item];
  }
  std::string_view id_of(const Copy& copy) const {
    return sketches_[copy.seen.sketches].id_of(item(copy));
  }

  bool has_id_of(const Copy& one, const Copy& other) const {
    return one.start == other.start && (is_whole(one.start) || id_of(one) == id_of(other));
  }

  /// The items without an id that decide are found, those with one are put in order by it.
  void sort_items() {
    std::size_t count = 0;
    for (const Sketches& some : sketches_) count += some.items.size();
    named_.reserve(count);
    for (std::uint32_t i = 0; i < sketches_.size(); ++i) add_items(i);
    std::ranges::sort(named_);
    sort_longer_ids();
  }

  void add_items(std::uint32_t index) {
    const Sketches& some = sketches_[index];
    for (Seen seen{index, 0}; seen.item < some.items.size(); ++seen.item) {
      const SeenItem& item = some.items[seen.item];
      if (!item.id.empty())
        named_.push_back({start_of(some.id_of(item)), seen});
      else if (!is_closed(item.mark))
        found_.push_back(seen);
    }
  }

  /// Ids that only differ behind their start.
  void sort_longer_ids() {
    for (auto first = named_.begin(); first != named_.end();) {
      const auto last = std::find_if(
          first, named_.end(), [first](const Copy& one) { return one.start != first->start; });
      if (!is_whole(first->start)) {
        std::stable_sort(first, last,
                         [this](const Copy& a, const Copy& b) { return id_of(a) < id_of(b); });
      }
      first = last;
    }
  }

  bool has(Group group, Mark mark) const {
    return std::ranges::any_of(group, [&](const Copy& copy) { return item(copy).mark == mark; });
  }

  bool decides(Group group) const {
    return has(group, Mark::open) || (has(group, Mark::carried) && !surely_closed(group));
  }

  /// True when the copies surely belong to one item that was closed in the newest.
  bool surely_closed(Group copies) const {
    if (!is_closed(item(copies.back()).mark)) return false;
    for (std::size_t i = 1; i < copies.size(); ++i) {
      if (item(copies[i]).note == item(copies[i - 1]).note) return false;
      if (!sketches_[copies[i].seen.sketches].has_since(item(copies[i]))) return false;
    }
    return true;
  }

  const std::vector<Sketches>& sketches_;
  std::vector<Seen> found_;
  std::vector<Copy> named_;
};

}  // namespace

std::vector<ParsedNote> deciding_items(const std::vector<NotePath>& paths,
                                       const std::vector<Sketches>& sketches) {
  const std::vector<Seen> items = Deciding(sketches).items();
  std::vector<ParsedNote> notes;
  notes.reserve(std::min(items.size(), paths.size()));
  for (auto seen = items.begin(); seen != items.end();) {
    const Sketches& some = sketches[seen->sketches];
    const Offset note = some.items[seen->item].note;
    const auto next = std::find_if(seen, items.end(), [&](const Seen& other) {
      return sketches[other.sketches].items[other.item].note != note;
    });
    notes.push_back({paths[note], Note(""), {}});
    std::vector<Task>& tasks = notes.back().outline.tasks;
    tasks.reserve(static_cast<std::size_t>(next - seen));
    for (; seen != next; ++seen) read_seen(some.items[seen->item], some, tasks.emplace_back());
  }
  return notes;
}

}  // namespace oneonone
