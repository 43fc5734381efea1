// SPDX-License-Identifier: MIT
// Days as people write them in headings and file names: `17 Nov 2026`, `11/17/2026`, `2026_11_17`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/date.hpp"

namespace oneonone {

/// Which of the two small numbers of `11/12/2026` is the day.
enum class DayOrder { unknown, day_first, month_first };

/// A day in a text. Most ways of writing leave no choice: then both readings are one day.
struct WrittenDate {
  std::size_t at = 0, length = 0;
  std::optional<Date> day_first, month_first;

  /// The day; nothing when it depends on an order that is not known.
  std::optional<Date> in(DayOrder order) const;
};

/// The first day that a text names with its year: `2026-11-17` (`/`, `.`, `_` too), `20261117`, `17
/// Nov 2026`, `17th November 2026`, `Nov 17, 2026`, `17.11.2026`, `17/11/2026`, `11-17-2026`,
/// `11/17/26`. Month names are English, three letters at least. Nothing when there is none.
std::optional<WrittenDate> find_date(std::string_view text);

/// The first day that a text names without its year, as it is in that one: `17 Nov`, `Nov 17th`.
/// Numbers alone, as `11/17`, name none.
std::optional<WrittenDate> find_day(std::string_view text, int year);

/// The year that a text names by itself, `2026`: from 1900 to 2099. Nothing when there is none.
std::optional<int> find_year(std::string_view text);

/// True for three numbers as a day has them, one of four digits, `31.11.2026`, whether or not there
/// is such a day; `1.2.3` is none.
bool resembles_date(std::string_view text);

/// The order that the days themselves prove: `17/11/2026` cannot be month first. Unknown when none
/// does, or when they contradict each other.
DayOrder order_of(const std::vector<WrittenDate>& dates);

}  // namespace oneonone
