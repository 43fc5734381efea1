// SPDX-License-Identifier: MIT
// Finds the items that ids on the command line name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/ledgers.hpp"

namespace oneonone {

/// An item in its ledger.
struct FoundItem {
  std::size_t ledger = 0;  ///< index into ItemSearch::ledgers
  std::string id;
};

/// The ledgers that hold the named items.
struct ItemSearch {
  std::vector<Ledger> ledgers;
  std::vector<FoundItem> items;  ///< one for each word

  const Chain& chain(const FoundItem& item) const;
};

/// Finds each word: an id, a unique start of one, or `person:id`. Throws Error{not_found}: no such
/// item, or several.
ItemSearch find_items(Session& session, Ledgers& ledgers, const std::vector<std::string>& words);

}  // namespace oneonone
