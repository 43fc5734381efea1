// SPDX-License-Identifier: MIT
// Counts meetings by week or month.
#include "core/pulse.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace oneonone {
namespace {

constexpr int steep = 2;                ///< points of mood
constexpr std::size_t looked_back = 2;  ///< meetings

/// The year and the number of the ISO week are those of its Thursday.
Period week_of(Date day) {
  const Date monday = day - static_cast<int>(day.weekday() - 1);
  const Date thursday = monday + 3;
  const int number = (thursday - *Date::from(thursday.year(), 1, 1)) / 7 + 1;
  return {fmt::format("{:04}-W{:02}", thursday.year(), number), monday, monday + 6};
}

Period month_of(Date day) {
  const Date first = *Date::from(day.year(), day.month(), 1);
  return {day.iso().substr(0, 7), first, add_months(first, 1) - 1};
}

class Mean {
 public:
  void add(std::optional<double> value) {
    if (!value) return;
    sum_ += *value;
    ++count_;
  }
  std::optional<double> value() const {
    return count_ == 0 ? std::nullopt : std::optional(sum_ / count_);
  }

 private:
  double sum_ = 0;
  int count_ = 0;
};

void count(const Meeting& meeting, Pulse& pulse) {
  if (meeting.held == Held::planned) return;
  if (!meeting.counts) {
    if (meeting.held == Held::held) ++pulse.informal;
    return;
  }
  ++pulse.planned;
  ++(meeting.held == Held::held ? pulse.held : pulse.missed);
}

Pulse pulse_within(const std::vector<Meeting>& meetings, const std::vector<Date>& unmet,
                   const Period& period, const Window& part) {
  Pulse pulse;
  pulse.period = period;
  Mean mood;
  Mean talk;
  Mean worth;
  for (const Meeting& meeting : meetings) {
    if (!part.holds(meeting.date())) continue;
    count(meeting, pulse);
    mood.add(meeting.mood);
    talk.add(mean_said(meeting.talk));
    worth.add(mean_said(meeting.worth));
  }
  pulse.planned +=
      static_cast<int>(std::ranges::count_if(unmet, [&](Date day) { return part.holds(day); }));
  pulse.mood = mood.value();
  pulse.talk = talk.value();
  pulse.worth = worth.value();
  return pulse;
}

}  // namespace

Period period_of(Date day, Span span) {
  return span == Span::week ? week_of(day) : month_of(day);
}

std::vector<Period> periods_in(const Window& window, Span span) {
  std::vector<Period> periods;
  for (Date day = window.first; day <= window.last; day = periods.back().last + 1) {
    periods.push_back(period_of(day, span));
  }
  return periods;
}

std::optional<double> mean_said(const SaidBy& said) {
  Mean mean;
  for (const auto& [handle, number] : said) mean.add(number);
  return mean.value();
}

std::vector<Pulse> pulse_of(const std::vector<Meeting>& meetings, const Cadence& cadence,
                            const Window& window, Span span, Date today) {
  std::vector<Pulse> pulses;
  if (meetings.empty()) return pulses;
  const std::vector<Date> unmet = unmet_days(meetings, cadence, today);
  const Window known{std::max(window.first, meetings.front().date()), window.last};
  for (const Period& period : periods_in(known, span)) {
    const Window part{std::max(period.first, known.first), std::min(period.last, known.last)};
    pulses.push_back(pulse_within(meetings, unmet, period, part));
  }
  return pulses;
}

std::vector<MoodDrop> mood_drops(const std::vector<Meeting>& meetings, const Window& window) {
  std::vector<MoodDrop> drops;
  std::vector<const Meeting*> known;
  for (const Meeting& meeting : meetings) {
    if (!meeting.mood) continue;
    const std::size_t back = std::min(looked_back, known.size());
    const auto recent = known.end() - static_cast<std::ptrdiff_t>(back);
    const auto best = std::max_element(
        recent, known.end(), [](const auto* a, const auto* b) { return *a->mood < *b->mood; });
    const bool fell = back > 0 && *meeting.mood < *known.back()->mood;
    if (fell && *(*best)->mood - *meeting.mood >= steep && window.holds(meeting.date())) {
      drops.push_back({*(*best)->mood, *meeting.mood, (*best)->date(), meeting.date()});
    }
    known.push_back(&meeting);
  }
  return drops;
}

std::optional<PulseQuestion> question_of(std::string_view kind) {
  if (kind == "challenge" || kind == "blocker" || kind == "concern") {
    return PulseQuestion::challenges;
  }
  if (kind == "opportunity" || kind == "idea") return PulseQuestion::opportunities;
  return std::nullopt;
}

std::optional<Date> counted_on(const Said& said) {
  return said.noted ? said.noted : said.since;
}

std::vector<Said> voices_in(const Ledger& ledger, const Window& window) {
  std::vector<Said> voices;
  for (Said& said : said_in(ledger)) {
    const std::optional<Date> day = counted_on(said);
    const bool stands = said.mark == Mark::open || said.mark == Mark::carried;
    if (question_of(said.kind) && stands && day && window.holds(*day)) {
      voices.push_back(std::move(said));
    }
  }
  return voices;
}

}  // namespace oneonone
