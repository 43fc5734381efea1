// SPDX-License-Identifier: MIT
// Groups the items of sketches by id: a group that is surely closed decides nothing.
#include "core/open_items.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

namespace oneonone {
namespace {

/// An item that shows an id.
struct Copy {
  std::uint64_t start = 0;  ///< of the id, as a number: few are longer
  Place place;

  auto operator<=>(const Copy&) const = default;
};

std::uint64_t start_of(std::string_view id) {
  std::uint64_t start = 0;
  for (const char c : id.substr(0, sizeof start))
    start = start << 8U | static_cast<unsigned char>(c);
  return start;
}

/// Finds what decides among the items of sketches.
class Deciding {
 public:
  explicit Deciding(const std::vector<Sketch>& sketches) : sketches_(sketches) {}

  std::vector<Place> places() {
    sort_items();
    for (auto first = named_.begin(); first != named_.end();) {
      const auto last = std::find_if(first, named_.end(), [&](const Copy& one) {
        return one.start != first->start || id_of(one) != id_of(*first);
      });
      if (decides({first, last})) {
        std::transform(first, last, std::back_inserter(places_),
                       [](const Copy& one) { return one.place; });
      }
      first = last;
    }
    std::ranges::sort(places_);
    return std::move(places_);
  }

 private:
  /// All items of one id, oldest first.
  using Group = std::span<const Copy>;

  const SeenItem& item(const Copy& copy) const {
    return sketches_[copy.place.note].items[copy.place.task];
  }
  std::string_view id_of(const Copy& copy) const {
    return sketches_[copy.place.note].id_of(item(copy));
  }

  /// The items without an id that decide are found, those with one are put in order by it.
  void sort_items() {
    std::size_t count = 0;
    for (const Sketch& sketch : sketches_) count += sketch.items.size();
    named_.reserve(count);
    for (std::size_t note = 0; note < sketches_.size(); ++note) {
      for (std::size_t task = 0; task < sketches_[note].items.size(); ++task) {
        const SeenItem& item = sketches_[note].items[task];
        if (!item.id.empty())
          named_.push_back({start_of(sketches_[note].id_of(item)), {note, task}});
        else if (!is_closed(item.mark))
          places_.push_back({note, task});
      }
    }
    std::ranges::sort(named_);
    sort_longer_ids();
  }

  /// Ids that only differ behind their start.
  void sort_longer_ids() {
    for (auto first = named_.begin(); first != named_.end();) {
      const auto last = std::find_if(
          first, named_.end(), [first](const Copy& one) { return one.start != first->start; });
      if (id_of(*first).size() >= sizeof first->start) {
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
      const Place place = copies[i].place;
      if (place.note == copies[i - 1].place.note) return false;
      if (!sketches_[place.note].has_since(item(copies[i]))) return false;
    }
    return true;
  }

  const std::vector<Sketch>& sketches_;
  std::vector<Place> places_;
  std::vector<Copy> named_;
};

}  // namespace

std::vector<ParsedNote> deciding_items(const std::vector<NotePath>& paths,
                                       const std::vector<Sketch>& sketches) {
  const std::vector<Place> places = Deciding(sketches).places();
  std::vector<ParsedNote> notes;
  notes.reserve(std::min(places.size(), sketches.size()));
  for (auto place = places.begin(); place != places.end();) {
    const std::size_t note = place->note;
    const auto next = std::find_if(place, places.end(), [note](Place p) { return p.note != note; });
    notes.push_back({paths[note], Note(""), {}});
    std::vector<Task>& tasks = notes.back().outline.tasks;
    tasks.reserve(static_cast<std::size_t>(next - place));
    for (; place != next; ++place) {
      tasks.push_back(read_seen(sketches[note].items[place->task], sketches[note]));
    }
  }
  return notes;
}

}  // namespace oneonone
