// SPDX-License-Identifier: MIT
// What the plots of a page have in common: words for days and numbers, the axis of time, the card.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/looking_back.hpp"
#include "view/plot_svg.hpp"

namespace oneonone {

/// `24 Nov 2026`.
std::string full_day(Date day);
/// `4` or `3.7`.
std::string tenths(double number);
/// `63 %` for 5 of 8.
std::string percent_of(int part, int whole);

/// The name of one of the two; "nobody yet" for an empty handle; a handle of somebody else as it
/// is.
std::string name_of(const Person& person, const std::string& handle);
/// The class that colours what is one's own.
std::string colour_of(const Person& person, const std::string& handle);

/// A number of what is late, empty for none.
view::Cell late_cell(int number);

/// The time of a plot, from the month of the first meeting to today, with a mark for the months.
view::LinePlot over_time(const LookingBack& back);
/// Sentences in a row.
std::string joined(const std::vector<std::string>& sentences);
/// What a screen reader says of a line: how many numbers, the first, the last, the extremes.
std::string line_words(const std::vector<view::Point>& points, std::string_view unit);

/// A plot below its heading, and the table beside it, whose caption is unique among the person's.
struct Card {
  std::string heading;
  view::Markup drawing;
  std::string caption;
  view::Grid numbers;
};
/// A long table scrolls, also by keyboard.
view::Markup markup_of(const Card& card, const Person& person);

/// A column of numbers.
view::GridColumn number_column(std::string title);

}  // namespace oneonone
