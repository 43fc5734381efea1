// SPDX-License-Identifier: MIT
// Looks among what is open first; only a word that is not there makes it read all notes.
#include "cli/item_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "error.hpp"

namespace oneonone {
namespace {

struct IdWord {
  std::string person;  ///< empty: anybody's
  std::string id;
};

IdWord split(const std::string& word) {
  std::size_t colon = word.find(':');
  IdWord split;
  if (colon != std::string::npos) split.person = word.substr(0, colon);
  split.id = colon == std::string::npos ? word : word.substr(colon + 1);
  if (split.id.starts_with('^')) split.id.erase(0, 1);
  return split;
}

std::vector<Ledger> load_everything(Session& session, Ledgers& ledgers, Depth depth,
                                    const std::vector<std::string>& folders) {
  std::vector<Ledger> loaded;
  for (const std::string& folder : folders) {
    Person person = session.notebook().person(folder);
    for (Tree tree : {Tree::shared, Tree::own}) loaded.push_back(ledgers.load(person, tree, depth));
  }
  return loaded;
}

struct Fit {
  FoundItem item;
  bool exact = false;
};

/// With Depth::open only what is open: closed items were read too, but not all.
std::vector<Fit> matches(const std::vector<Ledger>& ledgers, Depth depth, const IdWord& word,
                         const std::string& folder) {
  std::vector<Fit> found;
  for (std::size_t i = 0; i < ledgers.size(); ++i) {
    if (!folder.empty() && ledgers[i].person().folder != folder) continue;
    for (const Chain& chain : ledgers[i].chains()) {
      if (chain.state == Mark::carried || !chain.id.starts_with(word.id)) continue;
      if (depth == Depth::open && chain.state != Mark::open) continue;
      found.push_back({{i, chain.id}, chain.id == word.id});
    }
  }
  bool any_exact = std::ranges::any_of(found, &Fit::exact);
  if (any_exact) std::erase_if(found, [](const Fit& match) { return !match.exact; });
  return found;
}

Error several(const std::vector<Ledger>& ledgers, const std::string& word,
              const std::vector<Fit>& found) {
  constexpr std::size_t most = 6;
  std::string hint = "say which:";
  for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
    const FoundItem& item = found[i].item;
    hint += fmt::format(" {}:{}", ledgers[item.ledger].person().folder, item.id);
  }
  if (found.size() > most) hint += fmt::format(" or {} more", found.size() - most);
  return {Status::not_found, fmt::format("'{}' fits several items", word), "", hint};
}

/// Reads the notes of those whose items were found. What stood there a moment ago may be gone, or
/// not be readable any more.
void add_notes(Ledgers& ledgers, ItemSearch& search) {
  std::set<std::size_t> holders;
  for (const FoundItem& item : search.items) holders.insert(item.ledger);
  for (const std::size_t holder : holders) {
    Ledger& ledger = search.ledgers[holder];
    const Tree tree = ledger.notes().front().path.tree;
    ledger = ledgers.load(Person(ledger.person()), tree, Depth::all);
  }
  for (const FoundItem& item : search.items) {
    const std::vector<Chain>& chains = search.ledgers[item.ledger].chains();
    if (std::ranges::find(chains, item.id, &Chain::id) != chains.end()) continue;
    throw Error(Status::failed, fmt::format("'{}' was there and cannot be read now", item.id), "",
                "nothing was changed: run the command again");
  }
}

}  // namespace

const Chain& ItemSearch::chain(const FoundItem& item) const {
  const std::vector<Chain>& chains = ledgers[item.ledger].chains();
  return *std::ranges::find(chains, item.id, &Chain::id);
}

ItemSearch find_items(Session& session, Ledgers& ledgers, const std::vector<std::string>& words) {
  std::vector<std::string> folders;  // of each word; empty: all
  bool everybody = false;
  std::vector<std::string> named;
  for (const std::string& word : words) {
    std::string person = split(word).person;
    named.push_back(person.empty() ? "" : session.notebook().find_person(person).folder);
    everybody = everybody || person.empty();
  }
  folders = everybody ? session.notebook().folders() : named;
  std::ranges::sort(folders);
  folders.erase(std::ranges::unique(folders).begin(), folders.end());
  for (Depth depth : {Depth::open, Depth::all}) {
    ItemSearch search;
    search.ledgers = load_everything(session, ledgers, depth, folders);
    for (std::size_t i = 0; i < words.size(); ++i) {
      IdWord word = split(words[i]);
      std::vector<Fit> found = matches(search.ledgers, depth, word, named[i]);
      if (word.id.empty()) found.clear();
      if (found.size() > 1) throw several(search.ledgers, words[i], found);
      if (found.size() == 1) search.items.push_back(found[0].item);
      if (found.empty() && depth == Depth::all) {
        throw Error(Status::not_found, fmt::format("there is no item '{}'", words[i]), "",
                    "'oneonone actions' shows ids; --closed those of what is done");
      }
    }
    if (search.items.size() < words.size()) continue;
    if (depth == Depth::open) add_notes(ledgers, search);
    return search;
  }
  return {};
}

}  // namespace oneonone
