// SPDX-License-Identifier: MIT
// When two people no longer work together: each open item is kept or dropped, and nobody guesses
// which.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/ledger.hpp"

namespace oneonone {

/// Ids or their beginnings, or `all`, as options name them.
struct KeepOrDrop {
  std::vector<std::string> keep, drop;
};

/// The ids of the open items that are to be dropped. What the options do not name is asked for on a
/// terminal, where Enter keeps; without one it throws Error{usage} with the ids. Throws
/// Error{not_found} for a word that is no open item.
std::vector<std::string> items_to_drop(Session& session, const Ledger& ledger,
                                       const KeepOrDrop& named);

/// The changes that drop the items, in order.
std::vector<Change> drop_items(Session& session, Ledger ledger,
                               const std::vector<std::string>& ids);

}  // namespace oneonone
