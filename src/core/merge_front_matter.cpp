// SPDX-License-Identifier: MIT
// A key owns its lines and the comments above them; the keys keep our order.
#include "core/merge_front_matter.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "text/front_matter.hpp"

namespace oneonone {
namespace {

using ValueLines = std::vector<std::string>;

/// A key with its lines. The comments below the last key are an entry without a name.
struct Entry {
  std::string key;
  ValueLines lines;
  bool list = false, nested = false;
  std::vector<std::string> values;

  bool operator==(const Entry& other) const { return lines == other.lines; }
};

struct Matter {
  bool fenced = false;
  bool broken = false;
  std::vector<Entry> entries;

  const Entry* find(const std::string& key) const {
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &*found;
  }
};

struct Stretch {
  std::size_t first = 1, last = 0;
};

Stretch span_of(const Note& note, bool whole) {
  if (whole) return {1, note.lines()};
  if (!note.front_matter()) return {};
  return {note.front_matter()->open + 1, note.front_matter()->close - 1};
}

ValueLines lines_of(const Note& note, std::size_t first, std::size_t last) {
  ValueLines lines;
  for (std::size_t line = first; line <= last; ++line) lines.emplace_back(note.line(line));
  return lines;
}

Matter matter_of(const Note& note, bool whole) {
  const FrontMatter read = read_front_matter(note, whole);
  Matter matter{note.front_matter().has_value(), read.problem.has_value(), {}};
  Stretch span = span_of(note, whole);
  for (const Field& field : read.fields) {
    matter.entries.push_back({field.key, lines_of(note, span.first, field.last_line), field.list,
                              field.nested, field.values});
    span.first = field.last_line + 1;
  }
  if (span.first <= span.last)
    matter.entries.push_back({"", lines_of(note, span.first, span.last), false, false, {}});
  return matter;
}

/// A day or a range of days needs no quotes.
std::string yaml_value(const std::string& value) {
  return Date::parse(value.substr(0, 10)) ? value : yaml_scalar(value);
}

/// Both sides' values, less what either took away.
ValueLines merged_list(const Entry* base, const Entry& ours, const Entry& theirs) {
  const auto has = [](const Entry* entry, const std::string& value) {
    return entry != nullptr && std::ranges::count(entry->values, value) > 0;
  };
  std::string text;
  const auto add = [&](const std::string& value) {
    text += (text.empty() ? "" : ", ") + yaml_value(value);
  };
  for (const std::string& value : ours.values)
    if (has(&theirs, value) || !has(base, value)) add(value);
  for (const std::string& value : theirs.values)
    if (!has(&ours, value) && !has(base, value)) add(value);
  return {ours.key + ": [" + text + "]"};
}

class KeyMerge {
 public:
  explicit KeyMerge(const Three<Matter>& matters) : matters_(matters) {}

  std::vector<MergedLine> run() {
    for (const std::string& key : keys()) merge(key);
    return std::move(lines_);
  }

 private:
  /// The keys in our order; one that only they have stands behind the key it stands behind there.
  std::vector<std::string> keys() const {
    std::vector<std::string> keys;
    for (const Entry& entry : matters_.ours.entries) keys.push_back(entry.key);
    auto place = keys.begin();
    for (const Entry& entry : matters_.theirs.entries) {
      const auto found = std::ranges::find(keys, entry.key);
      place = (found == keys.end() ? keys.insert(place, entry.key) : found) + 1;
    }
    return keys;
  }

  void merge(const std::string& key) {
    const Entry* base = matters_.base.find(key);
    const Entry* ours = matters_.ours.find(key);
    const Entry* theirs = matters_.theirs.find(key);
    if (ours == nullptr || theirs == nullptr) {
      const Entry& left = ours == nullptr ? *theirs : *ours;
      // What one side took away stays when the other changed it.
      if (base == nullptr || *base != left) put(Choice::both, left.lines);
    } else {
      merge(base, *ours, *theirs);
    }
  }

  void merge(const Entry* base, const Entry& ours, const Entry& theirs) {
    if (base != nullptr && ours == *base) return put(Choice::both, theirs.lines);
    const bool same = ours.values == theirs.values && !ours.nested && !theirs.nested;
    if ((base != nullptr && theirs == *base) || ours == theirs || (same && !ours.key.empty()))
      return put(Choice::both, ours.lines);
    if (ours.list && theirs.list && !ours.nested && !theirs.nested)
      return put(Choice::both, merged_list(base, ours, theirs));
    put(Choice::ours, ours.lines);
    put(Choice::theirs, theirs.lines);
  }

  void put(Choice choice, const ValueLines& lines) {
    for (const std::string& line : lines) lines_.push_back({choice, line});
  }

  const Three<Matter>& matters_;
  std::vector<MergedLine> lines_;
};

/// What no reader understands, line by line.
std::vector<MergedLine> merge_lines(const Three<Note>& notes, bool whole) {
  Numbers numbers;
  ValueLines known;
  Three<Threads> versions;
  for (const Version version : all_versions) {
    const Stretch span = span_of(notes[version], whole);
    for (std::string& line : lines_of(notes[version], span.first, span.last)) {
      const std::size_t number = numbers.of(line);
      const LineKind kind = line.empty() ? LineKind::blank : LineKind::other;
      versions[version].push_back({number, kind, 0, !line.empty()});
      if (number == known.size()) known.push_back(std::move(line));
    }
  }
  std::vector<MergedLine> lines;
  for (const Woven& woven : weave(strand_of(std::move(versions)), nullptr))
    lines.push_back({woven.choice, known[woven.number]});
  return lines;
}

}  // namespace

std::vector<MergedLine> merge_front_matters(const Three<Note>& notes, bool whole) {
  const Three<Matter> matters{matter_of(notes.base, whole), matter_of(notes.ours, whole),
                              matter_of(notes.theirs, whole)};
  const bool broken = matters.base.broken || matters.ours.broken || matters.theirs.broken;
  std::vector<MergedLine> lines = broken ? merge_lines(notes, whole) : KeyMerge(matters).run();
  const bool fenced = changed(matters.base.fenced, matters.ours.fenced, matters.theirs.fenced);
  if (whole || (lines.empty() && !fenced)) return lines;
  lines.insert(lines.begin(), {Choice::both, "---"});
  lines.push_back({Choice::both, "---"});
  return lines;
}

}  // namespace oneonone
