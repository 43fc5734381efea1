// SPDX-License-Identifier: MIT
// Copies by way of `carry`, lines by way of `add`: what is handed on reads like what was said here.
#include "core/handover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/capture.hpp"
#include "core/said.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

void add_items(const Ledger& ledger, std::vector<Heirloom>& all) {
  for (const Chain& chain : ledger.chains()) {
    if (chain.state != Mark::open || chain.role == Role::step) continue;
    const Task& task = ledger.shown(chain);
    all.push_back({"item", chain.id, ledger.person().canonical(task.item().owner),
                   task.item().words, ledger.since(chain), task.item().due,
                   ledger.note(chain.shown).path, task.box_line});
  }
}

void add_goals(const std::vector<Goal>& goals, std::vector<Heirloom>& all) {
  for (const Goal& goal : goals) {
    if (goal.mark != Mark::open) continue;
    all.push_back({"goal", goal.id, "", goal.text, goal.since, goal.due, goal.path, goal.line});
  }
}

void add_wins(const Ledger& ledger, Date since, std::vector<Heirloom>& all) {
  for (const Said& said : said_in(ledger)) {
    if (said.kind != "win" || said.boxed || (said.since && *said.since < since)) continue;
    all.push_back(
        {"win", said.id, said.author, said.text, said.since, std::nullopt, said.path, said.line});
  }
}

const Chain* chain_of(const Ledger& ledger, const Heirloom& heirloom) {
  if (heirloom.what != "item") return nullptr;
  const auto found = std::ranges::find(ledger.chains(), heirloom.id, &Chain::id);
  return found == ledger.chains().end() ? nullptr : &*found;
}

/// The copy with its id, and with the successor where the predecessor stood.
std::string inherited_lines(const std::string& lines, const Heirloom& heirloom,
                            const Person& person, const Succession& succession,
                            const Reading& reading) {
  const Note copy(lines);
  const Task task = outline_of(copy, reading).tasks.at(0);
  ItemEdit edit(copy, task.text);
  if (task.item().id != heirloom.id) edit.set_id(heirloom.id);
  std::vector<Edit> edits = edit.edits();
  const std::string& owner = task.item().owner;
  if (!owner.empty() && person.canonical(owner) == succession.before) {
    const std::size_t at = copy.bytes().find('@', task.box.at);
    edits.push_back({at + 1, owner.size(), succession.after});
  }
  return apply_edits(copy.bytes(), std::move(edits));
}

std::string win_line(const Heirloom& win) {
  std::string line = "- " + win.text;
  if (!win.owner.empty()) line += fmt::format(" ({})", win.owner);
  if (win.since) line += " since:" + win.since->iso();
  if (!win.id.empty()) line += " ^" + win.id;
  return line + "\n";
}

/// True when a topics.md holds the line, by its id or, without one, by its words.
bool holds(const std::string& topics, const Heirloom& heirloom, const std::string& line) {
  const Note note(topics);
  for (std::size_t i = 1; i <= note.lines(); ++i) {
    if (!heirloom.id.empty() && id_of_line(note.line(i)) == heirloom.id) return true;
    if (heirloom.id.empty() && std::string(note.line(i)) + "\n" == line) return true;
  }
  return false;
}

/// The lines of a goal: its heading, and what stands below it up to the next one.
std::string section_of(const ParsedNote& goals, std::size_t line) {
  std::size_t end = goals.note.lines() + 1;
  for (const Heading& heading : goals.outline.headings) {
    if (heading.line > line && heading.level <= 2) end = std::min(end, heading.line);
  }
  std::string text;
  std::string waiting;
  for (std::size_t i = line; i < end; ++i) {
    waiting.append(goals.note.line(i)).append("\n");
    if (!is_blank(goals.note.line(i))) text += std::exchange(waiting, "");
  }
  return text;
}

}  // namespace

std::vector<Heirloom> heirlooms(const Ledger& ledger, const std::vector<Goal>& goals, Date since) {
  std::vector<Heirloom> all;
  add_items(ledger, all);
  add_goals(goals, all);
  add_wins(ledger, since, all);
  return all;
}

std::string inherited_topics(const std::optional<std::string>& topics, const Ledger& ledger,
                             const std::vector<Heirloom>& chosen, const Person& heir,
                             const Succession& succession, const Reading& reading,
                             std::vector<std::string>& left) {
  std::optional<std::string> text = topics;
  Copier copier(ledger, reading);
  const auto add = [&](const Heirloom& heirloom, const CapturedLine& line) {
    if (text && holds(*text, heirloom, line.text)) return;
    text = topics_with(text, line, heir, reading);
  };
  for (const Heirloom& heirloom : chosen) {
    if (heirloom.what == "win") add(heirloom, {win_line(heirloom), {}, "win"});
    const Chain* chain = chain_of(ledger, heirloom);
    if (chain == nullptr) continue;
    const auto lines = copier.copy(*chain, heirloom.since);
    if (!lines) {
      left.push_back(fmt::format("{}:{}", heirloom.path.path(), heirloom.line));
      continue;
    }
    add(heirloom, {inherited_lines(*lines, heirloom, ledger.person(), succession, reading),
                   ledger.shown(*chain).item(), ""});
  }
  return text.value_or("");
}

std::string inherited_goals(const std::optional<std::string>& goals, const ParsedNote& old,
                            const std::vector<Heirloom>& chosen) {
  std::string text = goals.value_or("# Goals\n");
  for (const Heirloom& goal : chosen) {
    if (goal.what != "goal" || holds(text, goal, "")) continue;
    std::string section = section_of(old, goal.line);
    if (id_of_line(old.note.line(goal.line)).empty()) {
      section.insert(section.find('\n'), " ^" + goal.id);
    }
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    text += "\n" + section;
  }
  return text == "# Goals\n" ? goals.value_or("") : text;
}

NoteEdits identified(const Ledger& ledger, const std::vector<Heirloom>& chosen, Date today) {
  NoteEdits edits;
  for (const Heirloom& heirloom : chosen) {
    if (const Chain* chain = chain_of(ledger, heirloom)) identify(ledger, *chain, today, edits);
  }
  return edits;
}

NoteEdits handed_on(const Ledger& ledger, const std::vector<Heirloom>& chosen) {
  NoteEdits edits;
  for (const Heirloom& heirloom : chosen) {
    if (const Chain* chain = chain_of(ledger, heirloom)) mark_carried(ledger, *chain, edits);
  }
  return edits;
}

}  // namespace oneonone
