// SPDX-License-Identifier: MIT
// One function a rule; each names the line and what to do.
#include "core/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/date_words.hpp"
#include "core/meeting.hpp"
#include "core/near_misses.hpp"
#include "text/meeting_record.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// Collects findings about one ledger.
class Linter {
 public:
  Linter(const Ledger& ledger, const std::set<std::string>& known, const Reading& reading)
      : ledger_(ledger), known_(known), copier_(ledger, reading) {}

  std::vector<Finding> run() {
    for (const ParsedNote& parsed : ledger_.notes()) check_note(parsed);
    for (const Chain& chain : ledger_.chains()) check_chain(chain);
    std::ranges::stable_sort(findings_, {}, [](const Finding& finding) {
      return std::pair(finding.path, finding.line);
    });
    return std::move(findings_);
  }

 private:
  void find(const ParsedNote& parsed, std::size_t line, std::string rule, Severity severity,
            std::string message, bool fixable = false) {
    findings_.push_back(
        {parsed.path.path(), line, std::move(rule), severity, std::move(message), fixable});
  }

  void find(Place place, std::string rule, Severity severity, std::string message,
            bool fixable = false) {
    find(ledger_.note(place), ledger_.task(place).box_line, std::move(rule), severity,
         std::move(message), fixable);
  }

  std::string place_of(Place place) const {
    return fmt::format("{}:{}", ledger_.note(place).path.path(), ledger_.task(place).box_line);
  }

  void check_note(const ParsedNote& parsed) {
    if (auto line = parsed.note.conflict_line()) {
      find(parsed, *line, "conflict", Severity::error,
           "git's conflict markers: settle them in an editor");
    }
    FrontMatter matter = read_front_matter(parsed.note);
    if (matter.problem) {
      find(parsed, matter.problem->line, "front-matter", Severity::error, matter.problem->message);
    }
    if (parsed.note.front_matter_is_open()) {
      find(parsed, 1, "front-matter", Severity::error,
           "no '---' closes it within 64 KiB: its keys are taken for text");
    }
    if (parsed.path.is_meeting()) {
      for (OddValue& odd : odd_values(matter)) {
        find(parsed, odd.line, "value", Severity::warning, std::move(odd.message));
      }
    }
    for (const Bullet& bullet : parsed.outline.bullets) {
      const std::size_t end = parsed.note.end(bullet.line);
      std::string wrong = near_box(parsed.note.bytes().substr(bullet.text, end - bullet.text));
      if (!wrong.empty()) find(parsed, bullet.line, "box", Severity::warning, std::move(wrong));
    }
    const Field* date = matter.find("date");
    if (date == nullptr || !parsed.path.date || matter.text("date") == parsed.path.date->iso())
      return;
    find(parsed, date->line, "date", Severity::warning,
         fmt::format("'date' says {}, the file's name {}: the name counts",
                     matter.text("date").value_or("nothing"), parsed.path.date->iso()));
  }

  void check_chain(const Chain& chain) {
    if (chain.orphan) {
      find(chain.shown, "orphan", Severity::warning,
           fmt::format(
               "'{}' was carried on, yet no later note holds it: it counts as open; close it "
               "with 'done {}' or open it with 'reopen {}'",
               ledger_.shown(chain).item().words, chain.id, chain.id));
    }
    check_copies(chain);
    const Item& item = ledger_.shown(chain).item();
    if (!item.id.empty() && item.id != chain.id) {
      find(chain.shown, "doubled-id", Severity::warning,
           fmt::format("^{} is another item's id: this one would get ^{}", item.id, chain.id),
           true);
    }
    if (chain.state == Mark::open) check_open(chain);
    bool stamped = chain.state == Mark::done ? item.done.has_value() : item.dropped.has_value();
    if (chain.state == Mark::open || chain.state == Mark::carried || stamped) return;
    if (chain.role != Role::commitment) return;
    find(chain.shown, "no-date", Severity::hint, "closed without a day: the note's day counts",
         true);
  }

  void check_copies(const Chain& chain) {
    if (chain.closed_at) {
      find(chain.shown, "closed-elsewhere", Severity::warning,
           fmt::format("open here, closed in {}", place_of(*chain.closed_at)), true);
      return;
    }
    for (Place copy : chain.copies) {
      if (copy == chain.shown || ledger_.task(copy).item().mark != Mark::open) continue;
      find(copy, "open-twice", Severity::warning,
           fmt::format("still open here, carried to {}", place_of(chain.shown)), true);
    }
  }

