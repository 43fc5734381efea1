// SPDX-License-Identifier: MIT
// Groups the items of a ledger by their words and links those that went on.
#include "core/import_repeats.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "unicode.hpp"

namespace oneonone {
namespace {

/// What is one item, oldest first: new lines without an id, and at most one item of old notes.
using Lookalikes = std::vector<const Chain*>;

class Linker {
 public:
  Linker(const Ledger& ledger, const std::set<std::size_t>& fresh)
      : ledger_(ledger), fresh_(fresh) {
    repeats_.topics.resize(ledger.notes().size());
    repeats_.promises.resize(ledger.notes().size());
  }

  Repeats run() {
    for (const Lookalikes& thread : threads()) link(thread);
    return std::move(repeats_);
  }

 private:
  bool is_fresh(const Chain& chain) const { return fresh_.contains(chain.copies.front().note); }

  /// New lines that have an id know what they are; old ones without would have to be written.
  bool takes_part(const Chain& chain) const {
    const bool dated = ledger_.note(chain.copies.front()).path.is_meeting();
    return dated && is_fresh(chain) != chain.written && !item_of(chain).words.empty();
  }

  const Item& item_of(const Chain& chain) const { return ledger_.shown(chain).item(); }

  std::vector<const Chain*> by_birth() const {
    std::vector<const Chain*> chains;
    for (const Chain& chain : ledger_.chains()) {
      if (takes_part(chain)) chains.push_back(&chain);
    }
    std::ranges::sort(chains, {}, [](const Chain* chain) { return chain->copies.front(); });
    return chains;
  }

  /// True when the item cannot be the one that the thread is about.
  bool parts(const Lookalikes& thread, const Chain& next) const {
    if (thread.empty()) return false;
    if (is_closed(thread.back()->state)) return true;
    return !is_fresh(next) &&
           std::ranges::any_of(thread, [this](const Chain* chain) { return !is_fresh(*chain); });
  }

  std::vector<Lookalikes> threads() const {
    std::map<std::tuple<Role, std::string, std::string>, Lookalikes> latest;
    std::vector<Lookalikes> threads;
    for (const Chain* chain : by_birth()) {
      const Item& item = item_of(*chain);
      Lookalikes& thread =
          latest[{chain->role, ledger_.person().canonical(item.owner), unicode::fold(item.words)}];
      const bool twice =
          !thread.empty() && thread.back()->copies.back().note == chain->copies.front().note;
      if (twice || parts(thread, *chain)) threads.push_back(std::exchange(thread, {}));
      thread.push_back(chain);
    }
    for (auto& [words, thread] : latest) threads.push_back(std::move(thread));
    return threads;
  }

  void link(const Lookalikes& thread) {
    const auto old =
        std::ranges::find_if_not(thread, [this](const Chain* chain) { return is_fresh(*chain); });
    const std::string& id = (old == thread.end() ? thread.front() : *old)->id;
    const bool alone = thread.size() == 1;
    if (alone && (old != thread.end() || is_closed(thread.front()->state))) return;
    const auto birth = ledger_.since(*thread.front());
    for (const Chain* chain : thread) {
      if (is_fresh(*chain)) write(*chain, id, chain == thread.front() ? std::nullopt : birth);
      if (is_fresh(*chain) && chain != thread.back()) carry(*chain);
    }
  }

  void write(const Chain& chain, const std::string& id, std::optional<Date> since) {
    const Place place = chain.copies.front();
    ItemEdit edit(ledger_.note(place).note, ledger_.task(place).text);
    if (since && !item_of(chain).since) edit.put(TokenKey::since, *since);
    edit.set_id(id);
    for (Edit& one : edit.edits()) repeats_.edits[place.note].push_back(std::move(one));
  }

  void carry(const Chain& chain) {
    const Place place = chain.copies.front();
    const Task& task = ledger_.task(place);
    if (task.item().mark != Mark::open) return;
    repeats_.edits[place.note].push_back(set_mark(task, '>'));
    ++(chain.role == Role::talking_point ? repeats_.topics : repeats_.promises)[place.note];
  }

  const Ledger& ledger_;
  const std::set<std::size_t>& fresh_;
  Repeats repeats_;
};

}  // namespace

Repeats find_repeats(const Ledger& ledger, const std::set<std::size_t>& fresh) {
  return Linker(ledger, fresh).run();
}

}  // namespace oneonone
