// SPDX-License-Identifier: MIT
// What two people share of a notebook, and nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/ledgers.hpp"
#include "core/goals.hpp"
#include "core/mirror.hpp"
#include "core/rhythm.hpp"

namespace oneonone {

/// The tree people/. What makes something for others to see takes this type: there is no way from
/// it to a note of private/ (product.md, "Private").
class SharedNotebook {
 public:
  explicit SharedNotebook(Session& session) : session_(session), ledgers_(session) {}

  /// Those with a folder in people/ that the words name, or all; as its about.md tells, without my
  /// own view. Throws Error{not_found}, also for one with whom nothing is shared.
  std::vector<Person> people(const std::vector<std::string>& words) const;

  /// The notes of meetings, in order.
  std::vector<NotePath> meetings(const Person& person) const;
  /// One note. Throws Error{not_found} when it is not there.
  Note note(const NotePath& path) const;
  /// All notes. Files that cannot be read are told to the session and left out.
  Ledger notes(const Person& person) { return ledgers_.load(person, Tree::shared, Depth::all); }
  std::vector<Goal> goals(const Person& person) const;
  /// goals.md; nothing when there is none.
  std::optional<ParsedNote> goals_note(const Person& person) const;

  /// How often they meet. My own view gives nothing to it but the days of a pause.
  Cadence cadence(const Person& person) const;
  /// See talk_target.
  int talk_aim(const Person& person) const;

 private:
  bool holds(const std::string& folder) const;

  Session& session_;
  Ledgers ledgers_;
};

}  // namespace oneonone
