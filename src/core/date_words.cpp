// SPDX-License-Identifier: MIT
// Reads words for days, one small reader a form.
#include "core/date_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "error.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

constexpr std::size_t shortest_name = 3;
constexpr unsigned friday = 5;

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// Takes what stands in front of the text as long as `belongs` says so.
template <class Belongs>
std::string_view take(std::string_view& text, Belongs belongs) {
  std::size_t size = 0;
  while (size < text.size() && belongs(text[size])) ++size;
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(size);
  return taken;
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// The value of at most four digits.
int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// From 1: which of the names the word begins, three letters at least; 0 when none.
unsigned index_of(std::span<const std::string_view> names, std::string_view word) {
  if (word.size() < shortest_name) return 0;
  for (unsigned i = 0; i < names.size(); ++i) {
    if (names[i].starts_with(word)) return i + 1;
  }
  return 0;
}

Date next_weekday(Date from, unsigned weekday) {
  return from + static_cast<int>((weekday + 7 - from.weekday()) % 7);
}

/// The last day of a month: a month that is too short for the 31st gives its own.
Date month_end(int year, unsigned month) {
  return add_months(Date::from(year, 1, 31).value_or(Date()), static_cast<int>(month) - 1);
}

std::optional<Date> named_day(std::string_view word, Date today) {
  if (word == "today") return today;
  if (word == "tomorrow" || word == "tom") return today + 1;
  if (word == "yesterday") return today - 1;
  if (word == "eow") return next_weekday(today, friday);
  if (word == "eom") return month_end(today.year(), today.month());
  if (word == "eoy") return month_end(today.year(), 12);
  return std::nullopt;
}

std::optional<Date> weekday(std::string_view word, Date today, Weekdays direction) {
  static constexpr std::array<std::string_view, 7> names{
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const unsigned named = index_of(names, word);
  if (named == 0) return std::nullopt;
  switch (direction) {
    case Weekdays::after_today:
      return next_weekday(today + 1, named);
    case Weekdays::last:
      return next_weekday(today - 6, named);
    case Weekdays::from_today:
      break;
  }
  return next_weekday(today, named);
}

bool is_unit(std::string_view word) {
  static constexpr std::array<std::string_view, 4> names{"days", "weeks", "months", "years"};
  return word.size() == 1 || std::ranges::any_of(names, [word](std::string_view name) {
           return word == name || word == name.substr(0, name.size() - 1);
         });
}

/// `+3d`, `3days`, `in2weeks`.
std::optional<Date> offset(std::string_view word, Date today) {
  const bool back = word.starts_with('-');
  if (back || word.starts_with('+'))
    word.remove_prefix(1);
  else if (word.starts_with("in"))
    word.remove_prefix(2);
  const std::string_view digits = take(word, is_digit);
  if (digits.empty() || digits.size() > 4 || word.empty() || !is_unit(word)) return std::nullopt;
  const int count = back ? -value_of(digits) : value_of(digits);
  switch (word.front()) {
    case 'd':
      return today + count;
    case 'w':
      return today + 7 * count;
    case 'm':
      return add_months(today, count);
    case 'y':
      return add_months(today, 12 * count);
    default:
      return std::nullopt;
  }
}

/// The first such day from today on, or back; 29 February may be eight years away.
std::optional<Date> first_such(unsigned month, unsigned day, Date today, int step) {
  for (int years = 0; years <= 8; ++years) {
    const std::optional<Date> date = Date::from(today.year() + step * years, month, day);
    if (date && (step > 0 ? *date >= today : *date <= today)) return date;
  }
  return std::nullopt;
}

/// For a meeting the nearest such day: in November, `12nov` is behind and `3jan` is ahead.
std::optional<Date> nearest(unsigned month, unsigned day, Date today, Weekdays direction) {
  const std::optional<Date> next = first_such(month, day, today, 1);
  const std::optional<Date> last = first_such(month, day, today, -1);
  if (direction == Weekdays::after_today || !last) return next;
  if (direction == Weekdays::last || !next) return last;
  return *next - today <= today - *last ? next : last;
}

/// Takes ` 2027` or `, 2027`; nothing when no number follows.
std::string_view take_year(std::string_view& word) {
  std::string_view rest = word;
  take(rest, [](char c) { return c == ',' || c == ' '; });
  const std::string_view year = take(rest, is_digit);
  if (!year.empty()) word = rest;
  return year;
}

std::optional<Date> month_day(std::string_view word, Date today, Weekdays direction) {
  static constexpr std::array<std::string_view, 12> names{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::string_view day = take(word, is_digit);
  const unsigned month = index_of(names, take(word, is_letter));
  if (day.empty()) {
    take(word, [](char c) { return c == ' '; });
    day = take(word, is_digit);
  }
  const std::string_view year = take_year(word);
  if (month == 0 || day.empty() || day.size() > 2 || !word.empty()) return std::nullopt;
  const auto day_number = static_cast<unsigned>(value_of(day));
  if (year.empty()) return nearest(month, day_number, today, direction);
  if (year.size() != 4) return std::nullopt;
  return Date::from(value_of(year), month, day_number);
}

/// `2026-2-3`, or as most of Europe writes it: `3.2.2026`. With `/` it could be either of two days.
std::optional<Date> numbers(std::string_view word) {
  std::array<int, 3> values{};
  const char mark = word.find('-') != std::string_view::npos ? '-' : '.';
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string_view digits = take(word, is_digit);
    const bool is_year = i == (mark == '-' ? 0U : 2U);
    const bool fits = is_year ? digits.size() == 4 : digits.size() == 1 || digits.size() == 2;
    if (!fits || (i < 2 && !word.starts_with(mark))) return std::nullopt;
    if (i < 2) word.remove_prefix(1);
    values[i] = value_of(digits);
  }
  if (mark == '.') std::swap(values[0], values[2]);
  return word.empty() ? Date::from(values[0], static_cast<unsigned>(values[1]),
                                   static_cast<unsigned>(values[2]))
                      : std::nullopt;
}

/// `1 2 dec` is no `12dec`.
bool has_two_numbers(std::string_view text) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == ' ' && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
  }
  return false;
}

}  // namespace

std::optional<Date> try_date_word(std::string_view word, Date today, Weekdays direction) {
  std::string lower = lower_case(word);
  if (std::ranges::any_of(lower, is_digit) && !has_two_numbers(lower)) std::erase(lower, ' ');
  if (const auto date = numbers(lower)) return date;
  if (const auto date = named_day(lower, today)) return date;
  if (const auto date = weekday(lower, today, direction)) return date;
  if (const auto date = offset(lower, today)) return date;
  return month_day(lower, today, direction);
}

Date parse_date_word(std::string_view word, Date today, Weekdays direction) {
  if (const auto date = try_date_word(word, today, direction)) return *date;
  throw Error(Status::usage, fmt::format("'{}' is no date", word), {},
              "days are 2026-12-01, today, tomorrow, yesterday, fri, +3d, 2w, +1m, eow, eom, eoy, "
              "1dec or 1dec2027");
}

}  // namespace oneonone
