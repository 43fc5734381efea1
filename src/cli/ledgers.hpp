// SPDX-License-Identifier: MIT
// Reads what the ledgers of people rest on, and no more.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "cli/session.hpp"
#include "core/ledger.hpp"

namespace oneonone {

/// How many notes a ledger needs.
enum class Depth {
  open,  ///< those that decide what is open
  all,   ///< every note: for closed items and for writing
};

/// Loads ledgers in one session; it must outlive them.
class Ledgers {
 public:
  explicit Ledgers(Session& session) : session_(session) {}

  /// Files that cannot be read are told to the session and left out.
  Ledger load(const Person& person, Tree tree, Depth depth);
  /// What topics.md and the notes from a day on hold: enough for what was said and how it stands.
  Ledger since(const Person& person, Tree tree, Date first);
  /// Every id that stands in a tree of the person's folder, those of goals among them.
  IdSet ids(const Person& person, Tree tree);

 private:
  void add_goal_ids(const Person& person, Tree tree, IdSet& ids);
  bool stands_elsewhere(std::string_view id, const Person& person);

  Session& session_;
  /// For each id the pairs of people whose folders hold it, read when the first orphan asks.
  std::optional<std::map<std::string, std::set<std::string>, std::less<>>> holders_;
};

}  // namespace oneonone
