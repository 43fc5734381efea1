// SPDX-License-Identifier: MIT
// Plots as inline SVG, coloured by the classes of a page's style. They know nothing of meetings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/html.hpp"

namespace oneonone::view {

/// What a screen reader says of a plot. `id` is unique in the document.
struct Caption {
  std::string id, title, description;
};

struct Tick {
  double at = 0;
  std::string label;
};

struct Point {
  double x = 0, y = 0;
};

/// Numbers over time.
struct LinePlot {
  Caption caption;
  double left = 0, right = 1;  ///< the ends of x
  double low = 0, high = 1;    ///< the ends of y
  std::vector<Tick> x_ticks, y_ticks;
  std::vector<Point> points;  ///< by x
  std::optional<double> aim;  ///< a dashed line
};
/// A line joins neighbours unless they are more than three times as far apart as neighbours usually
/// are: a time without numbers is a gap.
Markup line_plot(const LinePlot& plot);

struct BarPart {
  double value = 0;
  std::string style;  ///< the class that colours it
};
struct Bar {
  std::string label, number;
  std::vector<BarPart> parts;
};
/// Bars of several parts, one below the other, all on one scale.
struct BarPlot {
  Caption caption;
  std::vector<Bar> bars;
};
Markup bar_plot(const BarPlot& plot);

/// What a mark looks like: each shape can be told from the others without its colour.
enum class Shape { disc, ring, cross, dash, square };

struct CalendarMark {
  int day = 1;
  Shape shape = Shape::disc;
  std::string style;
};
struct CalendarMonth {
  std::string label;
  int days = 31;
  int first_weekday = 1;  ///< of its first day, 1 Monday to 7 Sunday
  std::vector<CalendarMark> marks;
};
/// A row a month, a column a day.
struct CalendarPlot {
  Caption caption;
  std::vector<CalendarMonth> months;
};
Markup calendar_plot(const CalendarPlot& plot);

struct Key {
  Shape shape = Shape::square;
  std::string style, label;
};
/// A list of what the marks of a plot mean.
Markup legend(const std::vector<Key>& keys);

}  // namespace oneonone::view
