// SPDX-License-Identifier: MIT
// A promoted line leaves the private tree: two copies of one text would be one leak.
#include "core/promotion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/said.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

std::string kind_at(const Outline& outline, const Item& item, std::size_t line) {
  const Heading* heading = outline.heading_above(line);
  std::string kind(item.kind());
  return kind.empty() && heading != nullptr ? kind_of_heading(heading->text) : kind;
}

PrivateLine line_of(const Ledger& own, const Chain& chain) {
  const ParsedNote& parsed = own.note(chain.shown);
  const Task& task = own.shown(chain);
  PrivateLine line{chain.id, task.item(), kind_at(parsed.outline, task.item(), task.box_line), {}};
  line.item.id = chain.id;
  line.item.since = own.since(chain);
  for (Place copy : chain.copies) line.places.emplace_back(copy.note, own.task(copy));
  return line;
}

void add_bullets(const ParsedNote& parsed, std::size_t index, std::vector<PrivateLine>& lines) {
  for (const Bullet& bullet : parsed.outline.bullets) {
    Item item = read_item(parsed.note, bullet.text, bullet.paragraph_end).item;
    if (item.id.empty()) continue;
    if (!item.since) item.since = parsed.path.date;
    std::string kind = kind_at(parsed.outline, item, bullet.line);
    lines.push_back({item.id, std::move(item), std::move(kind), {{index, bullet}}});
  }
}

}  // namespace

std::vector<PrivateLine> private_lines(const Ledger& own) {
  std::vector<PrivateLine> lines;
  for (const Chain& chain : own.chains()) {
    if (chain.state == Mark::open) lines.push_back(line_of(own, chain));
  }
  for (std::size_t n = 0; n < own.notes().size(); ++n) add_bullets(own.notes()[n], n, lines);
  return lines;
}

Captured as_typed(const PrivateLine& line, const Person& person) {
  const Item& item = line.item;
  std::string text;
  if (!item.owner.empty()) text += "@" + item.owner + " ";
  if (item.kind().empty() && !line.kind.empty()) {
    std::string word = line.kind + ": ";
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    text += word;
  }
  text += item.words;
  bool authored_already = !authored(item.words, person).author.empty();
  if (item.owner.empty() && !authored_already) text += " (" + person.me + ")";
  auto add = [&](TokenKey key, const std::optional<Date>& day) {
    if (day) text += fmt::format(" {}:{}", token_word(key), day->iso());
  };
  add(TokenKey::since, item.since);
  add(TokenKey::on, item.on);
  add(TokenKey::due, item.due);
  if (!item.due_word.empty()) text += " due:" + item.due_word;
  Captured captured;
  captured.text = text + " ^" + line.id;
  return captured;
}

bool is_shared(const Ledger& shared, const Item& item) {
  auto same = [&](const Item& other) { return other.id == item.id && other.words == item.words; };
  return std::ranges::any_of(shared.notes(), [&](const ParsedNote& parsed) {
    auto task = [&](const Task& one) { return same(one.item()); };
    auto bullet = [&](const Bullet& one) {
      return same(read_item(parsed.note, one.text, one.paragraph_end).item);
    };
    return std::ranges::any_of(parsed.outline.tasks, task) ||
           std::ranges::any_of(parsed.outline.bullets, bullet);
  });
}

NoteEdits removal_of(const Ledger& own, const PrivateLine& line) {
  NoteEdits edits;
  for (const auto& [index, item] : line.places) {
    const ParsedNote& parsed = own.notes()[index];
    if (item.last_line > item.paragraph_end) {
      throw Error(Status::failed, "what stands below it would be shared too",
                  fmt::format("{}:{}", parsed.path.path(), item.paragraph_end + 1),
                  "move it elsewhere with 'oneonone edit', then promote the line");
    }
    std::size_t from = parsed.note.start(item.first_line);
    edits[index].push_back({from, parsed.note.next(item.last_line) - from, ""});
  }
  return edits;
}

}  // namespace oneonone
