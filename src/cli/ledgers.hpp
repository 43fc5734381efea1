// SPDX-License-Identifier: MIT
// Reads what the ledgers of people rest on, and no more.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "core/ledger.hpp"
#include "text/sketch.hpp"

namespace oneonone {

/// How much a ledger needs.
enum class Depth {
  open,  ///< the items that decide what is open, without the notes around them: to be shown
  all,   ///< every note: for closed items and for writing
};

/// Loads ledgers in one session; it must outlive them.
class Ledgers {
 public:
  explicit Ledgers(Session& session) : session_(session) {}

  /// Files that cannot be read are told to the session and left out.
  Ledger load(const Person& person, Tree tree, Depth depth);
  using UseLedger = std::function<void(std::size_t person, Ledger ledger)>;
  using UseNotes = std::function<void(std::size_t person, const std::vector<NotePath>& notes)>;
  /// Loads what is open in one tree of each person, in one scan. `use` is called with an index into
  /// `people` and that ledger, in any order and in several threads at a time: it writes nothing but
  /// what belongs to that person. Before a person's notes are read they are given to `begin`, those
  /// of one person at a time.
  void load_open(const std::vector<Person>& people, Tree tree, const UseLedger& use,
                 const UseNotes& begin = {});
  /// What topics.md and the notes from a day on hold: enough for what was said and how it stands.
  Ledger since(const Person& person, Tree tree, Date first);
  /// Every id that stands in a tree of the person's folder, those of goals among them.
  IdSet ids(const Person& person, Tree tree);

 private:
  /// The notes of one tree of one person while they are read.
  struct Sketching {
    std::vector<NotePath> paths;
    Reading reading;
    std::vector<Sketches> sketches;  ///< one for each block of notes
    IdSet taken;  ///< ids that stand elsewhere in the folder; once joined, in the notes, too

    /// What they say, before it has looked elsewhere.
    Ledger join(const Person& person);
  };
  Sketching sketching(const Person& person, Tree tree);
  /// The ids beside those of the notes that an item of theirs must not get.
  IdSet ids_around(const Person& person, Tree tree, const std::vector<NotePath>& paths);
  Ledger::Elsewhere elsewhere(const Person& person, Tree tree);
  void add_goal_ids(const Person& person, Tree tree, IdSet& ids);
  bool stands_elsewhere(std::string_view id, const Person& person);

  Session& session_;
  /// What the shared folder of two people holds.
  struct Held {
    std::string pair;
    IdSet ids;
  };
  std::optional<std::vector<Held>> held_;  ///< of everybody, read when the first orphan asks
};

}  // namespace oneonone
