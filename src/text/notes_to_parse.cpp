// SPDX-License-Identifier: MIT
// Groups the items of sketches by id and leaves to the parser what is open and its copies.
#include <algorithm>
#include <span>

#include "text/sketch.hpp"

namespace oneonone {
namespace {

/// One place of an id: a box line, or in a note that is not certain some other line.
struct Holder {
  std::string_view id;
  std::size_t note = 0;
  const BoxLine* box = nullptr;

  bool has(Mark mark) const { return box != nullptr && box->mark == mark; }
};

/// All places of one id, oldest first.
using Group = std::span<const Holder>;

bool has(Group group, Mark mark) {
  return std::ranges::any_of(group, [mark](const Holder& holder) { return holder.has(mark); });
}

/// True when the copies surely belong to one item that was closed in the newest.
bool surely_closed(Group copies, const std::vector<Sketch>& sketches) {
  if (!copies.back().has(Mark::done) && !copies.back().has(Mark::dropped)) return false;
  for (std::size_t i = 1; i < copies.size(); ++i) {
    if (!sketches[copies[i].note].certain || !copies[i].box->since) return false;
    if (copies[i].note == copies[i - 1].note) return false;
  }
  return true;
}

bool needs_parser(Group group, const std::vector<Sketch>& sketches) {
  bool wrapped = std::ranges::any_of(group, [](const Holder& one) { return one.box == nullptr; });
  if (wrapped || has(group, Mark::open)) return true;
  return has(group, Mark::carried) && !surely_closed(group, sketches);
}

void add_holders(const Sketch& sketch, std::size_t note, std::vector<Holder>& holders) {
  for (const BoxLine& box : sketch.boxes) {
    if (!box.id.empty()) holders.push_back({box.id, note, &box});
  }
  if (sketch.certain) return;
  for (const std::string& id : sketch.ids) {
    const auto boxes = std::ranges::count(sketch.boxes, id, &BoxLine::id);
    if (boxes < std::ranges::count(sketch.ids, id)) holders.push_back({id, note, nullptr});
  }
}

std::vector<Group> grouped(std::vector<Holder>& holders) {
  std::ranges::stable_sort(holders, {}, &Holder::id);
  std::vector<Group> groups;
  for (auto first = holders.begin(); first != holders.end();) {
    const auto last = std::find_if(first, holders.end(),
                                   [first](const Holder& one) { return one.id != first->id; });
    groups.emplace_back(first, last);
    first = last;
  }
  return groups;
}

bool is_open_or_orphan(const BoxLine& box) {
  return box.mark == Mark::open || (box.id.empty() && box.mark == Mark::carried);
}

}  // namespace

ToParse notes_to_parse(const std::vector<Sketch>& sketches) {
  ToParse parse;
  std::vector<Holder> holders;
  for (std::size_t note = 0; note < sketches.size(); ++note) {
    parse.notes.push_back(std::ranges::any_of(sketches[note].boxes, is_open_or_orphan));
    add_holders(sketches[note], note, holders);
  }
  std::vector<Group> groups = grouped(holders);
  std::erase_if(groups, [&](Group group) {
    if (!needs_parser(group, sketches)) return false;
    for (const Holder& holder : group) parse.notes[holder.note] = true;
    return true;
  });
  auto parsed = [&](const Holder& holder) { return parse.notes[holder.note]; };
  for (Group group : groups) {
    bool shown = std::ranges::any_of(group, parsed);
    if (shown && has(group, Mark::carried)) parse.closed.emplace_back(group.front().id);
  }
  return parse;
}

}  // namespace oneonone
