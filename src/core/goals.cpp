// SPDX-License-Identifier: MIT
// Reads goals.md and the numbers in dated notes.
#include "core/goals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr int goal_level = 2;
constexpr std::size_t readings_recalled = 3;
/// A goal that nobody spoke of for longer is named.
constexpr int quiet_days = 21;
constexpr std::string_view minus = "−";

/// The words before and behind the first `: ` of a list item. A comment behind them is none.
struct Named {
  std::string name, value;
};

std::optional<Named> named_value(const Note& note, const Bullet& bullet) {
  const std::string words = read_item(note, bullet.text, bullet.paragraph_end).item.words;
  const std::size_t colon = words.find(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  const std::string_view value = std::string_view(words).substr(colon + 1);
  return Named{std::string(trimmed(std::string_view(words).substr(0, colon))),
               std::string(trimmed(value.substr(0, value.find("<!--"))))};
}

bool is_at_most(std::string_view aim) {
  static constexpr std::array<std::string_view, 9> words{
      "at most", "under", "below", "less than", "fewer than", "no more than", "max", "<", "≤"};
  const std::string folded = unicode::fold(aim);
  return std::ranges::any_of(
      words, [&](std::string_view word) { return folded.starts_with(unicode::fold(word)); });
}

/// A text from its first number on; empty when it has none.
std::string_view from_first_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] != ' ' && !is_digit(text[at])) continue;
    const std::string_view rest = text.substr(at);
    if (number_at_start(rest) || !grouped_number(rest).empty()) return rest;
  }
  return {};
}

std::optional<double> number_in(std::string_view text) {
  const auto number = number_at_start(from_first_number(text));
  return number ? std::optional(number->value) : std::nullopt;
}

std::size_t sign_size(std::string_view text) {
  if (text.starts_with(minus)) return minus.size();
  return text.starts_with('-') || text.starts_with('+') ? 1 : 0;
}

/// True for a point or a comma between two digits.
bool is_mark(std::string_view text, std::size_t at) {
  return (text[at] == '.' || text[at] == ',') && at > 0 && is_digit(text[at - 1]) &&
         at + 1 < text.size() && is_digit(text[at + 1]);
}

/// Calls `visit` for every line `- name: value` where dated notes hold readings.
template <typename Visit>
void visit_readings(const Ledger& ledger, const Visit& visit) {
  for (const ParsedNote& parsed : ledger.notes()) {
    if (!parsed.path.date) continue;
    for (const Bullet& bullet : parsed.outline.bullets) {
      const Heading* heading = parsed.outline.heading_above(bullet.line);
      if (heading == nullptr || !is_goals_heading(heading->text)) continue;
      if (const auto named = named_value(parsed.note, bullet)) visit(*named, parsed, bullet);
    }
  }
}

/// Where a heading's text starts on its line: behind its number signs, or, underlined, at once.
std::size_t text_of_heading(const Note& note, const Heading& heading) {
  const std::string_view line = note.line(heading.line);
  const std::size_t first = std::min(line.find_first_not_of(" #\t"), line.size());
  return note.start(heading.line) + first;
}

Goal goal_of(const ParsedNote& goals, const Heading& heading) {
  const ItemText text = read_item(goals.note, text_of_heading(goals.note, heading), heading.line);
  Goal goal;
  goal.text = text.item.words;
  goal.id = text.item.id;
  goal.since = text.item.since;
  goal.due = text.item.due;
  if (text.item.done) goal.mark = Mark::done;
  if (text.item.dropped) goal.mark = Mark::dropped;
  goal.closed = text.item.done ? text.item.done : text.item.dropped;
  goal.path = goals.path;
  goal.line = heading.line;
  return goal;
}

void add_measures(const ParsedNote& goals, std::size_t first, std::size_t end, Goal& goal) {
  for (const Bullet& bullet : goals.outline.bullets) {
    if (bullet.line < first || bullet.line >= end || !bullet.outer) continue;
    const auto named = named_value(goals.note, bullet);
    if (!named) continue;
    goal.measures.push_back({named->name, named->value, number_in(named->value),
                             is_at_most(named->value), bullet.line});
  }
}

