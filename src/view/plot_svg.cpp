// SPDX-License-Identifier: MIT
// Places lines, bars and marks in a box that is 360 units wide; the page scales it.
#include "view/plot_svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "unicode.hpp"

namespace oneonone::view {
namespace {

constexpr double width = 360;
constexpr int label_columns = 38;  ///< of a bar, so that its number has room

/// A length with at most one decimal: a tenth of a unit is less than anybody sees.
std::string length(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.erase(text.size() - 2);
  return text == "-0" ? "0" : text;
}

Markup label(double x, double y, const char* style, std::string_view text) {
  return element("text", {{"x", length(x)}, {"y", length(y)}, {"class", style}}, text);
}

Markup line(double x1, double y1, double x2, double y2, const std::string& style) {
  return element("line",
                 {{"x1", length(x1)},
                  {"y1", length(y1)},
                  {"x2", length(x2)},
                  {"y2", length(y2)},
                  {"class", style}},
                 Markup());
}

Markup circle(double x, double y, double r, const std::string& style) {
  return element("circle",
                 {{"cx", length(x)}, {"cy", length(y)}, {"r", length(r)}, {"class", style}},
                 Markup());
}

Markup rectangle(double x, double y, double wide, double high, const std::string& style) {
  return element("rect",
                 {{"x", length(x)},
                  {"y", length(y)},
                  {"width", length(wide)},
                  {"height", length(high)},
                  {"class", style}},
                 Markup());
}

Markup image(const Caption& caption, double height, const Markup& drawing) {
  const std::string title = caption.id + "-title";
  const std::string description = caption.id + "-text";
  Markup content = element("title", {{"id", title}}, caption.title);
  content += element("desc", {{"id", description}}, caption.description);
  content += drawing;
  return element("svg",
                 {{"viewBox", fmt::format("0 0 {} {}", length(width), length(height))},
                  {"role", "img"},
                  {"aria-labelledby", title + " " + description}},
                 content);
}

Markup mark(double x, double y, double r, Shape shape, const std::string& style) {
  switch (shape) {
    case Shape::disc:
      return circle(x, y, r, style);
    case Shape::ring:
      return circle(x, y, r - 0.7, style + " ring");
    case Shape::dash:
      return line(x - r, y, x + r, y, style + " stroke");
    case Shape::square:
      return rectangle(x - r, y - r, 2 * r, 2 * r, style);
    case Shape::cross:
      break;
  }
  const double arm = r * 0.85;
  Markup cross = line(x - arm, y - arm, x + arm, y + arm, style + " stroke");
  cross += line(x - arm, y + arm, x + arm, y - arm, style + " stroke");
  return cross;
}

/// The box of a line plot: from numbers to places.
class Frame {
 public:
  explicit Frame(const LinePlot& plot) : plot_(plot) {}

  static constexpr double left = 44, right = width - 8;
  static constexpr double top = 10, bottom = 118, height = 140;

  double x(double value) const {
    return left + share(value, plot_.left, plot_.right) * (right - left);
  }
  double y(double value) const {
    return bottom - share(value, plot_.low, plot_.high) * (bottom - top);
  }

 private:
  static double share(double value, double low, double high) {
    return high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
  }

  const LinePlot& plot_;
};

Markup grid_of(const LinePlot& plot, const Frame& frame) {
  Markup drawing;
  for (const Tick& tick : plot.y_ticks) {
    const double y = frame.y(tick.at);
    drawing += line(Frame::left, y, Frame::right, y, "rule");
    drawing += label(Frame::left - 6, y + 4, "end", tick.label);
  }
  for (const Tick& tick : plot.x_ticks) {
    const double x = frame.x(tick.at);
    drawing += line(x, Frame::bottom, x, Frame::bottom + 5, "rule");
    drawing += label(x + 3, Frame::height - 5, "start", tick.label);
  }
  if (plot.aim) {
    const double y = frame.y(*plot.aim);
    drawing += line(Frame::left, y, Frame::right, y, "aim");
  }
  return drawing;
}

/// The distance of two neighbours beyond which nothing joins them.
double longest_step(const std::vector<Point>& points) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < points.size(); ++i) steps.push_back(points[i].x - points[i - 1].x);
  if (steps.empty()) return 0;
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2);
  std::ranges::nth_element(steps, middle);
  return 3 * *middle;
}

