// SPDX-License-Identifier: MIT
// Civil days on std::chrono's proleptic Gregorian calendar.
#include "model/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace oneonone {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int first_year = 1;
constexpr int last_year = 9999;

constexpr std::int64_t days_of(year_month_day day) {
  return sys_days{day}.time_since_epoch().count();
}

constexpr std::int64_t first_day =
    days_of(std::chrono::year{first_year} / std::chrono::January / 1);
constexpr std::int64_t last_day =
    days_of(std::chrono::year{last_year} / std::chrono::December / 31);

year_month_day calendar(Date date) {
  return sys_days{std::chrono::days{date.days()}};
}

/// Writes the number over the zeros before `end`.
void write_digits(std::string& text, std::size_t end, unsigned number) {
  for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
}

/// The number that two characters are, or -1 when one of them is no digit.
int two_digits(std::string_view text, std::size_t from) {
  const int tens = text[from] - '0';
  const int ones = text[from + 1] - '0';
  const bool are_digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return are_digits ? 10 * tens + ones : -1;
}

std::string_view month_name(unsigned month) {
  static constexpr std::array<std::string_view, 12> names{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return names.at((month + 11) % names.size());
}

}  // namespace

std::optional<Date> Date::from(int year, unsigned month, unsigned day) {
  const year_month_day named{std::chrono::year{year}, std::chrono::month{month},
                             std::chrono::day{day}};
  // chrono keeps month and day in a byte, where 257 would pass as 1.
  if (year < first_year || year > last_year || month > 12 || day > 31 || !named.ok()) {
    return std::nullopt;
  }
  return from_days(days_of(named));
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int century = two_digits(text, 0);
  const int year = two_digits(text, 2);
  const int month = two_digits(text, 5);
  const int day = two_digits(text, 8);
  if (century < 0 || year < 0 || month < 0 || day < 0) return std::nullopt;
  return from(100 * century + year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Date Date::from_days(std::int64_t days) {
  Date date;
  date.days_ = static_cast<std::int32_t>(std::clamp(days, first_day, last_day));
  return date;
}

int Date::year() const {
  return static_cast<int>(calendar(*this).year());
}
unsigned Date::month() const {
  return static_cast<unsigned>(calendar(*this).month());
}
unsigned Date::day() const {
  return static_cast<unsigned>(calendar(*this).day());
}

unsigned Date::weekday() const {
  return std::chrono::weekday{sys_days{std::chrono::days{days_}}}.iso_encoding();
}

std::string Date::iso() const {
  const year_month_day named = calendar(*this);
  std::string text = "0000-00-00";
  write_digits(text, 4, static_cast<unsigned>(static_cast<int>(named.year())));
  write_digits(text, 7, static_cast<unsigned>(named.month()));
  write_digits(text, 10, static_cast<unsigned>(named.day()));
  return text;
}

std::string Date::long_form() const {
  return std::to_string(day()) + ' ' + std::string(month_name(month())) + ' ' +
         std::to_string(year());
}

std::string Date::short_form() const {
  return std::string(weekday_name(weekday()).substr(0, 3)) + ' ' + day_month();
}

std::string Date::short_form(Date today) const {
  constexpr int half_a_year = 183;
  const bool far = std::abs(*this - today) > half_a_year;
  return short_form() + (far ? ' ' + std::to_string(year()) : "");
}

std::string Date::day_month() const {
  return std::to_string(day()).append(1, ' ').append(month_name(month()).substr(0, 3));
}

std::string_view weekday_name(unsigned weekday) {
  static constexpr std::array<std::string_view, 7> names{
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return names.at((weekday + 6) % names.size());
}

Date add_months(Date date, int months) {
  const std::int64_t total = std::int64_t{date.year()} * 12 + (date.month() - 1) + months;
  if (total < std::int64_t{first_year} * 12) return Date::from_days(first_day);
  if (total >= std::int64_t{last_year + 1} * 12) return Date::from_days(last_day);
  const std::chrono::year_month month =
      std::chrono::year{static_cast<int>(total / 12)} / static_cast<int>(total % 12 + 1);
  const std::chrono::day end = year_month_day{month / std::chrono::last}.day();
  return Date::from_days(days_of(month / std::min(std::chrono::day{date.day()}, end)));
}

}  // namespace oneonone