void name_goals(std::vector<Goal>& goals, const Person& person, Mint mint) {
  for (const Goal& goal : goals) {
    if (!goal.id.empty()) mint.take(goal.id);
  }
  for (Goal& goal : goals) {
    if (goal.id.empty()) goal.id = mint.next({person.people, "goals.md", "", goal.text});
  }
}

/// `3, 2, 4`: the last numbers before a day.
std::string last_numbers(const Measure& measure, const std::vector<Measured>& all, Date day) {
  std::vector<std::string> numbers;
  for (const Measured& one : readings_of(measure, all)) {
    if (one.date() < day) numbers.push_back(shown_number(one.value));
  }
  if (numbers.size() > readings_recalled) {
    numbers.erase(numbers.begin(), numbers.end() - readings_recalled);
  }
  return fmt::format("{}", fmt::join(numbers, ", "));
}

std::string reading_prompt(const Measure& measure, const std::string& last) {
  std::string hint = last.empty() ? "" : "last: " + last;
  // Two hyphens would end the comment for some readers.
  if (!measure.aim.empty() && measure.aim.find("--") == std::string::npos) {
    hint += (hint.empty() ? "aim: " : "; aim: ") + measure.aim;
  }
  return fmt::format("- {}: ?{}\n", measure.name, hint.empty() ? "" : "  <!-- " + hint + " -->");
}

}  // namespace

bool Measure::met_by(double value) const {
  return target && (at_most ? value <= *target : value >= *target);
}

std::optional<Number> number_at_start(std::string_view text) {
  if (!grouped_number(text).empty()) return std::nullopt;
  const std::size_t first = sign_size(text);
  const bool negative = first > 0 && text[0] != '+';
  std::string digits;
  for (std::size_t at = first; at < text.size(); ++at) {
    const bool point = is_mark(text, at) && digits.find('.') == std::string::npos;
    if (!point && !is_digit(text[at])) break;
    digits += point ? '.' : text[at];
  }
  double number = 0;
  const auto [stop, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || problem != std::errc{}) return std::nullopt;
  return Number{negative ? -number : number, first + digits.size()};
}

std::string_view grouped_number(std::string_view text) {
  constexpr std::size_t group = 3;
  const std::size_t first = sign_size(text);
  std::vector<std::size_t> runs{0};
  bool has_comma = false;
  std::size_t at = first;
  for (; at < text.size() && (is_digit(text[at]) || is_mark(text, at)); ++at) {
    if (is_digit(text[at])) {
      ++runs.back();
    } else {
      has_comma = has_comma || text[at] == ',';
      runs.push_back(0);
    }
  }
  // A fraction may follow a zero or more than three digits; a single point begins one.
  if (runs.size() == 1 || runs[0] > group || text[first] == '0') return {};
  if (runs.size() == 2 && !has_comma) return {};
  const bool has_group = std::find(runs.begin() + 1, runs.end(), group) != runs.end();
  return has_group ? text.substr(0, at) : std::string_view{};
}

std::string without_groups(std::string_view grouped) {
  if (std::ranges::count(grouped, ',') == 1 && grouped.find('.') == std::string_view::npos) {
    const std::size_t comma = grouped.find(',');
    return fmt::format("{0}{1} or {0}.{1}", grouped.substr(0, comma), grouped.substr(comma + 1));
  }
  const bool has_fraction =
      grouped.find('.') != std::string_view::npos && grouped.find(',') != std::string_view::npos;
  const std::size_t last = grouped.find_last_of(".,");
  std::string plain;
  for (std::size_t at = 0; at < grouped.size(); ++at) {
    const bool is_separator = grouped[at] == '.' || grouped[at] == ',';
    if (!is_separator) plain += grouped[at];
    if (is_separator && has_fraction && at == last) plain += '.';
  }
  return plain;
}

