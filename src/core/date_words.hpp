// SPDX-License-Identifier: MIT
// The words for days that people type: `fri`, `+3d`, `eom`, `1dec`.
#pragma once

#include <optional>
#include <string_view>

#include "model/date.hpp"

namespace oneonone {

/// Which Friday `fri` is (product.md, "Which note, which day").
enum class Weekdays {
  after_today,  ///< the next one, never today: `due`
  from_today,   ///< the next one, today counts: `new`, `move`
  last,         ///< the last one, today counts: `close`, `missed`, `show`
};

/// Reads `2026-12-01`, `today`, `tomorrow` (`tom`), `yesterday`, weekdays (from three letters on),
/// `+3d` `+2w` `+1m` `+1y` `-3d` (`3d` is `+3d`), `eow` (this week's Friday; from Saturday on next
/// week's), `eom`, `eoy` (the month's and the year's last day), `1dec`, `dec1`, `1dec2027`; a day
/// without a year is the next one for `after_today`, the last for `last`, else the nearest; today
/// counts. `2026-2-3`, `3.2.2026`, `in 2 weeks`, `3 dec` are days as well. Case does not
/// matter. Nothing for any other text.
std::optional<Date> try_date_word(std::string_view word, Date today, Weekdays direction);

/// As above, but throws Error{usage} for any other text.
Date parse_date_word(std::string_view word, Date today, Weekdays direction);

}  // namespace oneonone
