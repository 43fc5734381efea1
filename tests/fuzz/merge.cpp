// SPDX-License-Identifier: MIT
// Three versions of a note from one text: nothing is lost, and who merges makes no difference.
#include "core/merge.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "fuzz/targets.hpp"
#include "text/blanks.hpp"
#include "text/lines.hpp"

namespace oneonone::fuzz {
namespace {

const MergePlace place{{Headings({"Topics"}, {"Checklist"}), ""},
                       {{"alice", "dana"}, "2026-11-24.md"}};

using Versions = Three<std::string>;

/// A line that begins with one of `botxyz` and `|` stands in some of the versions, any other in
/// all.
Versions versions_in(std::string_view bytes) {
  static const std::map<char, std::string_view> stands{{'b', "b"},  {'o', "o"},  {'t', "t"},
                                                       {'x', "bo"}, {'y', "bt"}, {'z', "ot"}};
  Versions versions;
  const auto add = [](std::string& version, bool is_in, std::string_view line) {
    if (is_in) version += line;
  };
  for (LineCursor lines(bytes); !lines.done();) {
    lines.take();
    std::string_view line = bytes.substr(lines.start(), lines.next() - lines.start());
    std::string_view in = "bot";
    if (line.size() > 1 && line[1] == '|' && stands.contains(line[0])) {
      in = stands.at(line[0]);
      line.remove_prefix(2);
    }
    add(versions.base, in.find('b') != std::string_view::npos, line);
    add(versions.ours, in.find('o') != std::string_view::npos, line);
    add(versions.theirs, in.find('t') != std::string_view::npos, line);
  }
  return versions;
}

MergedNote merged(const Versions& versions) {
  const auto& [base, ours, theirs] = versions;
  const bool both_changed = ours != base && theirs != base;
  if (is_wrong_on_purpose() && both_changed) return {ours, false};
  return merge_notes(versions, place);
}

void who_changed_nothing_has_no_say(const Versions& versions) {
  for (const std::string& side : {versions.ours, versions.theirs}) {
    require(merged({versions.base, side, versions.base}).bytes == side, "their nothing counts");
    require(merged({versions.base, versions.base, side}).bytes == side, "our nothing counts");
    require(merged({versions.base, side, side}).bytes == side, "the same change twice is another");
  }
}

/// How often each word stands there: four letters or more, without those of ids and tokens, which
/// are decided.
std::map<std::string, std::size_t> words_of(const std::string& bytes) {
  std::map<std::string, std::size_t> words;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (auto from = bytes.begin(); from != bytes.end();) {
    from = std::find_if(from, bytes.end(), is_letter);
    const auto to = std::find_if_not(from, bytes.end(), is_letter);
    // A value of front matter may be put into quotes; what follows other marks belongs to a token.
    const bool starts = from == bytes.begin() ||
                        std::string_view(" \t\n\r\"'[,").find(from[-1]) != std::string_view::npos;
    const bool key = to != bytes.end() && (*to == ':' || is_digit(*to));
    if (to - from >= 4 && starts && !key) ++words[std::string(from, to)];
    from = to;
  }
  return words;
}

/// What one side wrote, and what neither took away, stands in the result.
void keeps_words(const Versions& versions, const std::string& result) {
  const auto base = words_of(versions.base), now = words_of(result);
  const auto ours = words_of(versions.ours), theirs = words_of(versions.theirs);
  for (const auto* side : {&ours, &theirs}) {
    for (const auto& [word, count] : *side) {
      if (!base.contains(word)) require(now.contains(word), "a new word is lost: " + word);
    }
  }
  for (const auto& [word, count] : base) {
    if (count > 1 || !ours.contains(word) || !theirs.contains(word)) continue;
    require(now.contains(word), "a word of all three is lost: " + word);
  }
}

using Marks = std::map<std::string, Mark>;

/// The marks of the items by id; nothing when an id stands twice.
std::optional<Marks> marks_of(const std::string& bytes) {
  Marks marks;
  for (const Task& task : outline_of(Note(bytes), place.reading).tasks) {
    if (task.item().id.empty()) continue;
    if (!marks.emplace(task.item().id, task.item().mark).second) return std::nullopt;
  }
  return marks;
}

/// An item that neither side took away stands in the result once, and open if both have it open.
void keeps_items(const Versions& versions, const std::string& result) {
  const auto ours = marks_of(versions.ours), theirs = marks_of(versions.theirs);
  if (!marks_of(versions.base) || !ours || !theirs) return;
  const auto marks = marks_of(result);
  require(marks.has_value(), "an id stands twice");
  for (const auto& [id, mark] : *ours) {
    const auto other = theirs->find(id);
    if (other == theirs->end()) continue;
    require(marks->contains(id), "an item of both sides is lost: " + id);
    const bool open = mark == Mark::open && other->second == Mark::open;
    require(!open || marks->at(id) == Mark::open, "open on both sides is not open: " + id);
    const bool closed = is_closed(mark) && is_closed(other->second);
    require(!closed || is_closed(marks->at(id)), "closed on both sides is not closed: " + id);
  }
}

}  // namespace

void merge(std::string_view bytes) {
  if (bytes.size() > 2048) return;
  const Versions versions = versions_in(bytes);
  who_changed_nothing_has_no_say(versions);
  const MergedNote result = merged(versions);
  const MergedNote turned = merged({versions.base, versions.theirs, versions.ours});
  keeps_words(versions, result.bytes);
  if (!result.conflict) keeps_items(versions, result.bytes);
  if (!result.conflict && !turned.conflict && !versions.base.empty()) {
    require(words_of(result.bytes) == words_of(turned.bytes), "who merges makes a difference");
  }
}

}  // namespace oneonone::fuzz
