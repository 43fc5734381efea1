// SPDX-License-Identifier: MIT
// A civil day. No clock, no zone: a meeting is on a day, wherever you are.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oneonone {

/// A civil day from 0001-01-01 to 9999-12-31.
class Date {
 public:
  Date() = default;

  /// The day, or nothing when there is no such day.
  static std::optional<Date> from(int year, unsigned month, unsigned day);
  /// Reads exactly `YYYY-MM-DD`; nothing for any other text and for days that do not exist.
  static std::optional<Date> parse(std::string_view text);
  /// Days counted from 1970-01-01, held inside the range of a Date.
  static Date from_days(std::int64_t days);

  int year() const;
  unsigned month() const;    ///< 1 to 12
  unsigned day() const;      ///< 1 to 31
  unsigned weekday() const;  ///< 1 Monday to 7 Sunday (ISO 8601)
  std::int32_t days() const { return days_; }

  std::string iso() const;         ///< `2026-11-24`
  std::string long_form() const;   ///< `24 November 2026`
  std::string short_form() const;  ///< `Tue 24 Nov`
  /// `Tue 24 Nov`, and the year when that is more than half a year from today.
  std::string short_form(Date today) const;
  std::string day_month() const;  ///< `24 Nov`

  auto operator<=>(const Date&) const = default;
  Date operator+(int days) const { return from_days(std::int64_t{days_} + days); }
  Date operator-(int days) const { return from_days(std::int64_t{days_} - days); }
  int operator-(Date other) const { return days_ - other.days_; }

 private:
  std::int32_t days_ = 0;
};

/// The English name of a weekday, 1 Monday to 7 Sunday.
std::string_view weekday_name(unsigned weekday);

/// The same day a number of months later; the month's last day when that day does not exist.
Date add_months(Date date, int months);

}  // namespace oneonone
