// SPDX-License-Identifier: MIT
// First which items stay and which version says where, then the lists, from the body inwards.
#include "core/merge_body.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/merge_item.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::array sides{Version::ours, Version::theirs};

bool is_telling(std::string_view line) {
  return std::ranges::any_of(line, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
  });
}

class BodyMerge {
 public:
  BodyMerge(const Three<NoteTree>& trees, const Birthplace& birthplace, const Elders& elders)
      : trees_(trees),
        birthplace_(birthplace),
        elders_(elders),
        pairs_(pairs_of(trees, birthplace)),
        changed_{{}, std::vector<int>(pairs_.size(), -1), std::vector<int>(pairs_.size(), -1)} {}

  MergedBody run() {
    for (std::size_t key = 0; key < pairs_.size(); ++key) strands_.push_back(strand(key));
    for (const Version side : sides) find_places(side);
    find_owners();
    put_list(0, "", nowhere);
    for (std::size_t key = 1; key < pairs_.size(); ++key)
      result_.complete = result_.complete && (put_.contains(key) || !is_alive(key));
    return std::move(result_);
  }

 private:
  bool has(Version version, std::size_t key) const {
    return pairs_.branches[version][key] != nowhere;
  }

  const Branch& branch(Version version, std::size_t key) const {
    return trees_[version].branches[pairs_.branches[version][key]];
  }

  const ItemHead& head(Version version, std::size_t key) const {
    return trees_[version].head(pairs_.branches[version][key]);
  }

  std::size_t parent(Version version, std::size_t key) const {
    return pairs_.keys[version][branch(version, key).parent];
  }

  // --- the lists

  Threads threads(Version version, std::size_t key) {
    Threads threads;
    // What stands in an item that was removed as a whole was not removed line by line.
    if (!has(version, key) && version != Version::base && has(Version::base, key))
      version = Version::base;
    if (!has(version, key)) return threads;
    for (const TreePart& part : branch(version, key).parts) {
      const bool item = part.kind == LineKind::item;
      const std::size_t number =
          item ? pairs_.keys[version][part.item] : pairs_.size() + line_number(part.line);
      threads.push_back({number, part.kind, part.depth, item || is_telling(part.line)});
    }
    return threads;
  }

  std::size_t line_number(const std::string& line) {
    const std::size_t number = numbers_.of(line);
    if (number == lines_.size()) lines_.push_back(line);
    return number;
  }

  Strand strand(std::size_t key) {
    Three<Threads> lists{threads(Version::base, key), threads(Version::ours, key),
                         threads(Version::theirs, key)};
    return strand_of(std::move(lists));
  }

  // --- which items stay, and where

  /// Finds the items of the base that a side has where the base has them.
  void find_places(Version side) {
    std::vector<bool>& in_place = in_place_[side];
    in_place.assign(pairs_.size(), false);
    for (std::size_t key = 0; key < pairs_.size(); ++key) {
      const Strand& strand = strands_[key];
      for (const Match& match : side == Version::ours ? strand.in_ours : strand.in_theirs) {
        const Thread& thread = strand.versions.base[match.before];
        if (thread.kind == LineKind::item)
          in_place[thread.number] = !has(side, thread.number) || parent(side, thread.number) == key;
      }
    }
  }

  bool is_moved(Version side, std::size_t key) const {
    return has(Version::base, key) && has(side, key) && !in_place_[side][key];
  }

  /// True when a side changed anything in the item, what stands in it included.
  bool is_changed(Version side, std::size_t key) {
    int& known = changed_[side][key];
    if (known < 0) {
      known = 0;  // an item never stands in itself, but a wrong pair must not hang us
      known = has_changes(side, key) ? 1 : 0;
    }
    return known == 1;
  }

  bool has_changes(Version side, std::size_t key) {
    if (!has(Version::base, key) || !has(side, key)) return true;
    if (head(side, key).note.bytes() != head(Version::base, key).note.bytes()) return true;
    const Strand& strand = strands_[key];
    const Threads& before = strand.versions.base;
    const Threads& after = strand.versions[side];
    if (!std::ranges::equal(before, after, {}, &Thread::number, &Thread::number)) return true;
    return std::ranges::any_of(after, [&](const Thread& thread) {
      return thread.kind == LineKind::item && is_changed(side, thread.number);
    });
  }

  /// An item that one side removed stays when the other changed or moved it.
  bool is_alive(std::size_t key) {
    if (!has(Version::base, key)) return true;
    if (has(Version::ours, key) && has(Version::theirs, key)) return true;
    if (!has(Version::ours, key) && !has(Version::theirs, key)) return false;
    const Version side = has(Version::ours, key) ? Version::ours : Version::theirs;
    return is_moved(side, key) || is_changed(side, key);
  }

  /// The version that says where an item stands: who moved it, or brought it.
  Version placing(std::size_t key) const {
    for (const Version side : sides)
      if (has(Version::base, key) ? is_moved(side, key) : has(side, key)) return side;
    return Version::base;
  }

  bool stands(Version version, std::size_t number, std::size_t list) {
    if (version != placing(number)) return is_twin(version, number);
    return version != Version::base || is_alive(number) || went_with_its_item(number, list);
  }

