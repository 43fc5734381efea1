// SPDX-License-Identifier: MIT
// One function a hint.
#include "core/hints.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/said.hpp"
#include "text/meeting_record.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr int most_updates = 9;
constexpr int share_limit = 3;  ///< status is too much when it is more than one part of so many
constexpr int fewest_updates = 3;

Finding hint(const ParsedNote& parsed, std::size_t line, std::string rule, std::string message) {
  return {parsed.path.path(), line, std::move(rule), Severity::hint, std::move(message), false};
}

std::string kind_of(const ParsedNote& parsed, const Task& task) {
  std::string kind(task.item().kind());
  const Heading* heading = parsed.outline.heading_above(task.box_line);
  return kind.empty() && heading != nullptr ? kind_of_heading(heading->text) : kind;
}

/// An ask, a concern or a blocker was ticked, and nothing below it says why.
void find_unanswered(const Ledger& ledger, std::vector<Finding>& hints) {
  for (const Chain& chain : ledger.chains()) {
    const Task& task = ledger.shown(chain);
    const ParsedNote& parsed = ledger.note(chain.shown);
    if (chain.state != Mark::done || task.last_line > task.paragraph_end) continue;
    std::string kind = kind_of(parsed, task);
    if (!is_ask(kind)) continue;
    hints.push_back(
        hint(parsed, task.box_line, "unanswered",
             fmt::format("this {} is ticked and no line below it says the answer", kind)));
  }
}

/// The newest meeting that was closed.
const ParsedNote* last_closed(const Ledger& ledger, Date today) {
  const std::vector<ParsedNote>& notes = ledger.notes();
  for (std::size_t i = notes.size(); i-- > 0;) {
    if (!notes[i].path.date || *notes[i].path.date > today) continue;
    Meeting meeting = read_meeting(notes[i].path, notes[i].note.bytes(), today);
    if (meeting.said_held && meeting.counts) return &notes[i];
  }
  return nullptr;
}

/// A promise that was made in this meeting: what was carried says since when.
bool makes_promise(const ParsedNote& parsed) {
  return std::ranges::any_of(parsed.outline.tasks, [](const Task& task) {
    return task.role == Role::commitment && !task.item().since;
  });
}

void find_outcome(const Ledger& ledger, const ParsedNote& parsed, std::vector<Finding>& hints) {
  bool outcome = makes_promise(parsed);
  bool win = false;
  for (const Said& said : said_in(ledger)) {
    if (said.noted != parsed.path.date) continue;
    win = win || said.kind == "win";
    outcome =
        outcome || said.kind == "decision" || said.kind == "feedback" || said.kind == "praise";
  }
  if (!outcome) {
    hints.push_back(
        hint(parsed, 0, "no-outcome", "no promise, no decision, no feedback: only a chat?"));
  }
  if (!win) hints.push_back(hint(parsed, 0, "no-win", "no win is written down"));
}

bool is_status(const Heading* heading) {
  if (heading == nullptr) return false;
  std::string folded = unicode::fold(heading->text);
  return folded.starts_with("status") || folded.starts_with("update");
}

/// A point of the agenda: an item that stands at the margin.
bool is_point(const ParsedNote& parsed, std::size_t line) {
  std::string_view text = parsed.note.line(line);
  return !text.empty() && text.front() != ' ' && text.front() != '\t';
}

void find_status_share(const ParsedNote& parsed, std::vector<Finding>& hints) {
  int points = 0;
  int updates = 0;
  std::size_t at = 0;
  auto count = [&](std::size_t line) {
    if (!is_point(parsed, line)) return;
    const Heading* heading = parsed.outline.heading_above(line);
    ++points;
    if (!is_status(heading)) return;
    ++updates;
    at = heading->line;
  };
  for (const Task& task : parsed.outline.tasks) count(task.box_line);
  for (const Bullet& bullet : parsed.outline.bullets) count(bullet.line);
  if (updates > most_updates) {
    hints.push_back(hint(parsed, at, "updates",
                         fmt::format("{} updates: two will do, the rest may "
                                     "be a message",
                                     updates)));
  } else if (updates >= fewest_updates && updates * share_limit > points) {
    hints.push_back(
        hint(parsed, at, "status-share",
             fmt::format("{} of {} points are status: what may be a message?", updates, points)));
  }
}

/// Without a box a line of topics.md is no topic: `new` would leave it behind.
void find_boxless(const Ledger& ledger, std::vector<Finding>& hints) {
  for (const ParsedNote& parsed : ledger.notes()) {
    if (parsed.path.date) continue;
    for (const Bullet& bullet : parsed.outline.bullets) {
      const Heading* heading = parsed.outline.heading_above(bullet.line);
      if (!bullet.outer || heading == nullptr || heading->section != Section::topics) continue;
      hints.push_back(hint(parsed, bullet.line, "no-box",
                           "a line without a box is not carried: start it with '- [ ] '"));
    }
  }
}

/// The ids behind `goal:` in the words of an item.
std::vector<std::string> goals_named(std::string_view words) {
  static constexpr std::string_view key = "goal:";
  std::vector<std::string> ids;
  for (std::size_t at = words.find(key); at != words.npos; at = words.find(key, at + 1)) {
    std::string_view id = words.substr(at + key.size());
    id = id.substr(0, id.find_first_not_of("-0123456789abcdefghijklmnopqrstuvwxyz"));
    if (!id.empty()) ids.emplace_back(id);
  }
  return ids;
}

}  // namespace

std::vector<Finding> hints_about_goals(const Ledger& ledger, const std::vector<Goal>& goals) {
  std::vector<Finding> hints;
  for (const Chain& chain : ledger.chains()) {
    const Task& task = ledger.shown(chain);
    if (chain.state != Mark::open) continue;
    for (const std::string& id : goals_named(task.item().words)) {
      if (std::ranges::find(goals, id, &Goal::id) != goals.end()) continue;
      hints.push_back(hint(ledger.note(chain.shown), task.box_line, "no-goal",
                           fmt::format("no goal has the id '{}'", id)));
    }
  }
  return hints;
}

bool awaits_topic(const Ledger& ledger, const Rhythm& rhythm, Date today) {
  const Person& person = ledger.person();
  bool soon = rhythm.next_due && *rhythm.next_due >= today && *rhythm.next_due <= today + 1;
  if (!soon || !rhythm.last_held || rhythm.away_until || person.relation() == "peer") return false;
  return std::ranges::none_of(ledger.chains(), [&](const Chain& chain) {
    if (chain.state != Mark::open || chain.role != Role::talking_point) return false;
    std::string author = authored(ledger.shown(chain).item().words, person).author;
    return author.empty() || author == person.people[0];
  });
}

std::vector<Finding> hints_of(const Ledger& ledger, const Rhythm& rhythm, Date today) {
  std::vector<Finding> hints;
  find_unanswered(ledger, hints);
  find_boxless(ledger, hints);
  if (const ParsedNote* parsed = last_closed(ledger, today)) {
    find_outcome(ledger, *parsed, hints);
    find_status_share(*parsed, hints);
  }
  if (awaits_topic(ledger, rhythm, today)) {
    const Person& person = ledger.person();
    const std::string& first = person.names.empty() ? person.people[0] : person.names[0];
    hints.push_back({"people/" + person.folder + "/topics.md", 0, "no-topic", Severity::hint,
                     fmt::format("you meet on {}, and there is no topic from {}",
                                 rhythm.next_due->short_form(), first),
                     false});
  }
  return hints;
}

}  // namespace oneonone
