// SPDX-License-Identifier: MIT
// Reads kinds from words and headings.
#include "core/said.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "text/meeting_record.hpp"

namespace oneonone {
namespace {

/// What stands over and around the items of one note: asked for each of them, so looked up.
class Surroundings {
 public:
  explicit Surroundings(const Outline& outline) : headings_(outline.headings) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      while (!open.empty() && headings_[open.back()].level >= headings_[i].level) open.pop_back();
      above_.push_back(open.empty() ? none : open.back());
      open.push_back(i);
    }
    for (const Task& task : outline.tasks) ends_[task.marker] = task.last_line;
    for (const Bullet& bullet : outline.bullets) ends_[bullet.marker] = bullet.last_line;
    std::size_t furthest = 0;
    for (auto& [marker, end] : ends_) end = furthest = std::max(furthest, end);
  }

  /// The headings above a line, the nearest first, then those that it stands under.
  std::vector<std::string> headings_over(std::size_t line) const {
    std::vector<std::string> over;
    const auto below = std::ranges::upper_bound(headings_, line, {}, &Heading::line);
    auto heading = static_cast<std::size_t>(below - headings_.begin()) - 1;
    for (; heading != none; heading = above_[heading]) over.push_back(headings_[heading].text);
    return over;
  }

  /// True for an item inside of another one: it explains that one, and no heading makes it of a
  /// kind.
  bool is_inside(const ListItem& item) const {
    const auto after = ends_.lower_bound(item.marker);
    return after != ends_.begin() && std::prev(after)->second >= item.first_line;
  }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);

  const std::vector<Heading>& headings_;
  std::vector<std::size_t> above_;           ///< of each heading the one that it stands under
  std::map<std::size_t, std::size_t> ends_;  ///< by marker: the last line of all items so far
};

/// Collects what a ledger says.
class SaidReader {
 public:
  explicit SaidReader(const Ledger& ledger) : ledger_(ledger) {}

  std::vector<Said> run() {
    for (std::size_t i = 0; i < ledger_.notes().size(); ++i) {
      const ParsedNote& parsed = ledger_.notes()[i];
      const Surroundings around(parsed.outline);
      for (std::size_t j = 0; j < parsed.outline.tasks.size(); ++j) task({i, j}, around);
      for (const Bullet& bullet : parsed.outline.bullets) {
        ItemText text = read_item(parsed.note, bullet.text, bullet.paragraph_end);
        keep(said_by(text.item, parsed, bullet, bullet.line, around));
      }
    }
    std::ranges::stable_sort(all_, {},
                             [](const Said& said) { return std::tie(said.path, said.line); });
    return std::move(all_);
  }

 private:
  /// Of an item with copies the one that is shown; its state is that of all copies.
  void task(Place place, const Surroundings& around) {
    const ParsedNote& parsed = ledger_.note(place);
    const Task& task = ledger_.task(place);
    if (task.role == Role::none) return;
    const auto index = ledger_.chain_of(place);
    if (index && ledger_.chains()[*index].shown != place) return;
    Said said = said_by(task.item(), parsed, task, task.box_line, around);
    said.boxed = true;
    if (index) {
      const Chain& chain = ledger_.chains()[*index];
      said.id = chain.id;
      said.mark = chain.state;
      said.since = ledger_.since(chain);
      if (is_closed(chain.state)) {
        said.closed = ledger_.closed(chain);
      }
    }
    keep(std::move(said));
  }

