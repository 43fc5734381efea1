// SPDX-License-Identifier: MIT
// Puts one line into a person's topics.md and shows it.
#pragma once

#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/session.hpp"
#include "core/capture.hpp"
#include "model/change.hpp"

namespace oneonone {

/// One line on its way into one person's topics.md.
struct Addition {
  Person person;
  Change change;
  CapturedLine line;
  ItemRow row;
};

/// Plans the line; `taken` are the ids that its own must differ from.
Addition plan_addition(Session& session, const Person& person, Tree tree, const Captured& captured,
                       const IdSet& taken);

/// What was written, line by line, as items of kind `actions`.
Outcome show_additions(Session& session, const std::vector<Addition>& additions);

}  // namespace oneonone
