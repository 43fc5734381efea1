// SPDX-License-Identifier: MIT
// Goals with their lead measures as goals.md defines them, and the readings that dated notes hold,
// so that goals.md never grows (practices.md rows 25 to 27).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger.hpp"

namespace oneonone {

/// What can be moved week by week: `- customer calls: 3 a week` below a goal.
struct Measure {
  std::string name;              ///< "customer calls"
  std::string aim;               ///< "3 a week", as written; may be empty
  std::optional<double> target;  ///< the first number of the aim
  bool at_most = false;  ///< less is better: `at most 2`, `under 5`, `< 5`, `no more than 1`
  std::size_t line = 0;

  bool met_by(double value) const;
};

/// A heading of level two in goals.md: `## Checkout answers in 300 ms due:2027-03-31 ^b7r4k`.
struct Goal {
  std::string text;
  std::string id;  ///< on its line, or the one it would get
  Mark mark = Mark::open;
  std::optional<Date> since, due, closed;
  NotePath path;
  std::size_t line = 0;
  std::vector<Measure> measures;
};

/// The goals of a goals.md, in its order. `taken`: ids that stand elsewhere in the person's folder.
std::vector<Goal> goals_in(const ParsedNote& goals, const Person& person, const IdSet& taken);

/// A number of a measure as a note says it: `- customer calls: 4` below `Growth` or `Goals`.
struct Measured {
  std::string name;
  double value = 0;
  NotePath path;
  std::size_t line = 0;

  Date date() const { return *path.date; }
};

/// The readings of dated notes, in order.
std::vector<Measured> measured_in(const Ledger& ledger);

/// A number as `1,000` that stands in an aim, or where a note has a reading.
struct Grouped {
  std::string number;
  NotePath path;
  std::size_t line = 0;
};

/// Those of the measures of these goals: first in goals.md, then in dated notes, in order.
std::vector<Grouped> grouped_in(const std::vector<Goal>& goals, const Ledger& ledger);

/// Those of one measure: of each day the last one.
std::vector<Measured> readings_of(const Measure& measure, const std::vector<Measured>& all);

/// What asks the note of a day for numbers, a line for each measure of a goal that was open then:
/// `- customer calls: ?  <!-- last: 3, 2, 4; aim: 3 a week -->`, with the last three readings
/// before that day.
std::string reading_prompts(const std::vector<Goal>& goals, const Ledger& ledger, Date day);

/// The last day up to today on which something was said about a goal: a reading of one of its
/// measures, or a line with `goal:ID`; else the day it was set. Nothing when nobody knows.
std::optional<Date> last_touched(const Goal& goal, const Ledger& ledger, Date today);

/// The weeks since an open goal was touched, once they are so many that it is worth a word.
std::optional<int> weeks_untouched(const Goal& goal, std::optional<Date> touched, Date today);

/// A number and the bytes it takes.
struct Number {
  double value = 0;
  std::size_t size = 0;
};

/// The number that a text starts with (`-1.5`, `3,5`, `+2`, `12 of 20`), if one does. None where it
/// is grouped.
std::optional<Number> number_at_start(std::string_view text);

/// The number that a text starts with when it reads in two ways, as it is written: `1,000` is 1000
/// to some and 1 to others; `1.000.000` and `1,000.5` are like it. Else empty.
std::string_view grouped_number(std::string_view text);

/// A grouped number as digits: `1000`, `1000.5`.
std::string without_groups(std::string_view grouped);

/// A number as people write it: no zeros at the end, no exponent.
std::string shown_number(double value);

/// True for `Growth`, `Goals` and the like: below them a line with a number is a reading.
bool is_goals_heading(std::string_view heading);

}  // namespace oneonone