  /// True for the same new or moved item on their side: it is joined with ours.
  bool is_twin(Version version, std::size_t number) const {
    return version == Version::theirs && placing(number) == Version::ours &&
           has(Version::theirs, number) &&
           parent(Version::ours, number) == parent(Version::theirs, number);
  }

  /// True when an item was removed only with the item it stands in, which stays.
  bool went_with_its_item(std::size_t number, std::size_t list) const {
    return std::ranges::all_of(sides,
                               [&](Version side) { return has(side, number) || !has(side, list); });
  }

  /// The item that an id belongs to: the first with it that is no copied line.
  void find_owners() {
    for (const Version version : {Version::ours, Version::theirs, Version::base}) {
      for (std::size_t branch = 1; branch < trees_[version].branches.size(); ++branch) {
        const std::string& id = trees_[version].head(branch).item().id;
        if (id.empty()) continue;
        mint_.take(id);
        const std::size_t key = pairs_.keys[version][branch];
        if (!pairs_.copied[version][branch]) owners_.emplace(id, key);
      }
    }
  }

  // --- the result

  void put_list(std::size_t key, const std::string& indent, std::size_t parent) {
    const Stands stands = [this, key](Version version, std::size_t number) {
      return this->stands(version, number, key);
    };
    for (const Woven& woven : weave(strands_[key], stands)) {
      if (woven.number < pairs_.size())
        put_item(woven.number, indent, parent);
      else
        put_line(woven.choice, indent, lines_[woven.number - pairs_.size()]);
    }
  }

  void put_line(Choice choice, const std::string& indent, const std::string& line) {
    const LineKind kind = kind_of_line(line);
    // Words right below an item would become its own.
    if (kind == LineKind::words && below_head_) result_.lines.push_back({choice, ""});
    below_head_ = false;
    result_.lines.push_back({choice, kind == LineKind::blank ? line : indent + line});
  }

  void put_item(std::size_t key, const std::string& outer, std::size_t parent) {
    if (!put_.insert(key).second) return;
    const std::string indent = outer + indent_of(key);
    const MergedHead merged = with_own_id(merged_head(key), key);
    const std::size_t index = result_.items.size();
    result_.items.push_back({merged.ours.item(), merged.theirs.item(), parent});
    put_head(merged.conflict ? Choice::ours : Choice::both, indent, merged.ours);
    if (merged.conflict) put_head(Choice::theirs, indent, merged.theirs);
    below_head_ = true;
    put_list(key, indent, index);
  }

  void put_head(Choice choice, const std::string& indent, const ItemHead& head) {
    for (std::size_t line = 1; line <= head.note.lines(); ++line)
      result_.lines.push_back({choice, indent + std::string(head.note.line(line))});
  }

  std::string indent_of(std::size_t key) const {
    const bool ours = has(Version::ours, key);
    if (!ours || !has(Version::theirs, key))
      return branch(ours ? Version::ours : Version::theirs, key).indent;
    const std::string& mine = branch(Version::ours, key).indent;
    const bool unchanged = has(Version::base, key) && branch(Version::base, key).indent == mine;
    return unchanged ? branch(Version::theirs, key).indent : mine;
  }

  MergedHead merged_head(std::size_t key) const {
    if (!has(Version::ours, key)) return one_sided(Version::theirs, key);
    if (!has(Version::theirs, key)) return one_sided(Version::ours, key);
    return merge_heads(head_before(key), head(Version::ours, key), head(Version::theirs, key));
  }

  /// What both sides began with: the item here, else in the note that it was carried from.
  const ItemHead* head_before(std::size_t key) const {
    if (has(Version::base, key)) return &head(Version::base, key);
    const auto elder = elders_.find(head(Version::ours, key).item().id);
    return elder == elders_.end() ? nullptr : &elder->second;
  }

  MergedHead one_sided(Version side, std::size_t key) const {
    return {head(side, key), head(side, key), false};
  }

  /// A second line with an id that is another's gets an id of its own.
  MergedHead with_own_id(MergedHead merged, std::size_t key) {
    const Item& item = merged.ours.item();
    const auto owner = owners_.find(item.id);
    if (item.id.empty() || owner == owners_.end() || owner->second == key) return merged;
    const std::string id =
        mint_.next({birthplace_.people, birthplace_.file, item.owner, item.words});
    return {with_id(merged.ours, id), with_id(merged.theirs, id), merged.conflict};
  }

  const Three<NoteTree>& trees_;
  const Birthplace& birthplace_;
  const Elders& elders_;
  Pairs pairs_;
  Numbers numbers_;
  std::vector<std::string> lines_;
  std::vector<Strand> strands_;        ///< per key
  Three<std::vector<bool>> in_place_;  ///< per key
  Three<std::vector<int>> changed_;    ///< per key; below zero while nobody asked
  std::map<std::string, std::size_t, std::less<>> owners_;
  Mint mint_;
  std::set<std::size_t> put_;
  bool below_head_ = false;
  MergedBody result_;
};

}  // namespace

MergedBody merge_bodies(const Three<Note>& notes, const Reading& reading,
                        const Birthplace& birthplace, const Elders& elders) {
  const Three<NoteTree> trees{tree_of(notes.base, reading), tree_of(notes.ours, reading),
                              tree_of(notes.theirs, reading)};
  return BodyMerge(trees, birthplace, elders).run();
}

}  // namespace oneonone
