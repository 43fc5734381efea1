// SPDX-License-Identifier: MIT
// Copies what was chosen of one relationship to where the next one finds it.
#pragma once

#include <string>
#include <vector>

#include "cli/shared_notebook.hpp"
#include "core/handover.hpp"

namespace oneonone {

/// What is handed on, of whom.
struct Handover {
  Person person;
  Ledger ledger;
  std::vector<Heirloom> chosen;
};

/// I stay: into topics.md and goals.md of my successor's folder; then the old lines are marked as
/// carried. The order of writing leaves a duplicate after a crash, and a second run ends it.
/// Returns the paths written.
std::vector<std::string> hand_over_to(Session& session, const SharedNotebook& notebook,
                                      const Handover& handover, const Person& heir);

/// I go: a new folder, outside of the notebook, as the two who stay find it ready. Nothing here
/// changes. Throws Error{failed} when the folder is there or lies in the notebook.
std::vector<std::string> hand_over_in(Session& session, const SharedNotebook& notebook,
                                      const Handover& handover, const std::string& handle,
                                      std::string folder);

}  // namespace oneonone
