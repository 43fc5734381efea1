// SPDX-License-Identifier: MIT
// Pairs by id, by the id that a line would get, by equal words, by similar words in one place.
#include "core/merge_pairs.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "text/likeness.hpp"

namespace oneonone {
namespace {

/// How many ids of one birth are looked at: more lines of one wording are in no folder.
constexpr int ids_of_a_birth = 4;
/// How far apart lines may be that are looked at for similar words.
constexpr std::size_t reach = 20;

/// The items of one version, in order.
struct Side {
  const NoteTree& tree;
  std::vector<std::string> ids;       ///< per branch; empty for none and for a copied one
  std::vector<std::size_t> partners;  ///< per branch, in the other side

  std::size_t size() const { return tree.branches.size(); }
  const Item& item(std::size_t branch) const { return tree.head(branch).item(); }
  bool is_free(std::size_t branch) const { return partners[branch] == nowhere; }
};

Side side_of(const NoteTree& tree, std::vector<bool>& copied) {
  Side side{tree, {""}, std::vector<std::size_t>(tree.branches.size(), nowhere)};
  copied.assign(tree.branches.size(), false);
  std::set<std::string_view> seen;
  for (std::size_t branch = 1; branch < side.size(); ++branch) {
    const std::string& id = side.item(branch).id;
    copied[branch] = !id.empty() && !seen.insert(id).second;
    side.ids.push_back(copied[branch] ? "" : id);
  }
  side.partners[0] = 0;
  return side;
}

/// Finds partners between two versions.
class Pairing {
 public:
  Pairing(Side& before, Side& after, const Birthplace& birthplace)
      : before_(before), after_(after), birthplace_(birthplace) {}

  void by_id() {
    std::map<std::string_view, std::size_t> places;
    each_free(after_, [&](std::size_t b) {
      if (!after_.ids[b].empty()) places.emplace(after_.ids[b], b);
    });
    each_free(before_, [&](std::size_t a) {
      const auto found = before_.ids[a].empty() ? places.end() : places.find(before_.ids[a]);
      if (found != places.end()) join(a, found->second);
    });
    by_birth(before_, after_, places);
    std::map<std::string_view, std::size_t> ours;
    each_free(before_, [&](std::size_t a) {
      if (!before_.ids[a].empty()) ours.emplace(before_.ids[a], a);
    });
    by_birth(after_, before_, ours);
  }

  void by_words() {
    std::map<std::pair<std::string_view, std::string_view>, std::deque<std::size_t>> places;
    each_free(after_, [&](std::size_t b) {
      places[{after_.item(b).owner, after_.item(b).words}].push_back(b);
    });
    each_free(before_, [&](std::size_t a) {
      std::deque<std::size_t>& same = places[{before_.item(a).owner, before_.item(a).words}];
      const auto found =
          std::ranges::find_if(same, [&](std::size_t b) { return may_be_one(a, b); });
      if (found == same.end()) return;
      join(a, *found);
      same.erase(found);
    });
  }

  /// Compares what stands below the same partner, or above the same one.
  void by_likeness() {
    compare_runs(runs(before_, true), runs(after_, true));
    compare_runs(runs(before_, false), runs(after_, false));
  }

 private:
  using Runs = std::map<std::size_t, std::vector<std::size_t>>;

  template <class Visit>
  void each_free(const Side& side, const Visit& visit) const {
    for (std::size_t branch = 1; branch < side.size(); ++branch)
      if (side.is_free(branch)) visit(branch);
  }

  void join(std::size_t a, std::size_t b) {
    before_.partners[a] = b;
    after_.partners[b] = a;
  }

  /// A line without an id, and the line with the id that it would get.
  void by_birth(Side& without, Side& with, const std::map<std::string_view, std::size_t>& places) {
    each_free(without, [&](std::size_t branch) {
      if (!without.ids[branch].empty()) return;
      for (const std::string& id : births(without.item(branch))) {
        const auto found = places.find(id);
        if (found == places.end() || !with.is_free(found->second)) continue;
        if (&without == &before_)
          join(branch, found->second);
        else
          join(found->second, branch);
        return;
      }
    });
  }

  /// The ids that an item would get in this note, in either tree.
  std::vector<std::string> births(const Item& item) const {
    if (birthplace_.people.empty()) return {};
    std::vector<std::string> ids;
    for (const std::string& file : {birthplace_.file, "private/" + birthplace_.file}) {
      IdSet taken;
      for (int n = 0; n < ids_of_a_birth; ++n) {
        ids.push_back(mint_id({birthplace_.people, file, item.owner, item.words}, taken));
        taken.insert(ids.back());
      }
    }
    return ids;
  }

