// SPDX-License-Identifier: MIT
// Groups the items of sketches by id: a group that is surely closed decides nothing.
#include "core/open_items.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

namespace oneonone {
namespace {

struct Copy {
  std::string_view id;
  Place place;
  const SeenItem* item = nullptr;
  std::uint64_t start = 0;  ///< of the id, as a number: most comparisons need no more

  bool operator<(const Copy& other) const {
    if (start != other.start) return start < other.start;
    if (id != other.id) return id < other.id;
    return place < other.place;
  }
};

std::uint64_t start_of(std::string_view id) {
  std::uint64_t start = 0;
  for (const char c : id.substr(0, sizeof start))
    start = start << 8U | static_cast<unsigned char>(c);
  return start;
}

/// All items of one id, oldest first.
using Group = std::span<const Copy>;

bool has(Group group, Mark mark) {
  return std::ranges::any_of(group, [mark](const Copy& copy) { return copy.item->mark == mark; });
}

/// True when the copies surely belong to one item that was closed in the newest.
bool surely_closed(Group copies) {
  if (!is_closed(copies.back().item->mark)) return false;
  for (std::size_t i = 1; i < copies.size(); ++i) {
    if (!copies[i].item->since || copies[i].place.note == copies[i - 1].place.note) return false;
  }
  return true;
}

bool decides(Group group) {
  return has(group, Mark::open) || (has(group, Mark::carried) && !surely_closed(group));
}

/// The items without an id that decide, and those with one, by id.
struct Sorted {
  std::vector<Place> nameless;
  std::vector<Copy> named;
};

Sorted sorted(const std::vector<Sketch>& sketches) {
  Sorted items;
  for (std::size_t note = 0; note < sketches.size(); ++note) {
    for (std::size_t task = 0; task < sketches[note].items.size(); ++task) {
      const SeenItem& item = sketches[note].items[task];
      if (!item.id.empty())
        items.named.push_back({item.id, {note, task}, &item, start_of(item.id)});
      else if (!is_closed(item.mark))
        items.nameless.push_back({note, task});
    }
  }
  std::sort(items.named.begin(), items.named.end());
  return items;
}

std::vector<Place> deciding_places(const std::vector<Sketch>& sketches) {
  auto [places, named] = sorted(sketches);
  for (auto first = named.begin(); first != named.end();) {
    const auto last =
        std::find_if(first, named.end(), [first](const Copy& one) { return one.id != first->id; });
    if (decides({first, last})) {
      std::transform(first, last, std::back_inserter(places), [](auto& one) { return one.place; });
    }
    first = last;
  }
  std::ranges::sort(places);
  return places;
}

}  // namespace

std::vector<ParsedNote> deciding_items(const std::vector<NotePath>& paths,
                                       const std::vector<Sketch>& sketches) {
  const std::vector<Place> places = deciding_places(sketches);
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