std::vector<std::vector<Point>> runs_of(const std::vector<Point>& points) {
  const double longest = longest_step(points);
  std::vector<std::vector<Point>> runs;
  for (const Point& point : points) {
    const bool gap = runs.empty() || point.x - runs.back().back().x > longest;
    if (gap) runs.emplace_back();
    runs.back().push_back(point);
  }
  return runs;
}

Markup run_line(const std::vector<Point>& run, const Frame& frame) {
  std::string places;
  for (const Point& point : run) {
    if (!places.empty()) places += ' ';
    places += length(frame.x(point.x)) + "," + length(frame.y(point.y));
  }
  return element("polyline", {{"points", places}, {"class", "line"}}, Markup());
}

double sum_of(const Bar& bar) {
  double sum = 0;
  for (const BarPart& part : bar.parts) sum += part.value;
  return sum;
}

Markup bar_at(double y, const Bar& bar, double longest) {
  constexpr double thickness = 9;
  const std::string name = unicode::truncate(unicode::visible(bar.label), label_columns);
  Markup drawing = label(0, y + 12, "start", name);
  drawing += label(width, y + 12, "end strong", bar.number);
  drawing += rectangle(0, y + 18, width, thickness, "track");
  double x = 0;
  for (const BarPart& part : bar.parts) {
    if (part.value <= 0) continue;
    const double long_as = part.value / longest * width;
    drawing += rectangle(x, y + 18, long_as, thickness, part.style);
    x += long_as;
  }
  return drawing;
}

}  // namespace

Markup line_plot(const LinePlot& plot) {
  const Frame frame(plot);
  Markup drawing = grid_of(plot, frame);
  for (const std::vector<Point>& run : runs_of(plot.points)) {
    if (run.size() > 1) drawing += run_line(run, frame);
    for (const Point& point : run) drawing += circle(frame.x(point.x), frame.y(point.y), 3, "dot");
  }
  return image(plot.caption, Frame::height, drawing);
}

Markup bar_plot(const BarPlot& plot) {
  constexpr double row = 38;
  double longest = 0;
  for (const Bar& bar : plot.bars) longest = std::max(longest, sum_of(bar));
  Markup drawing;
  double y = 0;
  for (const Bar& bar : plot.bars) {
    drawing += bar_at(y, bar, longest);
    y += row;
  }
  return image(plot.caption, y - 8, drawing);
}

Markup calendar_plot(const CalendarPlot& plot) {
  constexpr double left = 62, top = 18, row = 17;
  constexpr double step = (width - left) / 31;
  Markup drawing;
  for (const int day : {1, 8, 15, 22, 29}) {
    drawing += label(left + (day - 0.5) * step, 11, "middle", std::to_string(day));
  }
  double y = top;
  for (const CalendarMonth& month : plot.months) {
    drawing += label(0, y + row - 4, "start", month.label);
    for (int day = 1; day <= month.days; ++day) {
      const bool weekend = (month.first_weekday + day - 2) % 7 >= 5;
      drawing += rectangle(left + (day - 1) * step + 0.5, y + 1, step - 1, row - 2,
                           weekend ? "weekend" : "day");
    }
    for (const CalendarMark& one : month.marks) {
      drawing += mark(left + (one.day - 0.5) * step, y + row / 2, 4, one.shape, one.style);
    }
    y += row;
  }
  return image(plot.caption, y + 1, drawing);
}

Markup legend(const std::vector<Key>& keys) {
  Markup items;
  for (const Key& key : keys) {
    Markup item = element("svg", {{"viewBox", "0 0 10 10"}, {"aria-hidden", "true"}},
                          mark(5, 5, 4, key.shape, key.style));
    item += words(key.label);
    items += element("li", {}, item);
  }
  return element("ul", {{"class", "legend"}}, items);
}

}  // namespace oneonone::view