  bool is_born_here(const std::string& id, const Item& item) const {
    return std::ranges::count(births(item), id) > 0;
  }

  /// Two different ids are two items; so is a line without an id and one that came from elsewhere.
  bool may_be_one(std::size_t a, std::size_t b) const {
    const std::string& id = after_.ids[b].empty() ? before_.ids[a] : after_.ids[b];
    if (!before_.ids[a].empty() && !after_.ids[b].empty()) return false;
    if (after_.ids[b].empty()) return true;
    const Item& item = after_.item(b);
    return !item.since || is_born_here(id, item) || is_born_here(id, before_.item(a));
  }

  /// The free items of a side by the partner that stands next above or below them.
  Runs runs(const Side& side, bool below) const {
    Runs runs;
    std::size_t neighbour = below ? 0 : nowhere;
    for (std::size_t i = 1; i < side.size(); ++i) {
      const std::size_t branch = below ? i : side.size() - i;
      if (side.is_free(branch))
        runs[neighbour].push_back(branch);
      else
        neighbour = &side == &before_ ? branch : side.partners[branch];
    }
    return runs;
  }

  void compare_runs(const Runs& left, const Runs& right) {
    for (const auto& [neighbour, run] : left) {
      const auto other = right.find(neighbour);
      if (other == right.end()) continue;
      for (std::size_t i = 0; i < run.size(); ++i) join_likest(run[i], i, other->second);
    }
  }

  void join_likest(std::size_t a, std::size_t place, const std::vector<std::size_t>& run) {
    if (!before_.is_free(a) || !before_.ids[a].empty()) return;
    double best = 0;
    std::size_t found = nowhere;
    const std::size_t last = std::min(run.size(), place + reach);
    for (std::size_t i = place - std::min(place, reach); i < last; ++i) {
      if (!after_.is_free(run[i]) || !may_be_one(a, run[i])) continue;
      const double alike = likeness(before_.item(a).words, after_.item(run[i]).words);
      if (alike < likely_the_same || alike <= best) continue;
      best = alike;
      found = run[i];
    }
    if (found != nowhere) join(a, found);
  }

  Side& before_;
  Side& after_;
  const Birthplace& birthplace_;
};

/// Gives each item of a side the key of its partner, or one of its own.
class PairKeys {
 public:
  explicit PairKeys(Pairs& pairs) : pairs_(pairs) {}

  void add_base(const Side& side) {
    for (std::size_t branch = 0; branch < side.size(); ++branch)
      put(Version::base, branch, nowhere);
  }

  /// `known` gives the key of the branch's partner; nowhere when it has none.
  template <class Known>
  void add(Version version, const Side& side, const Known& known) {
    for (std::size_t branch = 0; branch < side.size(); ++branch)
      put(version, branch, known(branch));
  }

 private:
  void put(Version version, std::size_t branch, std::size_t key) {
    if (key == nowhere) {
      key = pairs_.size();
      for (const Version each : all_versions) pairs_.branches[each].push_back(nowhere);
    }
    pairs_.keys[version].push_back(key);
    pairs_.branches[version][key] = branch;
  }

  Pairs& pairs_;
};

void pair(Side& before, Side& after, const Birthplace& birthplace, bool changed) {
  Pairing pairing(before, after, birthplace);
  pairing.by_id();
  pairing.by_words();
  if (changed) pairing.by_likeness();
}

}  // namespace

Pairs pairs_of(const Three<NoteTree>& trees, const Birthplace& birthplace) {
  Pairs pairs;
  Side base = side_of(trees.base, pairs.copied.base);
  Side ours = side_of(trees.ours, pairs.copied.ours);
  Side theirs = side_of(trees.theirs, pairs.copied.theirs);
  PairKeys keys(pairs);
  keys.add_base(base);
  pair(base, ours, birthplace, true);
  keys.add(Version::ours, ours, [&](std::size_t branch) { return ours.partners[branch]; });
  base.partners.assign(base.size(), nowhere);
  base.partners[0] = 0;
  pair(base, theirs, birthplace, true);
  const std::vector<std::size_t> in_base = theirs.partners;
  // What is left is new on its side: everything else has its partner in the base.
  pair(ours, theirs, birthplace, false);
  keys.add(Version::theirs, theirs, [&](std::size_t branch) {
    if (in_base[branch] != nowhere) return in_base[branch];
    return theirs.is_free(branch) ? nowhere : pairs.keys.ours[theirs.partners[branch]];
  });
  return pairs;
}

}  // namespace oneonone
