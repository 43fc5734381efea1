// SPDX-License-Identifier: MIT
// Groups the items of sketches by id and leaves to the parser what is open and its copies.
#include <algorithm>
#include <map>
#include <optional>

#include "text/sketch.hpp"

namespace oneonone {
namespace {

/// One loose copy of an id.
struct Copy {
  std::size_t note = 0;
  const BoxLine* box = nullptr;
};

/// True when the copies (oldest first) surely belong to one item that was closed in the newest.
bool surely_closed(const std::vector<Copy>& copies, const std::vector<Sketch>& sketches) {
  Mark newest = copies.back().box->mark;
  if (newest != Mark::done && newest != Mark::dropped) return false;
  for (std::size_t i = 1; i < copies.size(); ++i) {
    if (!sketches[copies[i].note].certain || !copies[i].box->since) return false;
    if (copies[i].note == copies[i - 1].note) return false;
  }
  return true;
}

bool has(const std::vector<Copy>& copies, Mark mark) {
  return std::ranges::any_of(copies, [mark](const Copy& copy) { return copy.box->mark == mark; });
}

/// Where an id stands: on box lines, and in all notes that hold it.
struct Group {
  std::vector<Copy> copies;
  std::vector<std::size_t> holders;
};

bool needs_parser(const Group& group, const std::vector<Sketch>& sketches) {
  bool wrapped = group.copies.size() < group.holders.size();
  if (wrapped || has(group.copies, Mark::open)) return true;
  return has(group.copies, Mark::carried) && !surely_closed(group.copies, sketches);
}

}  // namespace

ToParse notes_to_parse(const std::vector<Sketch>& sketches) {
  ToParse parse;
  parse.notes.resize(sketches.size());
  std::map<std::string_view, Group> groups;
  for (std::size_t note = 0; note < sketches.size(); ++note) {
    const Sketch& sketch = sketches[note];
    parse.notes[note] = sketch.open;
    if (!sketch.certain) {
      for (const std::string& id : sketch.ids) groups[id].holders.push_back(note);
    }
    for (const BoxLine& box : sketch.boxes) {
      if (!box.id.empty()) groups[box.id].copies.push_back({note, &box});
      if (!box.id.empty() && sketch.certain) groups[box.id].holders.push_back(note);
      if (box.id.empty() && box.mark == Mark::carried) parse.notes[note] = true;
    }
  }
  std::erase_if(groups, [&](const auto& entry) {
    if (!needs_parser(entry.second, sketches)) return false;
    for (std::size_t note : entry.second.holders) parse.notes[note] = true;
    return true;
  });
  auto parsed = [&](std::size_t note) { return parse.notes[note]; };
  for (const auto& [id, group] : groups) {
    bool shown = std::ranges::any_of(group.holders, parsed);
    if (shown && has(group.copies, Mark::carried)) parse.closed.emplace_back(id);
  }
  return parse;
}

}  // namespace oneonone
