// SPDX-License-Identifier: MIT
// One scan: for sketches of all notes, or with a parser.
#include "cli/ledgers.hpp"

#include <algorithm>
#include <memory>

#include "core/open_items.hpp"
#include "error.hpp"
#include "text/records.hpp"
#include "text/sketch.hpp"

namespace oneonone {
namespace {

void scan_files(Session& session, const std::vector<NotePath>& paths, const Files::Visit& visit) {
  for (Unread& file : session.notebook().scan(paths, visit)) session.unread(std::move(file));
}

std::vector<ParsedNote> parse_all(Session& session, const std::vector<NotePath>& paths,
                                  const Reading& reading) {
  std::vector<std::optional<ParsedNote>> parsed(paths.size());
  scan_files(session, paths, [&](std::size_t index, std::string_view bytes) {
    parsed[index] = parse_note(paths[index], std::string(bytes), reading);
  });
  std::vector<ParsedNote> notes;
  for (std::optional<ParsedNote>& note : parsed) {
    if (note) notes.push_back(std::move(*note));
  }
  return notes;
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
  std::optional<Ledger> ledger;
  if (depth == Depth::open) {
    load_open({person}, tree, [&](std::size_t, Ledger loaded) { ledger = std::move(loaded); });
    return std::move(*ledger);
  }
  const std::vector<NotePath> paths = session_.notebook().notes(person.folder, tree);
  std::vector<ParsedNote> notes =
      parse_all(session_, paths, reading_of(person, session_.notebook().config()));
  IdSet taken = ids_around(person, tree, paths);
  for (const ParsedNote& note : notes) {
    taken.merge(IdSet(ids_of_note(note.note.bytes())));
  }
  return {person, std::move(notes), std::move(taken), elsewhere(person, tree)};
}

void Ledgers::load_open(const std::vector<Person>& people, Tree tree, const UseLedger& use,
                        const UseNotes& begin) {
  std::size_t next = 0;
  std::vector<std::vector<Unread>> unread(people.size());
  session_.notebook().scan_batches([&]() -> std::optional<Notebook::Batch> {
    if (next == people.size()) return std::nullopt;
    const std::size_t index = next++;
    auto notes = std::make_shared<Sketching>(sketching(people[index], tree));
    if (begin) begin(index, notes->paths);
    auto visit = [notes](std::size_t note, std::string_view bytes) {
      notes->sketches[note / Files::block_size].add(note, bytes, notes->reading);
    };
    // What needs nobody else's notes needs no turn either.
    auto waiting = std::make_shared<std::optional<Ledger>>();
    auto join = [&, notes, waiting, index] {
      Ledger ledger = notes->join(people[index]);
      if (ledger.has_orphans())
        *waiting = std::move(ledger);
      else
        use(index, std::move(ledger));
    };
    auto done = [&, this, waiting, index](std::vector<Unread> files) {
      unread[index] = std::move(files);
      if (!*waiting) return;
      (*waiting)->look(elsewhere(people[index], tree));
      use(index, std::move(**waiting));
    };
    return Notebook::Batch{notes->paths, visit, join, done};
  });
  for (std::vector<Unread>& files : unread) {
    for (Unread& file : files) session_.unread(std::move(file));
  }
}

Ledgers::Sketching Ledgers::sketching(const Person& person, Tree tree) {
  Sketching notes{session_.notebook().notes(person.folder, tree),
                  reading_of(person, session_.notebook().config()),
                  {},
                  {}};
  notes.sketches.resize((notes.paths.size() + Files::block_size - 1) / Files::block_size);
  notes.taken = ids_around(person, tree, notes.paths);
  return notes;
}

Ledger Ledgers::Sketching::join(const Person& person) {
  std::size_t ids = 0;
  for (const Sketches& some : sketches) ids += some.items.size() + some.other_ids.size();
  taken.reserve(ids);
  for (const Sketches& some : sketches) {
    for (const SeenItem& item : some.items) taken.insert(some.id_of(item));
    for (const std::string& id : some.other_ids) taken.insert(id);
  }
  std::vector<ParsedNote> deciding = deciding_items(paths, sketches);
  sketches = {};
  return {person, std::move(deciding), std::move(taken)};
}

IdSet Ledgers::ids_around(const Person& person, Tree tree, const std::vector<NotePath>& paths) {
  IdSet taken;
  if (tree == Tree::own && !paths.empty()) taken = ids(person, Tree::shared);
  add_goal_ids(person, tree, taken);
  return taken;
}

Ledger::Elsewhere Ledgers::elsewhere(const Person& person, Tree tree) {
  return [this, person, tree](std::string_view id) {
    return tree == Tree::shared && stands_elsewhere(id, person);
  };
}

Ledger Ledgers::since(const Person& person, Tree tree, Date first) {
  std::vector<NotePath> paths = session_.notebook().notes(person.folder, tree);
  std::erase_if(paths, [first](const NotePath& path) { return path.date && *path.date < first; });
  return {person,
          parse_all(session_, paths, reading_of(person, session_.notebook().config())),
          {},
          [](std::string_view) { return true; }};
}

IdSet Ledgers::ids(const Person& person, Tree tree) {
  const std::vector<NotePath> paths = session_.notebook().notes(person.folder, tree);
  std::vector<std::vector<std::string>> found(paths.size());
  scan_files(session_, paths, [&found](std::size_t index, std::string_view bytes) {
    found[index] = ids_of_note(bytes);
  });
  IdSet ids;
  for (const std::vector<std::string>& in_note : found) ids.merge(IdSet(in_note));
  add_goal_ids(person, tree, ids);
  return ids;
}

void Ledgers::add_goal_ids(const Person& person, Tree tree, IdSet& ids) {
  const std::string path = NotePath::make(tree, person.folder, "goals.md").path();
  try {
    const auto goals = session_.notebook().read(path);
    if (!goals) return;
    ids.merge(IdSet(ids_of_note(*goals)));
  } catch (const Error& error) {
    session_.unread({path, error.message});
  }
}

bool Ledgers::stands_elsewhere(std::string_view id, const Person& person) {
  if (!held_) {
    held_.emplace();
    for (const Person& other : session_.notebook().everyone()) {
      held_->push_back({pair_of(other), ids(other, Tree::shared)});
    }
  }
  return std::ranges::any_of(*held_, [id, pair = pair_of(person)](const Held& held) {
    return held.pair != pair && held.ids.contains(id);
  });
}

}  // namespace oneonone