std::string shown_number(double value) {
  std::string text = fmt::format("{:.6f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

bool is_goals_heading(std::string_view heading) {
  const std::string folded = unicode::fold(heading);
  return folded.starts_with("growth") || folded.starts_with("goals");
}

std::vector<Goal> goals_in(const ParsedNote& goals, const Person& person, const IdSet& taken) {
  std::vector<Goal> all;
  const std::vector<Heading>& headings = goals.outline.headings;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].level != goal_level) continue;
    const auto next =
        std::find_if(headings.begin() + static_cast<std::ptrdiff_t>(i) + 1, headings.end(),
                     [](const Heading& heading) { return heading.level <= goal_level; });
    const std::size_t end = next == headings.end() ? goals.note.lines() + 1 : next->line;
    all.push_back(goal_of(goals, headings[i]));
    add_measures(goals, headings[i].last_line + 1, end, all.back());
  }
  name_goals(all, person, Mint(taken));
  return all;
}

std::vector<Measured> measured_in(const Ledger& ledger) {
  std::vector<Measured> all;
  visit_readings(ledger, [&](const Named& named, const ParsedNote& parsed, const Bullet& bullet) {
    const auto value = number_at_start(named.value);
    if (value) all.push_back({named.name, value->value, parsed.path, bullet.line});
  });
  return all;
}

std::vector<Grouped> grouped_in(const std::vector<Goal>& goals, const Ledger& ledger) {
  std::vector<Grouped> all;
  std::set<std::string> names;
  auto add = [&](std::string_view text, const NotePath& path, std::size_t line) {
    const std::string_view number = grouped_number(text);
    if (!number.empty()) all.push_back({std::string(number), path, line});
  };
  for (const Goal& goal : goals) {
    for (const Measure& measure : goal.measures) {
      names.insert(unicode::fold(measure.name));
      add(from_first_number(measure.aim), goal.path, measure.line);
    }
  }
  visit_readings(ledger, [&](const Named& named, const ParsedNote& parsed, const Bullet& bullet) {
    if (names.contains(unicode::fold(named.name))) add(named.value, parsed.path, bullet.line);
  });
  return all;
}

std::vector<Measured> readings_of(const Measure& measure, const std::vector<Measured>& all) {
  const std::string name = unicode::fold(measure.name);
  std::vector<Measured> readings;
  for (const Measured& one : all) {
    if (unicode::fold(one.name) != name) continue;
    if (!readings.empty() && readings.back().date() == one.date()) readings.pop_back();
    readings.push_back(one);
  }
  return readings;
}

std::string reading_prompts(const std::vector<Goal>& goals, const Ledger& ledger, Date day) {
  const std::vector<Measured> all = measured_in(ledger);
  std::set<std::string> asked;
  std::string lines;
  for (const Goal& goal : goals) {
    if (goal.closed && *goal.closed < day) continue;
    for (const Measure& measure : goal.measures) {
      if (!asked.insert(unicode::fold(measure.name)).second) continue;
      lines += reading_prompt(measure, last_numbers(measure, all, day));
    }
  }
  return lines;
}

std::optional<Date> last_touched(const Goal& goal, const Ledger& ledger, Date today) {
  std::optional<Date> last = goal.since;
  auto touch = [&](Date day) {
    if (day <= today) last = std::max(last, std::optional(day));
  };
  const std::vector<Measured> all = measured_in(ledger);
  for (const Measure& measure : goal.measures) {
    for (const Measured& reading : readings_of(measure, all)) touch(reading.date());
  }
  const std::string named = "goal:" + goal.id;
  for (const ParsedNote& parsed : ledger.notes()) {
    if (parsed.path.date && parsed.note.bytes().find(named) != std::string_view::npos) {
      touch(*parsed.path.date);
    }
  }
  return last;
}

std::optional<int> weeks_untouched(const Goal& goal, std::optional<Date> touched, Date today) {
  if (goal.mark != Mark::open || !touched || today - *touched <= quiet_days) return std::nullopt;
  return (today - *touched) / 7;
}

}  // namespace oneonone
