// SPDX-License-Identifier: MIT
// Asks a note's outline about single lines.
#include "core/found.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "unicode.hpp"

namespace oneonone {
namespace {

/// The list items around the lines of a note, which are asked for in order. One item is read at
/// most once, and only when a line in it is asked for.
class ItemsByLine {
 public:
  ItemsByLine(const Note& note, const std::vector<Block>& blocks, const Reading& reading)
      : note_(note), reading_(reading), blocks_(blocks) {}

  struct Entry {
    const Block* block;
    std::optional<Item> item;  ///< once it was read

    bool is_own_line(std::size_t line) const { return line <= block->paragraph_end; }
  };
  /// Those that hold a line, the innermost last.
  const std::vector<Entry>& around(std::size_t line) {
    for (; next_ < blocks_.size() && blocks_[next_].first_line <= line; ++next_) {
      if (blocks_[next_].is_heading()) continue;
      leave(blocks_[next_].first_line);
      open_.push_back({&blocks_[next_], std::nullopt});
    }
    leave(line);
    for (Entry& entry : open_) {
      if (!entry.item) entry.item = read(*entry.block);
    }
    return open_;
  }

 private:
  void leave(std::size_t line) {
    while (!open_.empty() && open_.back().block->last_line < line) open_.pop_back();
  }

  Item read(const Block& block) const {
    if (auto task = task_of(note_, block, reading_)) return std::move(task->text.item);
    return read_item(note_, block.text, block.paragraph_end).item;
  }

  const Note& note_;
  const Reading& reading_;
  const std::vector<Block>& blocks_;
  std::size_t next_ = 0;     ///< the first block that no line asked for has reached
  std::vector<Entry> open_;  ///< the items around the last line
};

/// The headings of a note, and which of them are wanted: those that hold the words, case and
/// accents folded, and those that stand under such a one.
class HeadingsByLine {
 public:
  HeadingsByLine(const std::vector<Block>& blocks, const std::optional<std::string>& words) {
    const std::string folded = unicode::fold(words.value_or(""));
    std::array<bool, 7> above{};  // for each level, 0 for the note itself
    for (const Block& block : blocks) {
      if (!block.is_heading()) continue;
      const auto level = static_cast<std::size_t>(block.level);
      const bool names = words && unicode::fold(block.title).find(folded) != std::string::npos;
      entries_.push_back({&block, names || above[level - 1]});
      std::fill(above.begin() + block.level, above.end(), entries_.back().is_wanted);
    }
  }

  struct Entry {
    const Block* block;
    bool is_wanted;
  };
  /// The nearest one above a line, which may be the line itself; null when there is none.
  const Entry* above(std::size_t line) const {
    const auto after = std::ranges::upper_bound(
        entries_, line, {}, [](const Entry& entry) { return entry.block->first_line; });
    return after == entries_.begin() ? nullptr : &*std::prev(after);
  }

 private:
  std::vector<Entry> entries_;
};

class FoundReader {
 public:
  FoundReader(std::shared_ptr<const NotePath> path, const Note& note, const Reading& reading,
              const FoundFilter& filter, std::size_t last_line)
      : path_(std::move(path)),
        note_(note),
        filter_(filter),
        blocks_(blocks_up_to(note, last_line)),
        headings_(blocks_, filter.section),
        items_(note, blocks_, reading) {}

  std::optional<Found> read(const LineHit& hit) {
    Found found{path_, hit, std::string(note_.line(hit.line)), {}, "", "", false};
    const HeadingsByLine::Entry* heading = headings_.above(hit.line);
    if (filter_.section && (heading == nullptr || !heading->is_wanted)) return std::nullopt;
    if (heading != nullptr) found.section = heading->block->title;
    std::optional<Date> day = path_->date;
    for (const ItemsByLine::Entry& around : items_.around(hit.line)) {
      const bool own = around.is_own_line(hit.line);
      found.kind = own ? kind_of(*around.item, found.section) : "";
      if (!around.item->id.empty()) {
        found.id = around.item->id;
        found.below = !own;
      }
      if (!day) day = around.item->since;
    }
    if (filter_.since && (!day || *day < *filter_.since)) return std::nullopt;
    if (filter_.until && (!day || *day > *filter_.until)) return std::nullopt;
    if (filter_.kind && found.kind != *filter_.kind) return std::nullopt;
    return found;
  }

 private:
  static std::string kind_of(const Item& item, const std::optional<std::string>& section) {
    std::string kind(item.kind());
    return kind.empty() && section ? kind_of_heading(*section) : kind;
  }

  std::shared_ptr<const NotePath> path_;
  const Note& note_;
  const FoundFilter& filter_;
  std::vector<Block> blocks_;
  HeadingsByLine headings_;
  ItemsByLine items_;
};

}  // namespace

std::vector<Found> found_in(const NotePath& path, const Note& note,
                            const std::vector<LineHit>& hits, const Reading& reading,
                            const FoundFilter& filter) {
  std::vector<Found> found;
  if (hits.empty()) return found;
  found.reserve(hits.size());
  const auto shared = std::make_shared<const NotePath>(path);
  if (path.file.ends_with(".md")) {
    FoundReader reader(shared, note, reading, filter, hits.back().line);
    for (const LineHit& hit : hits) {
      if (auto one = reader.read(hit)) found.push_back(std::move(*one));
    }
  } else if (!filter.needs_outline()) {
    for (const LineHit& hit : hits) {
      found.push_back({shared, hit, std::string(note.line(hit.line)), {}, "", "", false});
    }
  }
  return found;
}

std::vector<Found> without_copies(std::vector<Found> found) {
  std::vector<std::size_t> newest_first;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i].id.empty()) newest_first.push_back(i);
  }
  std::ranges::stable_sort(
      newest_first, [&](std::size_t a, std::size_t b) { return *found[b].path < *found[a].path; });
  // Lines below an item are carried along with it: each of them is one too.
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
  std::vector<bool> is_copy(found.size());
  for (const std::size_t i : newest_first) {
    const Found& one = found[i];
    const std::string_view words = one.below ? one.text : std::string_view();
    is_copy[i] = !seen.emplace(one.path->person, one.id, words).second;
  }
  auto copy = is_copy.begin();
  std::erase_if(found, [&copy](const Found&) { return *copy++; });
  return found;
}

}  // namespace oneonone
