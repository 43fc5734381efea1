// SPDX-License-Identifier: MIT
// One scan for sketches, then a parser for the notes that the answer rests on.
#include "cli/ledgers.hpp"

#include <algorithm>

#include "error.hpp"
#include "text/records.hpp"
#include "text/sketch.hpp"

namespace oneonone {
namespace {

struct Scanned {
  std::vector<NotePath> paths;
  std::vector<Sketch> sketches;
  std::vector<std::optional<ParsedNote>> parsed;  ///< those that `keep` chose
};

using Keep = bool (*)(const Sketch&);

void scan_files(Session& session, const std::vector<NotePath>& paths, const Files::Visit& visit) {
  for (Unread& file : session.notebook().scan(paths, visit)) session.unread(std::move(file));
}

/// Sketches all notes and parses those that are kept, in the scan's threads.
Scanned scan(Session& session, const Person& person, Tree tree, const Reading& reading, Keep keep) {
  Scanned scanned;
  scanned.paths = session.notebook().notes(person.folder, tree);
  scanned.sketches.resize(scanned.paths.size());
  scanned.parsed.resize(scanned.paths.size());
  scan_files(session, scanned.paths, [&](std::size_t index, std::string_view bytes) {
    scanned.sketches[index] = sketch_note(bytes, reading);
    if (!keep(scanned.sketches[index])) return;
    scanned.parsed[index] = parse_note(scanned.paths[index], std::string(bytes), reading);
  });
  return scanned;
}

/// Parses those of the notes that are needed and were not kept.
void parse_rest(Session& session, const std::vector<bool>& needed, const Reading& reading,
                Scanned& scanned) {
  std::vector<NotePath> paths;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < scanned.paths.size(); ++i) {
    if (!needed[i] || scanned.parsed[i]) continue;
    paths.push_back(scanned.paths[i]);
    places.push_back(i);
  }
  scan_files(session, paths, [&](std::size_t index, std::string_view bytes) {
    scanned.parsed[places[index]] = parse_note(paths[index], std::string(bytes), reading);
  });
}

std::vector<ParsedNote> taken_from(Scanned& scanned) {
  std::vector<ParsedNote> notes;
  for (std::optional<ParsedNote>& parsed : scanned.parsed) {
    if (parsed) notes.push_back(std::move(*parsed));
  }
  return notes;
}

bool keep_open(const Sketch& sketch) {
  return sketch.open;
}
bool keep_all(const Sketch&) {
  return true;
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
  add_goal_ids(person, tree, taken);
  ToParse needed = notes_to_parse(scanned.sketches);
  parse_rest(session_, needed.notes, reading, scanned);
  auto elsewhere = [this, tree, person, closed = std::move(needed.closed)](std::string_view id) {
    if (std::ranges::binary_search(closed, id)) return true;
    return tree == Tree::shared && stands_elsewhere(id, person);
  };
  return {person, taken_from(scanned), std::move(taken), elsewhere};
}

Ledger Ledgers::since(const Person& person, Tree tree, Date first) {
  Scanned scanned;
  scanned.paths = session_.notebook().notes(person.folder, tree);
  std::erase_if(scanned.paths,
                [first](const NotePath& path) { return path.date && *path.date < first; });
  scanned.parsed.resize(scanned.paths.size());
  std::vector<bool> all(scanned.paths.size(), true);
  parse_rest(session_, all, reading_of(person, session_.notebook().config()), scanned);
  return {person, taken_from(scanned), {}, [](std::string_view) { return true; }};
}

IdSet Ledgers::ids(const Person& person, Tree tree) {
  const std::vector<NotePath> paths = session_.notebook().notes(person.folder, tree);
  std::vector<std::vector<std::string>> found(paths.size());
  scan_files(session_, paths, [&found](std::size_t index, std::string_view bytes) {
    found[index] = ids_of_note(bytes);
  });
  IdSet ids;
  for (const std::vector<std::string>& in_note : found) ids.insert(in_note.begin(), in_note.end());
  add_goal_ids(person, tree, ids);
  return ids;
}

void Ledgers::add_goal_ids(const Person& person, Tree tree, IdSet& ids) {
  const std::string path = NotePath::make(tree, person.folder, "goals.md").path();
  try {
    const auto goals = session_.notebook().read(path);
    if (!goals) return;
    const std::vector<std::string> found = ids_of_note(*goals);
    ids.insert(found.begin(), found.end());
  } catch (const Error& error) {
    session_.unread({path, error.message});
  }
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