  void check_open(const Chain& chain) {
    const Task& task = ledger_.shown(chain);
    if (!task.item().due_word.empty()) check_due(chain, task.item().due_word);
    check_near(chain);
    if (task.odd_mark) {
      find(chain.shown, "mark", Severity::hint, "an unusual mark: it counts as open");
    }
    if (!copier_.copy(chain, std::nullopt)) {
      find(chain.shown, "nesting", Severity::warning,
           "cannot be copied out of what surrounds it: it will not be carried");
    }
    if (task.item().owner.empty()) return;
    std::string owner = ledger_.person().canonical(task.item().owner);
    const std::vector<std::string>& two = ledger_.person().people;
    if (std::ranges::find(two, owner) != two.end()) return;
    if (owner == "me" || owner == "them") {
      find(chain.shown, "owner", Severity::warning,
           fmt::format("@{} depends on who reads it: write @{}", owner, fmt::join(two, " or @")));
      return;
    }
    bool known = known_.contains(unicode::fold(owner));
    find(chain.shown, "owner", known ? Severity::hint : Severity::warning,
         fmt::format("@{} is neither {}", owner, fmt::join(two, " nor ")));
  }

  void check_near(const Chain& chain) {
    const ParsedNote& parsed = ledger_.note(chain.shown);
    const Task& task = ledger_.shown(chain);
    const Date day = parsed.path.date.value_or(Date());
    if (std::string wrong = near_due(task.item().words, day); !wrong.empty()) {
      find(chain.shown, "due", Severity::warning, std::move(wrong));
    }
    for (std::size_t line = task.box_line + 1; line <= task.paragraph_end; ++line) {
      std::string wrong = near_item(parsed.note.line(line));
      if (!wrong.empty()) find(parsed, line, "box", Severity::warning, std::move(wrong));
    }
  }

  void check_due(const Chain& chain, const std::string& word) {
    Date from = ledger_.note(chain.shown).path.date.value_or(Date());
    bool understood = try_date_word(word, from, Weekdays::after_today).has_value();
    if (understood) {
      find(chain.shown, "due", Severity::hint, fmt::format("'due:{}' is no date yet", word), true);
    } else {
      find(chain.shown, "due", Severity::warning,
           fmt::format("'due:{}' is no date: write due:YYYY-MM-DD", word));
    }
  }

  const Ledger& ledger_;
  const std::set<std::string>& known_;
  Copier copier_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> lint(const Ledger& ledger, const std::set<std::string>& known,
                          const Reading& reading) {
  return Linter(ledger, known, reading).run();
}

std::vector<Finding> lint_goals(const ParsedNote& goals, const Ledger& ledger) {
  std::map<std::string, std::string> places;
  for (const Chain& chain : ledger.chains()) {
    const std::string place =
        fmt::format("{}:{}", ledger.note(chain.shown).path.path(), ledger.shown(chain).box_line);
    if (chain.written) places.emplace(chain.id, place);
  }
  std::vector<Finding> findings;
  const std::vector<Goal> all = goals_in(goals, ledger.person(), ledger.taken());
  for (const Goal& goal : all) {
    const auto [other, fresh] =
        places.emplace(goal.id, fmt::format("{}:{}", goal.path.path(), goal.line));
    if (fresh) continue;
    findings.push_back(
        {goal.path.path(), goal.line, "doubled-id", Severity::warning,
         fmt::format("^{} stands in {} too: give this goal another id", goal.id, other->second),
         false});
  }
  for (const Grouped& one : grouped_in(all, ledger)) {
    findings.push_back({one.path.path(), one.line, "number", Severity::warning,
                        fmt::format("'{}' reads in two ways and counts as no number: write {}",
                                    one.number, without_groups(one.number)),
                        false});
  }
  return findings;
}

NoteEdits mend(const Ledger& ledger, Date today, Ids ids) {
  NoteEdits edits;
  settle(ledger, edits);
  for (const Chain& chain : ledger.chains()) {
    const Item& item = ledger.shown(chain).item();
    bool doubled = !item.id.empty() && item.id != chain.id;
    bool open = chain.state == Mark::open && !chain.closed_at;
    bool wants_id = doubled || !item.due_word.empty() || ids == Ids::all;
    if (open && wants_id) identify(ledger, chain, today, edits);
    if (!open) stamp(ledger, chain, today, edits);
    bool closed_later = chain.closed_at && *chain.closed_at > chain.shown;
    if (!closed_later) continue;
    Chain closed = chain;
    closed.shown = *chain.closed_at;
    stamp(ledger, closed, today, edits);
  }
  std::erase_if(edits, [](const auto& entry) { return entry.second.empty(); });
  return edits;
}

}  // namespace oneonone
