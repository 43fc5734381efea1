// SPDX-License-Identifier: MIT
// Options first, then questions; what is left without an answer stops the command.
#include "cli/keep_or_drop.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/asking.hpp"
#include "core/item_change.hpp"
#include "error.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

constexpr std::string_view everything = "all";

bool is_open(const Chain& chain) {
  return chain.state == Mark::open && chain.role != Role::none;
}

std::vector<const Chain*> open_items(const Ledger& ledger) {
  std::vector<const Chain*> open;
  for (const Chain& chain : ledger.chains()) {
    if (is_open(chain)) open.push_back(&chain);
  }
  return open;
}

std::string id_of(const std::vector<const Chain*>& open, const std::string& word) {
  std::vector<std::string> fitting;
  for (const Chain* chain : open) {
    if (chain->id == word) return word;
    if (!word.empty() && chain->id.starts_with(word)) fitting.push_back(chain->id);
  }
  if (fitting.size() == 1) return fitting.front();
  if (fitting.empty()) throw Error(Status::not_found, fmt::format("no open item '{}'", word));
  throw Error(Status::not_found, fmt::format("'{}' fits several items", word), "",
              fmt::format("{}", fmt::join(fitting, ", ")));
}

std::set<std::string> named_ids(const std::vector<const Chain*>& open,
                                const std::vector<std::string>& words) {
  std::set<std::string> ids;
  for (const std::string& word : words) {
    if (word != everything) ids.insert(id_of(open, word));
  }
  return ids;
}

bool names_all(const std::vector<std::string>& words) {
  return std::ranges::find(words, everything) != words.end();
}

std::string line_of(const Ledger& ledger, const Chain& chain) {
  const Item& item = ledger.shown(chain).item();
  std::string owner = item.owner.empty() ? "" : "@" + item.owner + " ";
  return fmt::format("{}  {}{}", chain.id, owner, item.words);
}

/// The answers of a terminal; what is skipped by the end of input stays in `open`.
void ask(Session& session, const Ledger& ledger, std::vector<const Chain*>& open,
         std::set<std::string>& drop) {
  Asking asking(session);
  while (asking.open() && !open.empty()) {
    auto answer =
        asking.word(line_of(ledger, *open.front()) + ": keep or drop? [keep]", {"keep", "drop"});
    if (!asking.open()) return;
    if (answer == "drop") drop.insert(open.front()->id);
    open.erase(open.begin());
  }
}

}  // namespace

std::vector<std::string> items_to_drop(Session& session, const Ledger& ledger,
                                       const KeepOrDrop& named) {
  std::vector<const Chain*> open = open_items(ledger);
  std::set<std::string> keep = named_ids(open, named.keep);
  std::set<std::string> drop = named_ids(open, named.drop);
  for (const std::string& id : drop) {
    if (keep.contains(id)) throw Error(Status::usage, fmt::format("keep '{}' or drop it?", id));
  }
  if (names_all(named.keep) && names_all(named.drop)) {
    throw Error(Status::usage, "keep all or drop all?");
  }
  std::erase_if(open, [&](const Chain* chain) {
    bool is_named = keep.contains(chain->id) || drop.contains(chain->id);
    if (!is_named && names_all(named.drop)) drop.insert(chain->id);
    return is_named || names_all(named.keep) || names_all(named.drop);
  });
  ask(session, ledger, open, drop);
  if (open.empty()) return {drop.begin(), drop.end()};
  for (const Chain* chain : open) session.tell(line_of(ledger, *chain));
  throw Error(
      Status::usage,
      fmt::format("{} open {}: keep or drop?", open.size(), open.size() == 1 ? "item" : "items"),
      "", "--keep ID or --drop ID for each, --keep all or --drop all for the rest");
}

std::vector<Change> drop_items(Session& session, Ledger ledger,
                               const std::vector<std::string>& ids) {
  std::vector<Change> changes;
  Reading reading = reading_of(ledger.person(), session.notebook().config());
  for (const std::string& id : ids) {
    auto chain = std::ranges::find(ledger.chains(), id, &Chain::id);
    NoteEdits edits = close_item(ledger, *chain, Mark::dropped, session.today());
    std::vector<Change> more = changes_of(ledger, edits);
    changes.insert(changes.end(), more.begin(), more.end());
    ledger = edited(ledger, edits, reading);
  }
  return changes;
}

}  // namespace oneonone
