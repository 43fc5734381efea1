// SPDX-License-Identifier: MIT
// Joins copies into chains, oldest note first, and decides each chain by its copies.
#include "core/ledger.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace oneonone {
namespace {

constexpr std::uint32_t no_chain = UINT32_MAX;

/// Finds chains by their ids: a hash table with open addressing, at most half full.
class ChainTable {
 public:
  struct Known {
    std::uint32_t chain = no_chain;
    std::size_t note = 0;  ///< the newest that holds the id
  };

  ChainTable(const std::vector<Chain>& chains, std::size_t most)
      : chains_(chains), slots_(std::bit_ceil(2 * most + 2)) {}

  /// Where an id that is not empty stands, or would stand.
  Known& at(std::string_view id) {
    std::size_t slot = hash_of(id) & (slots_.size() - 1);
    while (slots_[slot].chain != no_chain && chains_[slots_[slot].chain].id != id) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slots_[slot];
  }

 private:
  const std::vector<Chain>& chains_;
  std::vector<Known> slots_;
};

}  // namespace

ParsedNote parse_note(NotePath path, std::string bytes, const Reading& reading) {
  Note note(std::move(bytes));
  Outline outline = outline_of(note, reading);
  return {std::move(path), std::move(note), std::move(outline)};
}

Ledger::Ledger(Person person, std::vector<ParsedNote> notes, IdSet taken, Elsewhere elsewhere)
    : Ledger(std::move(person), std::move(notes), std::move(taken)) {
  look(std::move(elsewhere));
}

Ledger::Ledger(Person person, std::vector<ParsedNote> notes, IdSet taken)
    : person_(std::move(person)), notes_(std::move(notes)), taken_(std::move(taken)) {
  std::size_t tasks = 0;
  first_task_.reserve(notes_.size());
  for (const ParsedNote& parsed : notes_) {
    first_task_.push_back(tasks);
    tasks += parsed.outline.tasks.size();
  }
  chain_of_.assign(tasks, no_chain);
  chains_.reserve(tasks);
  collect();
  gather_copies();
  for (Chain& chain : chains_) decide(chain);
  // Closed lines come second: what is open must be named alike whether or not they were read.
  // Ids that are only shown are not taken: they are given anew, and alike, when it is read again.
  Mint mint(taken_);
  const auto to_name = std::ranges::count(chains_, false, &Chain::written);
  mint.reserve(static_cast<std::size_t>(to_name));
  name(false, mint);
  name(true, mint);
  sort();
}

void Ledger::collect() {
  ChainTable by_id(chains_, chain_of_.size());
  for (std::size_t n = 0; n < notes_.size(); ++n) {
    const std::vector<Task>& tasks = notes_[n].outline.tasks;
    for (std::size_t t = 0; t < tasks.size(); ++t) {
      const Task& task = tasks[t];
      const std::string& id = task.item().id;
      if (task.role == Role::none) continue;
      ChainTable::Known* known = id.empty() ? nullptr : &by_id.at(id);
      const bool is_known = known != nullptr && known->chain != no_chain;
      const bool copy =
          is_known && known->note != n && same_item(chains_[known->chain], task.item());
      // A step goes where its item goes, unless it was an item of its own before.
      if (task.role == Role::step && !copy) continue;
      const auto index = copy ? known->chain : static_cast<std::uint32_t>(chains_.size());
      if (!copy) chains_.emplace_back();
      chains_[index].shown = {n, t};
      chain_of_[task_number({n, t})] = index;
      if (known == nullptr) continue;
      known->note = n;
      if (is_known) continue;
      known->chain = index;
      chains_[index].id = id;
    }
  }
  for (const Chain& chain : chains_) taken_.insert(chain.id);
}

/// A newer line with the same id is a copy when it says so (`since:`) or says the same. So far the
/// newest copy is the one that is shown.
bool Ledger::same_item(const Chain& chain, const Item& item) const {
  return item.since || task(chain.shown).item().words == item.words;
}

