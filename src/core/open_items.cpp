// SPDX-License-Identifier: MIT
// Groups the items of sketches by id: a group that is surely closed decides nothing.
#include "core/open_items.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace oneonone {
namespace {

/// An item of some sketches: which, and its index.
struct Seen {
  std::uint32_t sketches = 0, item = 0;
  auto operator<=>(const Seen&) const = default;
};

constexpr std::uint32_t none = UINT32_MAX;

/// An item that shows an id, and the next newer one that shows the same.
struct Copy {
  Seen seen;
  std::uint32_t newer = none;
};

/// All items of one id.
struct Group {
  std::uint64_t start = 0;  ///< of the id, as a number: few are longer
  std::uint32_t oldest = none, newest = none;
  bool has_open = false, has_carried = false;
};

/// Finds what decides among the items of sketches. Groups are found by a hash table with open
/// addressing, at most half full.
class Deciding {
 public:
  explicit Deciding(const std::vector<Sketches>& sketches) : sketches_(sketches) {}

  /// In the order of the notes.
  std::vector<Seen> items() {
    make_room();
    for (std::uint32_t i = 0; i < sketches_.size(); ++i) add_items(i);
    for (const Group& group : groups_) {
      if (!decides(group)) continue;
      for (std::uint32_t at = group.oldest; at != none; at = copies_[at].newer)
        found_.push_back(copies_[at].seen);
    }
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  const SeenItem& item(Seen seen) const { return sketches_[seen.sketches].items[seen.item]; }
  std::string_view id_of(Seen seen) const { return sketches_[seen.sketches].id_of(item(seen)); }

  void make_room() {
    std::size_t count = 0;
    for (const Sketches& some : sketches_) count += some.items.size();
    copies_.reserve(count);
    groups_.reserve(count);
    slots_.resize(std::bit_ceil(2 * count + 1), none);
  }

  /// The items without an id that decide are found, those with one are put into groups.
  void add_items(std::uint32_t index) {
    const Sketches& some = sketches_[index];
    for (Seen seen{index, 0}; seen.item < some.items.size(); ++seen.item) {
      const SeenItem& item = some.items[seen.item];
      if (!item.id.empty())
        add_copy(seen, item.mark);
      else if (!is_closed(item.mark))
        found_.push_back(seen);
    }
  }

  void add_copy(Seen seen, Mark mark) {
    const auto copy = static_cast<std::uint32_t>(copies_.size());
    copies_.push_back({seen});
    Group& group = group_of(seen);
    if (group.oldest == none)
      group.oldest = copy;
    else
      copies_[group.newest].newer = copy;
    group.newest = copy;
    group.has_open |= mark == Mark::open;
    group.has_carried |= mark == Mark::carried;
  }

  Group& group_of(Seen seen) {
    const std::string_view id = id_of(seen);
    const std::uint64_t start = start_of(id);
    std::size_t slot = hash_of(id, start) & (slots_.size() - 1);
    for (; slots_[slot] != none; slot = (slot + 1) & (slots_.size() - 1)) {
      Group& group = groups_[slots_[slot]];
      if (group.start != start) continue;
      if (is_whole(start) || id_of(copies_[group.oldest].seen) == id) return group;
    }
    slots_[slot] = static_cast<std::uint32_t>(groups_.size());
    return groups_.emplace_back(Group{start});
  }

  bool decides(const Group& group) const {
    return group.has_open || (group.has_carried && !is_surely_closed(group));
  }

  /// True when the copies surely belong to one item that was closed in the newest.
  bool is_surely_closed(const Group& group) const {
    if (!is_closed(item(copies_[group.newest].seen).mark)) return false;
    for (std::uint32_t at = group.oldest; copies_[at].newer != none; at = copies_[at].newer) {
      const Seen older = copies_[at].seen;
      const Seen newer = copies_[copies_[at].newer].seen;
      if (item(older).note == item(newer).note) return false;
      if (!sketches_[newer.sketches].has_since(item(newer))) return false;
    }
    return true;
  }

  const std::vector<Sketches>& sketches_;
  std::vector<Seen> found_;
  std::vector<Copy> copies_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> slots_;  ///< of groups
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
