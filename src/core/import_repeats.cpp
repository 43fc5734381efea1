// SPDX-License-Identifier: MIT
// Groups the items of a ledger by their words and links those that went on.
#include "core/import_repeats.hpp"

#include <map>
#include <tuple>
#include <utility>

#include "unicode.hpp"

namespace oneonone {
namespace {

/// One item in all the notes where it stands, oldest first.
using Line = std::vector<const Chain*>;

Place place_of(const Chain& chain) {
  return chain.copies.front();
}

/// Copies by hand, each a chain of its own as long as nothing links them.
std::vector<Line> lines_of(const Ledger& ledger) {
  std::map<std::tuple<Role, std::string, std::string>, Line> open;
  std::vector<Line> lines;
  for (const Chain& chain : ledger.chains()) {
    const Item& item = ledger.shown(chain).item();
    if (!item.id.empty() || item.words.empty()) continue;
    Line& line =
        open[{chain.role, ledger.person().canonical(item.owner), unicode::fold(item.words)}];
    if (!line.empty() && place_of(*line.back()).note == place_of(chain).note) continue;
    line.push_back(&chain);
    if (is_closed(item.mark)) lines.push_back(std::exchange(line, {}));
  }
  for (auto& [words, line] : open) lines.push_back(std::move(line));
  return lines;
}

}  // namespace

Repeats find_repeats(const Ledger& ledger) {
  Repeats repeats;
  repeats.topics.resize(ledger.notes().size());
  repeats.promises.resize(ledger.notes().size());
  for (const Line& line : lines_of(ledger)) {
    if (line.size() < 2) continue;
    const std::string& id = line.front()->id;
    const auto birth = ledger.since(*line.front());
    for (const Chain* chain : line) {
      const Place place = place_of(*chain);
      const Task& task = ledger.task(place);
      std::vector<Edit>& edits = repeats.edits[place.note];
      ItemEdit edit(ledger.note(place).note, task.text);
      if (chain != line.front() && birth && !task.item().since) {
        edit.put(TokenKey::since, *birth);
      }
      edit.set_id(id);
      for (Edit& one : edit.edits()) edits.push_back(std::move(one));
      if (chain == line.back() || task.item().mark != Mark::open) continue;
      edits.push_back(set_mark(task, '>'));
      ++(chain->role == Role::talking_point ? repeats.topics : repeats.promises)[place.note];
    }
  }
  return repeats;
}

}  // namespace oneonone
