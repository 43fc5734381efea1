// SPDX-License-Identifier: MIT
// What was promised and what shall be talked about in one tree of one person: the copies of each
// item over all notes, and which of them counts (product.md, "An item", 6).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/ids.hpp"
#include "model/note_path.hpp"
#include "model/person.hpp"
#include "text/tasks.hpp"

namespace oneonone {

struct ParsedNote {
  NotePath path;
  Note note;
  Outline outline;
};

ParsedNote parse_note(NotePath path, std::string bytes, const Reading& reading);

/// A task item of a ledger: the note's and the task's index.
struct Place {
  std::size_t note = 0, task = 0;
  auto operator<=>(const Place&) const = default;
};

/// One item with all its copies.
struct Chain {
  std::string id;
  bool written = false;  ///< the id stands on the shown line; else it is the one the line would get
  Role role = Role::commitment;
  /// Open, done or dropped; carried when it went on where this ledger does not look.
  Mark state = Mark::open;
  std::span<const Place> copies;   ///< oldest first
  Place shown;                     ///< the copy that is shown and edited
  std::optional<Place> closed_at;  ///< open here, but closed in this copy: to be settled
  bool orphan = false;             ///< every copy says it was carried, yet none is open
};

/// All items of one tree of one person. It can be moved, not copied.
class Ledger {
 public:
  /// Answers whether an id whose copies were all carried stands where this ledger does not look: in
  /// another person's folder, or closed in a note that was left out.
  using Elsewhere = std::function<bool(std::string_view id)>;

  /// The notes in order (all of the tree's, or those that notes_to_parse names), and the ids that
  /// stand in the person's folder besides.
  Ledger(Person person, std::vector<ParsedNote> notes, IdSet taken, Elsewhere elsewhere);
  /// The same before it has looked elsewhere: what may stand there is an orphan.
  Ledger(Person person, std::vector<ParsedNote> notes, IdSet taken);
  Ledger(Ledger&&) = default;
  Ledger& operator=(Ledger&&) = default;
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  ~Ledger() = default;

  /// True when looking elsewhere may change something.
  bool has_orphans() const;
  void look(Elsewhere elsewhere);

  const Person& person() const { return person_; }
  const std::vector<ParsedNote>& notes() const { return notes_; }
  const std::vector<Chain>& chains() const { return chains_; }
  const IdSet& taken() const { return taken_; }
  const Elsewhere& elsewhere() const { return elsewhere_; }

  const ParsedNote& note(Place place) const { return notes_[place.note]; }
  const Task& task(Place place) const { return notes_[place.note].outline.tasks[place.task]; }
  const Task& shown(const Chain& chain) const { return task(chain.shown); }
  /// The words that a chain shows, for who asks for them last: the ledger has them no more.
  std::string take_words(const Chain& chain);
  /// The index of the chain that a task belongs to; nothing for steps and what is not ours.
  std::optional<std::size_t> chain_of(Place place) const;

  /// The day an item was born: its `since:`, else the day of its first note.
  std::optional<Date> since(const Chain& chain) const;
  /// In how many notes it stood before the one where it stands now.
  int carries(const Chain& chain) const;
  /// The day it was closed: its `done:` or `dropped:`, else the note's day.
  std::optional<Date> closed(const Chain& chain) const;

 private:
  void collect();
  std::size_t task_number(Place place) const { return first_task_[place.note] + place.task; }
  bool same_item(const Chain& chain, const Item& item) const;
  void gather_copies();
  void decide(Chain& chain) const;
  void sort();
  void name(bool closed, Mint& mint);

  Person person_;
  std::vector<ParsedNote> notes_;
  IdSet taken_;
  Elsewhere elsewhere_;
  std::vector<Chain> chains_;
  std::vector<Place> copies_;            ///< those of one chain side by side
  std::vector<std::size_t> first_task_;  ///< of each note, among the tasks of all
  std::vector<std::uint32_t> chain_of_;  ///< of each task; the largest for none
};

/// The chains of a ledger by their ids, for who asks for many. It must not outlive the ledger.
class ChainsById {
 public:
  explicit ChainsById(const Ledger& ledger) {
    for (const Chain& chain : ledger.chains()) by_id_.emplace(chain.id, &chain);
  }

  /// Null when there is none.
  const Chain* find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string_view, const Chain*> by_id_;
};

}  // namespace oneonone
