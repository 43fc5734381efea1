// SPDX-License-Identifier: MIT
// The measures of a page, each over time beside its aim.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/page_cards.hpp"
#include "cli/page_parts.hpp"

namespace oneonone {
namespace {

using view::element;
using view::Markup;

/// The next of 1, 2, 5, 10, 20, 50, … that is not less; 0 for 0.
double round_up(double number) {
  if (number <= 0) return 0;
  const double power = std::pow(10, std::floor(std::log10(number)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (step * power >= number) return step * power;
  }
  return 10 * power;
}

/// Short enough for the margin of a plot.
std::string tick_words(double number) {
  struct Unit {
    double size;
    const char* sign;
  };
  for (const auto& [size, sign] : {Unit{1e9, "G"}, Unit{1e6, "M"}, Unit{1e3, "k"}}) {
    if (std::abs(number) >= 10 * size) return fmt::format("{:g}{}", number / size, sign);
  }
  return fmt::format("{:g}", number);
}

/// From 0, or below where numbers are, to above the highest of the numbers and the aim.
void set_height(view::LinePlot& plot) {
  const auto [low, high] = std::ranges::minmax_element(plot.points, {}, &view::Point::y);
  const double aim = plot.aim.value_or(0);
  plot.low = -round_up(-std::min({0.0, low->y, aim}));
  plot.high = round_up(std::max({0.0, high->y, aim}));
  for (const double y : {plot.low, 0.0, plot.high}) {
    if (plot.y_ticks.empty() || plot.y_ticks.back().at < y) {
      plot.y_ticks.push_back({y, tick_words(y)});
    }
  }
}

}  // namespace

view::Markup measure_card(const LookingBack& back, const MeasureLine& line, const std::string& id) {
  if (line.readings.empty()) return {};
  view::LinePlot plot = over_time(back);
  view::Grid grid;
  grid.columns = {{"Day", {}, false}, number_column("Number")};
  for (const Measured& reading : line.readings) {
    plot.points.push_back({static_cast<double>(reading.date().days()), reading.value});
    grid.rows.push_back({{{full_day(reading.date())}, {shown_number(reading.value)}}, ""});
  }
  plot.aim = line.measure.target;
  set_height(plot);
  const std::string aim = line.measure.aim.empty() ? "" : " Aim: " + line.measure.aim + ".";
  plot.caption = {id, line.measure.name, line_words(plot.points, "") + aim};
  Markup drawing = element("p", {{"class", "note"}}, line.goal + "." + aim);
  drawing += view::line_plot(plot);
  const std::string caption = fmt::format("{}: {}", line.goal, line.measure.name);
  return markup_of({line.measure.name, drawing, caption, grid}, back.person);
}

}  // namespace oneonone