  Said said_by(const Item& item, const ParsedNote& parsed, const ListItem& place, std::size_t line,
               const Surroundings& around) const {
    Said said;
    said.kind = item.kind();
    Authored rest = authored(item.words, ledger_.person());
    if (!said.kind.empty()) rest.text.erase(0, std::min(rest.text.find(':') + 1, rest.text.size()));
    rest.text.erase(0, std::min(rest.text.find_first_not_of(' '), rest.text.size()));
    said.sections = around.headings_over(line);
    if (said.kind.empty() && !said.sections.empty() && !around.is_inside(place)) {
      said.kind = kind_of_heading(said.sections.front());
    }
    said.text = rest.text;
    said.author = rest.author;
    if (!item.owner.empty()) said.owner = ledger_.person().canonical(item.owner);
    said.id = item.id;
    said.mark = item.mark;
    said.since = item.since ? item.since : parsed.path.date;
    said.noted = parsed.path.date;
    if (item.mark == Mark::done) said.closed = item.done ? item.done : parsed.path.date;
    if (item.mark == Mark::dropped) said.closed = item.dropped ? item.dropped : parsed.path.date;
    said.path = parsed.path;
    said.line = line;
    return said;
  }

  void keep(Said said) {
    if (said.kind.empty() || said.text.empty()) return;
    const auto known = said.id.empty() ? by_id_.end() : by_id_.find(said.id);
    if (known != by_id_.end()) {
      all_[known->second] = std::move(said);
      return;
    }
    if (!said.id.empty()) by_id_.emplace(said.id, all_.size());
    all_.push_back(std::move(said));
  }

  const Ledger& ledger_;
  std::vector<Said> all_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

/// `meetings` are those that nobody missed. What stands in topics.md waits for the next one.
Delivery delivery_of(const Said& said, const std::map<Date, NotePath>& meetings, Date today) {
  if (!said.is_for_ears()) return {};
  std::optional<Date> day;
  if (said.boxed) {
    if (said.mark == Mark::done) day = said.closed;
  } else if (said.path.tree == Tree::shared && said.noted && meetings.contains(*said.noted)) {
    day = said.noted;
  }
  if (!day || *day > today) return {};
  const auto meeting = meetings.find(*day);
  return {day, meeting == meetings.end() ? std::nullopt : std::optional(meeting->second)};
}

}  // namespace

bool Said::is_for_ears() const {
  return kind == "feedback" || kind == "praise" || kind == "concern";
}

bool Remembered::waits() const {
  return said.is_for_ears() && !delivery.day && said.mark == Mark::open;
}

Authored authored(const std::string& words, const Person& person) {
  for (const std::string& handle : person.people) {
    std::string tail = "(" + handle + ")";
    if (!words.ends_with(tail)) continue;
    std::string text = words.substr(0, words.size() - tail.size());
    while (text.ends_with(' ')) text.pop_back();
    return {text, handle};
  }
  return {words, ""};
}

std::vector<Said> said_in(const Ledger& ledger) {
  return SaidReader(ledger).run();
}

std::vector<Remembered> said_of(const Ledger& shared, const Ledger& own, Date today) {
  std::map<NotePath, Meeting> meetings;
  std::map<Date, NotePath> by_day;
  for (const ParsedNote& parsed : shared.notes()) {
    if (!parsed.path.date) continue;
    Meeting meeting = read_meeting(parsed.path, parsed.note.bytes(), today);
    if (meeting.held != Held::missed) by_day.emplace(*parsed.path.date, parsed.path);
    meetings.emplace(parsed.path, std::move(meeting));
  }
  std::vector<Remembered> all;
  std::set<std::string> ids;
  auto keep = [&](Said said) {
    if (said.mark == Mark::carried) return;
    if (auto meeting = meetings.find(said.path); meeting != meetings.end()) {
      said.venue = meeting->second.venue;
      said.mode = meeting->second.mode;
    }
    Delivery delivery = delivery_of(said, by_day, today);
    if (delivery.note && said.path.date == delivery.day) delivery.note = said.path;
    all.push_back({std::move(said), std::move(delivery)});
  };
  for (Said& said : said_in(shared)) {
    ids.insert(said.id);
    keep(std::move(said));
  }
  for (Said& said : said_in(own)) {
    if (said.id.empty() || !ids.contains(said.id)) keep(std::move(said));
  }
  return all;
}

}  // namespace oneonone
