// SPDX-License-Identifier: MIT
// Asks a note's outline about single lines.
#include "core/found.hpp"

#include <algorithm>
#include <set>
#include <tuple>

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

/// The list items that hold a line, the innermost last.
std::vector<Around> items_around(const Note& note, const Outline& outline, std::size_t line) {
  auto holds = [line](const ListItem& item) {
    return item.first_line <= line && line <= item.last_line;
  };
  std::vector<Around> around;
  for (const Task& task : outline.tasks) {
    if (holds(task)) around.push_back({task, task.box_line, task.item()});
  }
  for (const Bullet& bullet : outline.bullets) {
    if (!holds(bullet)) continue;
    ItemText text = read_item(note, bullet.text, bullet.line, bullet.paragraph_end);
    around.push_back({bullet, bullet.line, std::move(text.item)});
  }
  std::ranges::stable_sort(around, {}, [](const Around& one) { return one.place.first_line; });
  return around;
}

class FoundReader {
 public:
  FoundReader(const NotePath& path, const Note& note, const Reading& reading)
      : path_(path), note_(note), outline_(outline_of(note, reading)) {}

  std::optional<Found> read(const LineHit& hit, const FoundFilter& filter) const {
    Found found{path_, hit, std::string(note_.line(hit.line)), {}, "", "", false};
    std::optional<Date> day = path_.date;
    if (const Heading* heading = heading_of(hit.line)) found.section = heading->text;
    for (const Around& around : items_around(note_, outline_, hit.line)) {
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
