// SPDX-License-Identifier: MIT
// A line without a box has no mark to flip: it is told apart by its id and its words.
#include "core/remarks.hpp"

#include <algorithm>
#include <map>

#include "text/carve.hpp"

namespace oneonone {
namespace {

/// A line with an id in a dated note.
struct HeldLine {
  const ParsedNote* note = nullptr;
  std::string words;
};
using HeldLines = std::multimap<std::string, HeldLine, std::less<>>;

Item read_bullet(const Note& note, const Bullet& bullet) {
  return read_item(note, bullet.text, bullet.paragraph_end).item;
}

void add_lines(const ParsedNote& parsed, HeldLines& lines) {
  for (const Task& task : parsed.outline.tasks) {
    if (!task.item().id.empty())
      lines.emplace(task.item().id, HeldLine{&parsed, task.item().words});
  }
  for (const Bullet& bullet : parsed.outline.bullets) {
    Item item = read_bullet(parsed.note, bullet);
    if (!item.id.empty()) lines.emplace(item.id, HeldLine{&parsed, item.words});
  }
}

const ParsedNote* holder_of(const HeldLines& lines, const Item& item) {
  auto [first, last] = lines.equal_range(item.id);
  auto same =
      std::find_if(first, last, [&](const auto& line) { return line.second.words == item.words; });
  return same == last ? nullptr : same->second.note;
}

/// The kind of a line that goes on into a note: facts stay where they are, the rest has a box.
std::string kind_of(const Outline& outline, const Bullet& bullet, const Item& item) {
  const Heading* heading = outline.heading_above(bullet.line);
  if (heading != nullptr && heading->section == Section::ignored) return {};
  std::string kind(item.kind());
  if (kind.empty() && heading != nullptr) kind = kind_of_heading(heading->text);
  return kind == "win" || kind == "decision" ? kind : std::string();
}

bool holds_task(const Outline& outline, const ListItem& item) {
  const auto next = std::ranges::upper_bound(outline.tasks, item.marker, {}, &Task::marker);
  return next != outline.tasks.end() && next->first_line <= item.last_line;
}

/// Collects the remarks of topics.md.
class Collector {
 public:
  explicit Collector(const Ledger& ledger) : ledger_(ledger), mint_(ledger.taken()) {
    for (const Chain& chain : ledger.chains()) {
      mint_.take(chain.id);
      of_items_.insert(chain.id);
    }
    for (const ParsedNote& parsed : ledger.notes()) {
      if (parsed.path.is_meeting()) add_lines(parsed, lines_);
    }
  }

  std::vector<Remark> run() {
    for (std::size_t n = 0; n < ledger_.notes().size(); ++n) {
      if (!ledger_.notes()[n].path.is_meeting()) read(n);
    }
    std::ranges::stable_sort(found_, {}, [](const auto& one) { return one.first; });
    std::vector<Remark> remarks;
    for (auto& [birth, remark] : found_) remarks.push_back(std::move(remark));
    return remarks;
  }

 private:
  void read(std::size_t index) {
    const ParsedNote& parsed = ledger_.notes()[index];
    for (std::size_t b = 0; b < parsed.outline.bullets.size(); ++b) {
      const Bullet& bullet = parsed.outline.bullets[b];
      Item item = read_bullet(parsed.note, bullet);
      Remark remark{index, b, kind_of(parsed.outline, bullet, item), item.id, false};
      if (!bullet.outer || remark.kind.empty() || item.words.empty()) continue;
      remark.held = holder_of(lines_, item) != nullptr;
      if (!remark.held) give_id(item, remark);
      seen_.insert(remark.id);
      found_.emplace_back(item.since ? item.since->days() : INT32_MAX, std::move(remark));
    }
  }

  /// Its own, unless it has none or it is another line's.
  void give_id(const Item& item, Remark& remark) {
    bool own = !item.id.empty() && !seen_.contains(item.id) && !lines_.contains(item.id);
    if (own && !of_items_.contains(item.id)) return;
    remark.id = mint_.next({ledger_.person().people, "topics.md", "", item.words});
  }

  const Ledger& ledger_;
  Mint mint_;
  IdSet of_items_, seen_;
  HeldLines lines_;
  std::vector<std::pair<int, Remark>> found_;
};

}  // namespace

std::vector<Remark> remarks_in(const Ledger& ledger) {
  return Collector(ledger).run();
}

void identify(const Ledger& ledger, const Remark& remark, NoteEdits& edits) {
  const ParsedNote& parsed = ledger.notes()[remark.note];
  const Bullet& bullet = parsed.outline.bullets[remark.bullet];
  ItemText text = read_item(parsed.note, bullet.text, bullet.paragraph_end);
  if (text.item.id == remark.id) return;
  ItemEdit edit(parsed.note, text);
  edit.set_id(remark.id);
  for (Edit& one : edit.edits()) edits[remark.note].push_back(std::move(one));
}

std::optional<std::string> copy_of(const Ledger& ledger, const Remark& remark, ItemShapes& shapes) {
  const ParsedNote& parsed = ledger.notes()[remark.note];
  auto own = [&](std::size_t task) { return ledger.chain_of({remark.note, task}).has_value(); };
  return carve(parsed.note, parsed.outline, parsed.outline.bullets[remark.bullet], shapes, own);
}

IdSet shown_ids(const Note& note, const Outline& outline) {
  IdSet ids;
  for (const Bullet& bullet : outline.bullets) ids.insert(read_bullet(note, bullet).id);
  for (const Task& task : outline.tasks) ids.insert(task.item().id);
  return ids;
}

void clear_remarks(const Ledger& ledger, const ParsedNote& written, NoteEdits& edits) {
  HeldLines lines;
  add_lines(written, lines);
  for (const ParsedNote& parsed : ledger.notes()) {
    if (parsed.path.is_meeting() && parsed.path != written.path) add_lines(parsed, lines);
  }
  Holders holders;
  for (const Remark& remark : remarks_in(ledger)) {
    const ParsedNote& topics = ledger.notes()[remark.note];
    const Bullet& bullet = topics.outline.bullets[remark.bullet];
    const ParsedNote* holder = holder_of(lines, read_bullet(topics.note, bullet));
    if (holder == nullptr || holds_task(topics.outline, bullet)) continue;
    if (!holders.hold(holder->note, topics.note, bullet.paragraph_end + 1, bullet.last_line))
      continue;
    std::size_t from = topics.note.start(bullet.first_line);
    edits[remark.note].push_back({from, topics.note.next(bullet.last_line) - from, ""});
  }
}

}  // namespace oneonone
