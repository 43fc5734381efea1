// SPDX-License-Identifier: MIT
// Gathers a brief from the notes of one person.
#include "core/brief.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/themes.hpp"
#include "text/blanks.hpp"
#include "text/comments.hpp"
#include "text/line_ranges.hpp"
#include "text/meeting_record.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr int quiet_after_days = 28;
constexpr std::size_t facts_at_once = 3;

bool is_comment(std::string_view line) {
  std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  return line.substr(first).starts_with("<!--");
}

/// The handle in `Recap (alice)`.
std::string in_brackets(std::string_view heading) {
  std::size_t open = heading.find('(');
  std::size_t close = heading.find(')', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  return std::string(heading.substr(open + 1, close - open - 1));
}

LineRanges items_in(const ParsedNote& parsed) {
  LineRanges lines;
  for (const Task& task : parsed.outline.tasks) lines.add(task.first_line, task.last_line);
  return lines;
}

/// What was said of the meeting. An item that was typed at the end of the note is none of it.
void read_recap(const ParsedNote& parsed, Brief& brief) {
  const std::vector<Heading>& headings = parsed.outline.headings;
  const LineRanges items = items_in(parsed);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (!unicode::fold(headings[i].text).starts_with("recap")) continue;
    std::size_t last = i + 1 < headings.size() ? headings[i + 1].line - 1 : parsed.note.lines();
    std::vector<std::string> lines;
    for (std::size_t line = headings[i].last_line + 1; line <= last; ++line) {
      std::string_view text = parsed.note.line(line);
      if (is_blank(text) || is_comment(text) || items.holds(line)) continue;
      lines.emplace_back(text);
    }
    if (lines.empty()) continue;
    brief.recap = std::move(lines);
    brief.recap_by = in_brackets(headings[i].text);
  }
}

void sort_by_urgency(const Ledger& ledger, std::vector<const Chain*>& chains) {
  auto urgency = [&](const Chain* chain) {
    auto due = ledger.shown(*chain).item().due;
    auto since = ledger.since(*chain);
    return std::tuple(due ? due->days() : INT32_MAX, since ? since->days() : INT32_MAX);
  };
  std::ranges::stable_sort(chains, {}, urgency);
}

struct Use {
  Date last;
  int notes = 0;
};

/// A theme counts when more than one note speaks of it.
std::vector<QuietTheme> quiet_themes(const Ledger& ledger, Date today) {
  std::map<std::string, Use> uses;
  for (const ParsedNote& parsed : ledger.notes()) {
    if (!parsed.path.date || *parsed.path.date > today) continue;
    std::map<std::string, int> here;
    for (const std::size_t line : lines_to_read(parsed.note)) {
      for (const std::string& tag : themes_of(parsed.note.line(line))) ++here[tag];
    }
    for (const auto& [tag, count] : here) {
      uses[tag].last = *parsed.path.date;
      ++uses[tag].notes;
    }
  }
  std::vector<QuietTheme> quiet;
  for (const auto& [tag, use] : uses) {
    int days = today - use.last;
    if (use.notes > 1 && days >= quiet_after_days) quiet.push_back({tag, days / 7});
  }
  std::ranges::stable_sort(quiet, std::greater<>(), &QuietTheme::weeks);
  return quiet;
}

/// Goes back from the newest meeting; one that does not say where it was breaks the row.
void find_place(const Ledger& ledger, Date today, Brief& brief) {
  const std::vector<ParsedNote>& notes = ledger.notes();
  for (std::size_t i = notes.size(); i-- > 0;) {
    if (!notes[i].path.date) continue;
    Meeting meeting = read_meeting(notes[i].path, notes[i].note.bytes(), today);
    if (meeting.held != Held::held) continue;
    if (brief.times_there == 0) brief.place = meeting.venue;
    if (meeting.venue.empty() || unicode::fold(meeting.venue) != unicode::fold(brief.place)) return;
    ++brief.times_there;
  }
}

bool is_new_win(const Said& said, const Rhythm& rhythm) {
  if (said.kind != "win" || said.mark == Mark::dropped) return false;
  return !rhythm.last_held || !said.since || *said.since > *rhythm.last_held;
}

bool is_to_say(const Said& said) {
  bool kind = said.kind == "feedback" || said.kind == "praise" || said.kind == "concern";
  return kind && said.mark == Mark::open;
}

}  // namespace

Brief brief_of(const Ledger& ledger, const Rhythm& rhythm, Date today) {
  Brief brief;
  for (const ParsedNote& parsed : ledger.notes()) {
    if (parsed.path.date && parsed.path.date == rhythm.last_held) read_recap(parsed, brief);
  }
  const Person& person = ledger.person();
  for (const Chain& chain : ledger.chains()) {
    if (chain.state != Mark::open) continue;
    if (is_snoozed(ledger.shown(chain).item(), today)) {
      brief.later.push_back(&chain);
      continue;
    }
    const std::string owner = person.promiser(ledger.shown(chain).item().owner);
    const bool mine = owner == person.me;
    if (chain.role == Role::talking_point) {
      if (ledger.shown(chain).item().kind() != "win") brief.topics.push_back(&chain);
    } else {
      (owner.empty() ? brief.unowned : mine ? brief.mine : brief.theirs).push_back(&chain);
    }
  }
  for (auto* list : {&brief.mine, &brief.theirs, &brief.unowned}) sort_by_urgency(ledger, *list);
  std::ranges::stable_sort(brief.topics, {}, [&](const Chain* chain) {
    auto since = ledger.since(*chain);
    return since ? since->days() : INT32_MAX;
  });
  for (Said& said : said_in(ledger)) {
    if (is_new_win(said, rhythm)) brief.wins.push_back(std::move(said));
  }
  brief.quiet = quiet_themes(ledger, today);
  find_place(ledger, today, brief);
  return brief;
}

std::string latest_word(const Ledger& ledger, const Chain& chain) {
  const Task& task = ledger.shown(chain);
  const ParsedNote& parsed = ledger.note(chain.shown);
  std::string word;
  for (const Bullet& bullet : parsed.outline.bullets) {
    if (bullet.line <= task.paragraph_end || bullet.line > task.last_line) continue;
    word = read_item(parsed.note, bullet.text, bullet.paragraph_end).item.words;
  }
  return word;
}

PrivateBrief private_brief_of(const Ledger& own, Date today) {
  PrivateBrief brief;
  std::vector<Said> facts;
  IdSet snoozed;
  for (const Chain& chain : own.chains()) {
    if (chain.state != Mark::open) continue;
    const Item& item = own.shown(chain).item();
    const std::string_view kind = item.kind();
    bool told = kind == "feedback" || kind == "praise" || kind == "concern" || kind == "fact";
    if (is_snoozed(item, today)) {
      brief.later.push_back(&chain);
      snoozed.insert(chain.id);
    } else if (!told) {
      brief.open.push_back(&chain);
    }
  }
  for (Said& said : said_in(own)) {
    if (is_to_say(said) && !snoozed.contains(said.id)) brief.to_say.push_back(said);
    if (said.kind == "fact" && said.mark != Mark::dropped) facts.push_back(std::move(said));
  }
  std::size_t first = facts.empty() ? 0 : static_cast<std::size_t>(today.days()) % facts.size();
  for (std::size_t i = 0; i < std::min(facts.size(), facts_at_once); ++i) {
    brief.facts.push_back(facts[(first + i) % facts.size()]);
  }
  return brief;
}

}  // namespace oneonone
