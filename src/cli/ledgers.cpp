// SPDX-License-Identifier: MIT
// One scan for sketches, then a parser for the notes that the answer rests on.
#include "cli/ledgers.hpp"

#include <algorithm>

#include "text/boxes.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

struct Scanned {
  std::vector<NotePath> paths;
  std::vector<Sketch> sketches;
  std::vector<std::string> bytes;  ///< of the notes that `keep` chose, else empty
  std::vector<char> kept;
};

using Keep = bool (*)(const Sketch&);

Scanned scan(Session& session, const Person& person, Tree tree, const Reading& reading, Keep keep) {
  Scanned scanned;
  scanned.paths = session.notebook().notes(person.folder, tree);
  std::size_t count = scanned.paths.size();
  scanned.sketches.resize(count);
  scanned.bytes.resize(count);
  scanned.kept.resize(count);
  auto visit = [&](std::size_t index, std::string_view bytes) {
    scanned.sketches[index] = sketch_note(bytes, reading);
    if (!keep(scanned.sketches[index])) return;
    scanned.bytes[index] = bytes;
    scanned.kept[index] = 1;
  };
  for (Unread& file : session.notebook().scan(scanned.paths, visit)) {
    session.unread(std::move(file));
  }
  return scanned;
}

bool keep_open(const Sketch& sketch) {
  return sketch.open;
}
bool keep_all(const Sketch&) {
  return true;
}
bool keep_none(const Sketch&) {
  return false;
}

void add_ids(const Scanned& scanned, IdSet& ids) {
  for (const Sketch& sketch : scanned.sketches) ids.insert(sketch.ids.begin(), sketch.ids.end());
}

/// The two people, whatever the folder is called: one repository may stand here under two names.
std::string pair_of(const Person& person) {
  std::vector<std::string> people = person.people;
  std::ranges::sort(people);
  std::string pair;
  for (const std::string& handle : people) pair += handle + " ";
  return pair;
}

}  // namespace

Ledger Ledgers::load(const Person& person, Tree tree, Depth depth) {
  Reading reading = reading_of(person, session_.notebook().config());
  Scanned scanned =
      scan(session_, person, tree, reading, depth == Depth::all ? keep_all : keep_open);
  IdSet taken;
  if (tree == Tree::own && !scanned.paths.empty()) taken = ids(person, Tree::shared);
  add_ids(scanned, taken);
  ToParse needed = notes_to_parse(scanned.sketches);
  std::vector<ParsedNote> notes;
  for (std::size_t i = 0; i < scanned.paths.size(); ++i) {
    if (needed.notes[i] && scanned.kept[i] == 0) {
      auto bytes = session_.notebook().read(scanned.paths[i].path());
      if (!bytes) continue;
      scanned.bytes[i] = std::move(*bytes);
      scanned.kept[i] = 1;
    }
    if (scanned.kept[i] == 0) continue;
    notes.push_back(parse_note(scanned.paths[i], std::move(scanned.bytes[i]), reading));
  }
  auto elsewhere = [this, tree, person, closed = std::move(needed.closed)](std::string_view id) {
    if (std::ranges::binary_search(closed, id)) return true;
    return tree == Tree::shared && stands_elsewhere(id, person);
  };
  return {person, std::move(notes), std::move(taken), elsewhere};
}

IdSet Ledgers::ids(const Person& person, Tree tree) {
  Reading reading = reading_of(person, session_.notebook().config());
  IdSet ids;
  add_ids(scan(session_, person, tree, reading, keep_none), ids);
  return ids;
}

bool Ledgers::stands_elsewhere(std::string_view id, const Person& person) {
  if (!holders_) {
    holders_.emplace();
    for (const Person& other : session_.notebook().everyone()) {
      for (const std::string& held : ids(other, Tree::shared)) {
        (*holders_)[held].insert(pair_of(other));
      }
    }
  }
  auto holders = holders_->find(id);
  if (holders == holders_->end()) return false;
  return holders->second.size() > (holders->second.contains(pair_of(person)) ? 1U : 0U);
}

}  // namespace oneonone
