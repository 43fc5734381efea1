// SPDX-License-Identifier: MIT
// Asks a note's outline about single lines.
#include "core/found.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "unicode.hpp"

namespace oneonone {
namespace {

/// A list item around a line, boxed or not.
struct Around {
  ListItem place;
  std::size_t text_line = 0;
  Item item;

  bool own_words(std::size_t line) const { return line <= place.paragraph_end; }
};

/// The list items of a note: asked for each line that was found, so looked up.
class ItemsByLine {
 public:
  ItemsByLine(const Note& note, const Outline& outline) : note_(note) {
    for (const Task& task : outline.tasks) entries_.push_back({&task, &task, nullptr, none});
    for (const Bullet& bullet : outline.bullets) {
      entries_.push_back({&bullet, nullptr, &bullet, none});
    }
    std::ranges::sort(entries_, {}, [](const Entry& entry) { return entry.place->marker; });
    std::size_t outer = none;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      while (outer != none && entries_[outer].place->last_line < entries_[i].place->first_line) {
        outer = entries_[outer].outer;
      }
      entries_[i].outer = std::exchange(outer, i);
    }
  }

  /// Those that hold a line, the innermost last.
  std::vector<Around> around(std::size_t line) const {
    const auto after = std::ranges::upper_bound(
        entries_, line, {}, [](const Entry& entry) { return entry.place->first_line; });
    std::vector<Around> around;
    auto index = static_cast<std::size_t>(after - entries_.begin()) - 1;
    for (; index != none; index = entries_[index].outer) {
      if (line <= entries_[index].place->last_line) around.push_back(read(entries_[index]));
    }
    std::ranges::reverse(around);
    return around;
  }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);

  struct Entry {
    const ListItem* place;
    const Task* task;      ///< with a box
    const Bullet* bullet;  ///< without
    std::size_t outer;     ///< the item that it stands in
  };

  Around read(const Entry& entry) const {
    if (entry.task != nullptr) return {*entry.place, entry.task->box_line, entry.task->item()};
    const Bullet& bullet = *entry.bullet;
    ItemText text = read_item(note_, bullet.text, bullet.line, bullet.paragraph_end);
    return {*entry.place, bullet.line, std::move(text.item)};
  }

  const Note& note_;
  std::vector<Entry> entries_;  ///< by place
};

class FoundReader {
 public:
  FoundReader(const NotePath& path, const Note& note, const Reading& reading)
      : path_(path), note_(note), outline_(outline_of(note, reading)), items_(note, outline_) {}

  std::optional<Found> read(const LineHit& hit, const FoundFilter& filter) const {
    Found found{path_, hit, std::string(note_.line(hit.line)), {}, "", "", false};
    std::optional<Date> day = path_.date;
    if (const Heading* heading = heading_of(hit.line)) found.section = heading->text;
    for (const Around& around : items_.around(hit.line)) {
      const bool own = around.own_words(hit.line);
      found.kind = own ? kind_of(around, found.section) : "";
      if (!around.item.id.empty()) {
        found.id = around.item.id;
        found.below = !own;
      }
      if (!day) day = around.item.since;
    }
    if (filter.since && (!day || *day < *filter.since)) return std::nullopt;
    if (filter.until && (!day || *day > *filter.until)) return std::nullopt;
    if (filter.kind && found.kind != *filter.kind) return std::nullopt;
    if (filter.section && !stands_in_section(outline_, hit.line, *filter.section)) {
      return std::nullopt;
    }
    return found;
  }

 private:
  /// A heading's own line belongs to its section.
  const Heading* heading_of(std::size_t line) const { return outline_.heading_above(line + 1); }

  static std::string kind_of(const Around& around, const std::optional<std::string>& section) {
    std::string kind = around.item.kind();
    return kind.empty() && section ? kind_of_heading(*section) : kind;
  }

  const NotePath& path_;
  const Note& note_;
  Outline outline_;
  ItemsByLine items_;
};

}  // namespace

bool stands_in_section(const Outline& outline, std::size_t line, std::string_view wanted) {
  const std::string folded = unicode::fold(wanted);
  int level = 7;
  for (auto heading = outline.headings.rbegin(); heading != outline.headings.rend(); ++heading) {
    if (heading->line > line || heading->level >= level) continue;
    if (unicode::fold(heading->text).find(folded) != std::string::npos) return true;
    level = heading->level;
  }
  return false;
}

std::vector<Found> found_in(const NotePath& path, const Note& note,
                            const std::vector<LineHit>& hits, const Reading& reading,
                            const FoundFilter& filter) {
  std::vector<Found> found;
  if (path.file.ends_with(".md")) {
    const FoundReader reader(path, note, reading);
    for (const LineHit& hit : hits) {
      if (auto one = reader.read(hit, filter)) found.push_back(std::move(*one));
    }
  } else if (!filter.needs_outline()) {
    for (const LineHit& hit : hits) {
      found.push_back({path, hit, std::string(note.line(hit.line)), {}, "", "", false});
    }
  }
  return found;
}

std::vector<Found> without_copies(std::vector<Found> found) {
  // Lines below an item are carried along with it: each of them is one too.
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::vector<const Found*> newest_first;
  for (const Found& one : found) newest_first.push_back(&one);
  std::ranges::stable_sort(newest_first,
                           [](const Found* a, const Found* b) { return b->path < a->path; });
  std::set<const Found*> kept;
  for (const Found* one : newest_first) {
    const std::string words = one->below ? one->text : "";
    if (one->id.empty() || seen.emplace(one->path.person, one->id, words).second) kept.insert(one);
  }
  std::vector<Found> result;
  for (Found& one : found) {
    if (kept.contains(&one)) result.push_back(std::move(one));
  }
  return result;
}

}  // namespace oneonone
