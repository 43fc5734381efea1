// SPDX-License-Identifier: MIT
// Sorts what was said and promised by what a review asks.
#include "core/review.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/said_filter.hpp"
#include "core/themes.hpp"
#include "text/comments.hpp"
#include "text/line_ranges.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// Reads one ledger for one subject.
class ReviewReader {
 public:
  ReviewReader(const Ledger& ledger, const ReviewQuestion& question)
      : ledger_(ledger), question_(question), person_(ledger.person()) {}

  void sort_said(const std::vector<Remembered>& told, Review& review) const {
    for (const Remembered& one : told) {
      const Said& said = one.said;
      if (said.mark == Mark::dropped) continue;
      if (said.kind == "win" && is_won(said)) add(said, said.since, review.wins);
      if (is_heard(one)) add(said, one.delivery.day, review.feedback);
      if (said.kind == "concern" && is_raised(one)) add(said, said.since, review.concerns);
    }
  }

  void find_growth(Review& review) const {
    if (!is_subjects_meeting()) return;
    for (const ParsedNote& parsed : ledger_.notes()) {
      if (!parsed.path.date || !question_.window.holds(*parsed.path.date)) continue;
      for (const Bullet& bullet : parsed.outline.bullets) {
        const Item item = read_item(parsed.note, bullet.text, bullet.paragraph_end).item;
        if (!bullet.outer || !item.kind().empty() || !stands_below_growth(parsed, bullet)) continue;
        if (is_reading(item)) continue;
        review.growth.push_back({authored(item.words, person_).text, "", "", "", "",
                                 parsed.path.date, parsed.path, bullet.line});
      }
    }
  }

  void list_promises(Review& review) const {
    const std::vector<Promise> all = promises_in(ledger_, question_.window);
    std::vector<std::string> owners{question_.subject};
    if (question_.both_sides) owners.push_back(other());
    for (const std::string& owner : owners) {
      ReviewPromises side{owner, kept_of(all, owner), {}};
      for (const Promise& promise : all) {
        if (promise.owner != owner) continue;
        const Task& task = ledger_.shown(*promise.chain);
        side.promises.push_back({authored(task.item().words, person_).text, promise,
                                 ledger_.note(promise.chain->shown).path, task.box_line});
      }
      review.promises.push_back(std::move(side));
    }
  }

  void count_themes(Review& review) const {
    std::map<std::string, ReviewTheme> themes;
    for (const ParsedNote& parsed : ledger_.notes()) {
      if (!parsed.path.date || !question_.window.holds(*parsed.path.date)) continue;
      std::set<std::string> here;
      const LineRanges put_off = put_off_in(parsed);
      for (const std::size_t line : lines_to_read(parsed.note)) {
        if (put_off.holds(line)) continue;
        for (const std::string& name : themes_of(parsed.note.line(line))) {
          ReviewTheme& theme = themes[name];
          theme = {name, theme.meetings + (here.insert(name).second ? 1 : 0), *parsed.path.date,
                   parsed.path, line};
        }
      }
    }
    for (auto& [name, theme] : themes) review.themes.push_back(std::move(theme));
    std::ranges::stable_sort(review.themes, std::greater<>(), &ReviewTheme::meetings);
  }

 private:
  const std::string& other() const {
    return person_.people[0] == question_.subject ? person_.people[1] : person_.people[0];
  }
  bool is_subjects_meeting() const {
    return person_.relation() == "peer" || person_.people[0] == question_.subject;
  }

  /// A win that a manager wrote down is the other one's all the same; peers speak for themselves.
  bool is_won(const Said& said) const {
    const std::string speaker = speaker_of(said, person_);
    if (person_.relation() == "peer" && !speaker.empty()) return speaker == question_.subject;
    return person_.people[0] == question_.subject;
  }

  bool is_heard(const Remembered& one) const {
    if (!one.said.is_for_ears() || !one.delivery.day) return false;
    const std::string speaker = speaker_of(one.said, person_);
    if (!speaker.empty()) return speaker != question_.subject;
    return one.said.kind != "concern" && person_.people[0] == question_.subject;
  }

  bool is_raised(const Remembered& one) const {
    const std::string speaker = speaker_of(one.said, person_);
    if (!speaker.empty()) return speaker == question_.subject;
    return person_.people[0] == question_.subject;
  }

