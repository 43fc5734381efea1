// SPDX-License-Identifier: MIT
// One function a practice; each reads the same notes.
#include "core/mirror.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/said.hpp"
#include "text/meeting_record.hpp"

namespace oneonone {
namespace {

constexpr int quarter_days = 13 * 7;
constexpr int usual_target = 80;
constexpr int peers_target = 50;

std::optional<int> said(const SaidBy& numbers, const std::string& handle) {
  auto found = numbers.find(handle);
  return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

int rounded(double value) {
  return static_cast<int>(std::lround(value));
}

void read_talk(const std::vector<Meeting>& meetings, const Person& person, Mirror& mirror) {
  Average gap;
  for (const Meeting& meeting : meetings) {
    if (meeting.talk.empty()) continue;
    Average both;
    for (const auto& [handle, percent] : meeting.talk) {
      both = {both.sum + percent, both.count + 1};
      Average& own = mirror.talk_said[person.canonical(handle)];
      own = {own.sum + percent, own.count + 1};
    }
    mirror.talk.push_back(rounded(both.value()));
    auto first = said(meeting.talk, person.people[0]);
    auto other = said(meeting.talk, person.people[1]);
    if (first && other) gap = {gap.sum + *first - *other, gap.count + 1};
  }
  if (gap.count > 0) mirror.gap = rounded(gap.value());
}

void read_meetings(const std::vector<Meeting>& meetings, const Person& person, Mirror& mirror) {
  for (const Meeting& meeting : meetings) {
    for (const Move& move : meeting.moves) ++mirror.moved[person.canonical(move.by)];
    for (const auto& [handle, worth] : meeting.worth) {
      Average& own = mirror.worth[person.canonical(handle)];
      own = {own.sum + worth, own.count + 1};
    }
    mirror.minutes += meeting.minutes.value_or(0);
    if (!meeting.counts || meeting.held == Held::planned) continue;
    ++mirror.planned;
    if (meeting.held == Held::held) ++mirror.held;
    if (meeting.held == Held::missed) ++mirror.missed[person.canonical(meeting.by)];
  }
}

std::vector<Meeting> meetings_in(const Ledger& ledger, const Window& window) {
  std::vector<Meeting> meetings;
  for (const ParsedNote& parsed : ledger.notes()) {
    if (!parsed.path.date || !window.holds(*parsed.path.date)) continue;
    meetings.push_back(read_meeting(parsed.path, parsed.note.bytes(), window.last));
  }
  return meetings;
}

/// Praise from me: what says that I say it, and, where the meeting is for the other one or the note
/// is mine alone, what says nobody; a win of theirs that I wrote down is praise as well.
bool is_my_praise(const Said& said, const Person& person) {
  bool for_me = person.people[0] == person.me;
  if (said.kind == "win") return said.author == person.me && !for_me;
  bool unsaid = !for_me || said.path.tree == Tree::own;
  return said.kind == "praise" && (said.author.empty() ? unsaid : said.author == person.me);
}

/// Praise that they heard, and wins in a note of theirs.
std::optional<Date> last_praise(const Ledger& shared, const Ledger& own, Date today) {
  std::optional<Date> last;
  for (const Remembered& one : said_of(shared, own, today)) {
    if (!is_my_praise(one.said, shared.person())) continue;
    bool win = one.said.kind == "win" && one.said.mark != Mark::dropped;
    auto day = win && one.said.noted <= today ? one.said.noted : one.delivery.day;
    last = std::max(last, day);
  }
  return last;
}

int cleared_in(const Ledger& ledger, const Window& window) {
  std::vector<Said> all = said_in(ledger);
  return static_cast<int>(std::ranges::count_if(all, [&](const Said& said) {
    bool stuck = said.kind == "ask" || said.kind == "blocker";
    return stuck && said.mark == Mark::done && said.closed && window.holds(*said.closed);
  }));
}

}  // namespace

Window quarter_to(Date today) {
  return {today - quarter_days, today};
}

std::optional<int> Mirror::talk_average() const {
  if (talk.empty()) return std::nullopt;
  int sum = std::accumulate(talk.begin(), talk.end(), 0);
  return rounded(Average{sum, static_cast<int>(talk.size())}.value());
}

Kept kept_promises(const Ledger& ledger, const Window& window) {
  return kept_of(promises_in(ledger, window), ledger.person().me);
}

SaidBy topics_in(const Ledger& ledger, const Window& window) {
  SaidBy topics;
  for (const Chain& chain : ledger.chains()) {
    const Item& item = ledger.shown(chain).item();
    auto since = ledger.since(chain);
    if (chain.role != Role::talking_point || item.kind() == "win") continue;
    if (!since || !window.holds(*since)) continue;
    std::string author = authored(item.words, ledger.person()).author;
    if (!author.empty()) ++topics[author];
  }
  return topics;
}

Mirror mirror_of(const Ledger& shared, const Ledger& own, const Window& window) {
  const Person& person = shared.person();
  std::vector<Meeting> meetings = meetings_in(shared, window);
  Mirror mirror;
  mirror.window = window;
  mirror.promises = kept_promises(shared, window);
  mirror.topics = topics_in(shared, window);
  read_talk(meetings, person, mirror);
  read_meetings(meetings, person, mirror);
  mirror.praise = last_praise(shared, own, window.last);
  mirror.cleared = cleared_in(shared, window);
  return mirror;
}

int talk_target(const Person& person, std::optional<int> notebook) {
  if (person.talk_target) return *person.talk_target;
  return notebook.value_or(person.relation() == "peer" ? peers_target : usual_target);
}

}  // namespace oneonone
