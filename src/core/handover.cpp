// SPDX-License-Identifier: MIT
// Copies by way of `carry`, lines by way of `add`: what is handed on reads like what was said here.
#include "core/handover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/capture.hpp"
#include "core/id_set.hpp"
#include "core/said.hpp"
#include "text/blanks.hpp"
#include "text/item_text.hpp"
#include "text/lines.hpp"

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

const Chain* chain_of(const ChainsById& chains, const Heirloom& heirloom) {
  return heirloom.what == "item" ? chains.find(heirloom.id) : nullptr;
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

/// The lines that the heir has already.
class KnownLines {
 public:
  explicit KnownLines(std::string_view text) { add(text); }

  void add(std::string_view text) {
    for (LineCursor lines(text); !lines.done();) {
      const std::string_view line = lines.take();
      ids_.insert(id_of_line(line));
      lines_.emplace(line);
    }
  }

  /// True when one of them shows the id or, without one, is `line`, which ends in `\n`.
  bool has(std::string_view id, std::string_view line) const {
    if (!id.empty()) return ids_.contains(id);
    return line.ends_with('\n') && lines_.contains(std::string(line.substr(0, line.size() - 1)));
  }

 private:
  IdSet ids_;
  std::unordered_set<std::string> lines_;
};

/// A topics.md and what comes into it, put together by shelf, so that it is read once for each.
class Topics {
 public:
  explicit Topics(const std::optional<std::string>& text)
      : text_(text), known_(text.value_or("")) {}

  void add(const Heirloom& heirloom, CapturedLine line) {
    if (known_.has(heirloom.id, line.text)) return;
    known_.add(line.text);
    const auto shelf = std::ranges::find_if(
        shelves_, [&line](const CapturedLine& one) { return stand_together(one, line); });
    if (shelf == shelves_.end())
      shelves_.push_back(std::move(line));
    else
      shelf->text += line.text;
  }

  std::string with_all(const Person& heir, const Reading& reading) && {
    for (const CapturedLine& lines : shelves_) text_ = topics_with(text_, lines, heir, reading);
    return text_.value_or("");
  }

 private:
  static bool stand_together(const CapturedLine& a, const CapturedLine& b) {
    return a.kind == b.kind && a.item.owner.empty() == b.item.owner.empty();
  }

  std::optional<std::string> text_;
  KnownLines known_;
  std::vector<CapturedLine> shelves_;  ///< the lines of each as if they were one
};

/// The lines of a goal: its heading, and what stands below it up to the next one.
std::string section_of(const ParsedNote& goals, std::size_t line) {
  std::size_t end = goals.note.lines() + 1;
  const auto after =
      std::ranges::upper_bound(goals.outline.headings, line, {},
                               [](const Heading& heading) -> std::size_t { return heading.line; });
  const auto next = std::find_if(after, goals.outline.headings.end(),
                                 [](const Heading& heading) { return heading.level <= 2; });
  if (next != goals.outline.headings.end()) end = next->line;
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
  Topics inherited(topics);
  Copier copier(ledger, reading);
  const ChainsById chains(ledger);
  for (const Heirloom& heirloom : chosen) {
    if (heirloom.what == "win") inherited.add(heirloom, {win_line(heirloom), {}, "win"});
    const Chain* chain = chain_of(chains, heirloom);
    if (chain == nullptr) continue;
    const auto lines = copier.copy(*chain, heirloom.since);
    if (!lines) {
      left.push_back(fmt::format("{}:{}", heirloom.path.path(), heirloom.line));
      continue;
    }
    inherited.add(heirloom,
                  {inherited_lines(*lines, heirloom, ledger.person(), succession, reading),
                   ledger.shown(*chain).item(), ""});
  }
  return std::move(inherited).with_all(heir, reading);
}

std::string inherited_goals(const std::optional<std::string>& goals, const ParsedNote& old,
                            const std::vector<Heirloom>& chosen) {
  std::string text = goals.value_or("# Goals\n");
  KnownLines known(text);
  for (const Heirloom& goal : chosen) {
    if (goal.what != "goal" || known.has(goal.id, "")) continue;
    std::string section = section_of(old, goal.line);
    if (id_of_line(old.note.line(goal.line)).empty()) {
      section.insert(section.find('\n'), " ^" + goal.id);
    }
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    text += "\n" + section;
    known.add(section);
  }
  return text == "# Goals\n" ? goals.value_or("") : text;
}

NoteEdits identified(const Ledger& ledger, const std::vector<Heirloom>& chosen, Date today) {
  NoteEdits edits;
  const ChainsById chains(ledger);
  for (const Heirloom& heirloom : chosen) {
    if (const Chain* chain = chain_of(chains, heirloom)) identify(ledger, *chain, today, edits);
  }
  return edits;
}

NoteEdits handed_on(const Ledger& ledger, const std::vector<Heirloom>& chosen) {
  NoteEdits edits;
  const ChainsById chains(ledger);
  for (const Heirloom& heirloom : chosen) {
    if (const Chain* chain = chain_of(chains, heirloom)) mark_carried(ledger, *chain, edits);
  }
  return edits;
}

}  // namespace oneonone