  void add(const Said& said, std::optional<Date> day, std::vector<ReviewLine>& lines) const {
    if (!day || !question_.window.holds(*day)) return;
    ReviewLine line{said.text, "",        "",       said.kind, speaker_of(said, person_),
                    day,       said.path, said.line};
    if (said.kind == "win") {
      Evidence evidence = evidence_of(said.text);
      line.text = std::move(evidence.claim);
      line.metric = std::move(evidence.metric);
      line.link = std::move(evidence.link);
    }
    lines.push_back(std::move(line));
  }

  static bool stands_below_growth(const ParsedNote& parsed, const Bullet& bullet) {
    constexpr std::array<std::string_view, 3> names{"growth", "development", "career"};
    const Heading* heading = parsed.outline.heading_above(bullet.line);
    if (heading == nullptr) return false;
    const std::string folded = unicode::fold(heading->text);
    return std::ranges::any_of(names,
                               [&](std::string_view name) { return folded.starts_with(name); });
  }

  /// `customer calls: 4` is a number of a goal.
  static bool is_reading(const Item& item) {
    const std::size_t colon = item.words.find(": ");
    if (colon == std::string::npos) return false;
    const std::string_view value = std::string_view(item.words).substr(colon + 2);
    return number_at_start(value) || !grouped_number(value).empty();
  }

  /// A line that was carried on was not talked about.
  static LineRanges put_off_in(const ParsedNote& parsed) {
    LineRanges lines;
    for (const Task& task : parsed.outline.tasks) {
      if (task.item().mark == Mark::carried) lines.add(task.first_line, task.paragraph_end);
    }
    return lines;
  }

  const Ledger& ledger_;
  const ReviewQuestion& question_;
  const Person& person_;
};

}  // namespace

Review review_of(const Ledger& ledger, const std::vector<Remembered>& told,
                 const ReviewQuestion& question) {
  const ReviewReader reader(ledger, question);
  Review review;
  reader.sort_said(told, review);
  reader.find_growth(review);
  reader.list_promises(review);
  reader.count_themes(review);
  return review;
}

void add_review(Review part, Review& all) {
  std::ranges::move(part.wins, std::back_inserter(all.wins));
  std::ranges::move(part.feedback, std::back_inserter(all.feedback));
  std::ranges::move(part.concerns, std::back_inserter(all.concerns));
  std::ranges::move(part.growth, std::back_inserter(all.growth));
  std::ranges::move(part.goals, std::back_inserter(all.goals));
  for (ReviewPromises& side : part.promises) {
    auto known = std::ranges::find(all.promises, side.owner, &ReviewPromises::owner);
    if (known == all.promises.end()) {
      all.promises.push_back(std::move(side));
      continue;
    }
    known->kept = {known->kept.kept + side.kept.kept, known->kept.of + side.kept.of};
    std::ranges::move(side.promises, std::back_inserter(known->promises));
  }
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < all.themes.size(); ++i) places[all.themes[i].name] = i;
  for (ReviewTheme& theme : part.themes) {
    const auto [place, is_new] = places.try_emplace(theme.name, all.themes.size());
    if (is_new) {
      all.themes.push_back(std::move(theme));
      continue;
    }
    ReviewTheme* known = &all.themes[place->second];
    const int meetings = known->meetings + theme.meetings;
    if (theme.last > known->last) *known = std::move(theme);
    known->meetings = meetings;
  }
  std::ranges::stable_sort(all.themes, std::greater<>(), &ReviewTheme::meetings);
}

void add_goals(const std::vector<Goal>& goals, const std::vector<Measured>& measured,
               const ReviewQuestion& question, Review& review) {
  for (const Goal& goal : goals) {
    const bool over = goal.closed && *goal.closed < question.window.first;
    const bool ahead = goal.since && *goal.since > question.window.last;
    if (over || ahead) continue;
    ReviewGoal row{goal, {}};
    for (const Measure& measure : goal.measures) {
      ReviewMeasure numbers{measure, {}, 0};
      for (const Measured& reading : readings_of(measure, measured)) {
        if (!question.window.holds(reading.date())) continue;
        numbers.readings.push_back(reading.value);
        if (measure.met_by(reading.value)) ++numbers.met;
      }
      row.measures.push_back(std::move(numbers));
    }
    review.goals.push_back(std::move(row));
  }
}

std::vector<Said> surprises_in(const std::vector<Remembered>& told, const Person& person,
                               Date last) {
  std::vector<Said> surprises;
  for (const Remembered& one : told) {
    const bool critical = one.said.kind == "feedback" || one.said.kind == "concern";
    const bool mine = speaker_of(one.said, person) == person.me;
    const bool then = !one.said.since || *one.said.since <= last;
    if (critical && mine && then && one.waits()) surprises.push_back(one.said);
  }
  return surprises;
}

}  // namespace oneonone
