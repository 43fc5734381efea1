// SPDX-License-Identifier: MIT
// Looks at each commitment from the last day of the window.
#include "core/promises.hpp"

#include <algorithm>

namespace oneonone {
namespace {

Fate fate_of(const Promise& promise, Mark state, Date today) {
  if (promise.closed && state == Mark::dropped) return Fate::dropped;
  if (promise.closed) {
    return promise.due && *promise.closed > *promise.due ? Fate::late : Fate::kept;
  }
  return promise.due && *promise.due < today ? Fate::overdue : Fate::open;
}

Promise promise_of(const Ledger& ledger, const Chain& chain, const Window& window) {
  const Item& item = ledger.shown(chain).item();
  Promise promise{&chain, "", ledger.since(chain), item.due, {}, Fate::open, false};
  if (!item.owner.empty()) promise.owner = ledger.person().canonical(item.owner);
  const bool closed = is_closed(chain.state);
  if (closed) promise.closed = ledger.closed(chain);
  // What was closed later was open then.
  if (promise.closed && *promise.closed > window.last) promise.closed.reset();
  promise.fate = fate_of(promise, chain.state, window.last);
  const bool fell_due = promise.due && window.holds(*promise.due) && *promise.due < window.last;
  const bool done_then = promise.closed && window.holds(*promise.closed);
  promise.came_to_end = promise.fate != Fate::dropped && (done_then || fell_due);
  return promise;
}

}  // namespace

int Promise::days_late(Date today) const {
  if (!due || (fate != Fate::late && fate != Fate::overdue)) return 0;
  return closed.value_or(today) - *due;
}

std::vector<Promise> promises_in(const Ledger& ledger, const Window& window) {
  std::vector<Promise> promises;
  for (const Chain& chain : ledger.chains()) {
    if (chain.role != Role::commitment || chain.state == Mark::carried) continue;
    Promise promise = promise_of(ledger, chain, window);
    const bool born = !promise.since || *promise.since <= window.last;
    const bool alive = !promise.closed || window.holds(*promise.closed);
    if (promise.came_to_end || (born && alive)) promises.push_back(std::move(promise));
  }
  return promises;
}

Kept kept_of(const std::vector<Promise>& promises, const std::string& owner) {
  Kept kept;
  for (const Promise& promise : promises) {
    if (promise.owner != owner || !promise.came_to_end) continue;
    ++kept.of;
    if (promise.fate == Fate::kept) ++kept.kept;
  }
  return kept;
}

}  // namespace oneonone