void Ledger::gather_copies() {
  std::vector<std::size_t> ends(chains_.size() + 1);
  for (const std::uint32_t chain : chain_of_) {
    if (chain != no_chain) ++ends[chain + 1];
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  copies_.resize(ends.back());
  for (std::size_t n = 0; n < notes_.size(); ++n) {
    for (std::size_t t = 0; t < notes_[n].outline.tasks.size(); ++t) {
      const std::uint32_t chain = chain_of_[task_number({n, t})];
      // Where a chain begins moves on to its end.
      if (chain != no_chain) copies_[ends[chain]++] = {n, t};
    }
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < chains_.size(); ++i) {
    chains_[i].copies = std::span(copies_).subspan(begin, ends[i] - begin);
    begin = ends[i];
  }
}

void Ledger::decide(Chain& chain) const {
  auto newest = [&](auto&& accept) -> std::optional<Place> {
    auto found = std::find_if(chain.copies.rbegin(), chain.copies.rend(),
                              [&](Place place) { return accept(task(place).item().mark); });
    return found == chain.copies.rend() ? std::nullopt : std::optional<Place>(*found);
  };
  auto open = newest([](Mark mark) { return mark == Mark::open; });
  auto closed = newest(is_closed);
  chain.orphan = !open && !closed;
  chain.shown = open ? *open : closed ? *closed : chain.copies.back();
  chain.state = open || chain.orphan ? Mark::open : task(chain.shown).item().mark;
  if (open) chain.closed_at = closed;
  const Task& shown_task = task(chain.shown);
  chain.written = !chain.id.empty();
  bool topics = shown_task.section == Section::topics && shown_task.item().owner.empty();
  chain.role = topics ? Role::talking_point : Role::commitment;
}

bool Ledger::has_orphans() const {
  return std::ranges::any_of(chains_,
                             [](const Chain& chain) { return chain.orphan && chain.written; });
}

void Ledger::look(Elsewhere elsewhere) {
  elsewhere_ = std::move(elsewhere);
  if (!elsewhere_) return;
  for (Chain& chain : chains_) {
    if (!chain.orphan || !chain.written || !elsewhere_(chain.id)) continue;
    chain.orphan = false;
    chain.state = Mark::carried;
  }
}

/// Puts the chains in the order in which what they show stands; most are so already.
void Ledger::sort() {
  if (std::ranges::is_sorted(chains_, {}, &Chain::shown)) return;
  std::ranges::sort(chains_, {}, &Chain::shown);
  for (std::size_t i = 0; i < chains_.size(); ++i) {
    for (const Place copy : chains_[i].copies) {
      chain_of_[task_number(copy)] = static_cast<std::uint32_t>(i);
    }
  }
}

void Ledger::name(bool closed, Mint& mint) {
  const PairHash people(person_.people);
  for (Chain& chain : chains_) {
    if (!chain.id.empty() || is_closed(chain.state) != closed) continue;
    const Item& item = shown(chain).item();
    const NotePath& path = note(chain.shown).path;
    // The same line in both trees is two items, even before an id is written.
    const std::string own = path.tree == Tree::own ? "private/" + std::string(path.name()) : "";
    const std::string_view file = own.empty() ? path.name() : std::string_view(own);
    chain.id = mint.next({people, file, item.owner, item.words});
  }
}

std::string Ledger::take_words(const Chain& chain) {
  return std::move(notes_[chain.shown.note].outline.tasks[chain.shown.task].text.item.words);
}

std::optional<std::size_t> Ledger::chain_of(Place place) const {
  const std::uint32_t chain = chain_of_[task_number(place)];
  return chain == no_chain ? std::nullopt : std::optional<std::size_t>(chain);
}

std::optional<Date> Ledger::since(const Chain& chain) const {
  if (auto since = shown(chain).item().since) return since;
  for (Place copy : chain.copies) {
    if (auto since = task(copy).item().since) return since;
    if (note(copy).path.date) return note(copy).path.date;
  }
  return std::nullopt;
}

int Ledger::carries(const Chain& chain) const {
  auto meetings = std::ranges::count_if(
      chain.copies, [this](Place copy) { return note(copy).path.is_meeting(); });
  return std::max(0, static_cast<int>(meetings) - 1);
}

std::optional<Date> Ledger::closed(const Chain& chain) const {
  const Item& item = shown(chain).item();
  if (chain.state == Mark::done) return item.done ? item.done : note(chain.shown).path.date;
  if (chain.state == Mark::dropped)
    return item.dropped ? item.dropped : note(chain.shown).path.date;
  return std::nullopt;
}

}  // namespace oneonone
