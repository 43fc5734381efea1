// SPDX-License-Identifier: MIT
// Where the lines, bars and marks of a plot are.
#include "view/plot_svg.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace oneonone;
using namespace oneonone::view;

namespace {

std::size_t count(const Markup& markup, std::string_view text) {
  std::size_t found = 0;
  for (std::size_t at = markup.html().find(text); at != std::string::npos;
       at = markup.html().find(text, at + text.size())) {
    ++found;
  }
  return found;
}

LinePlot line_through(std::vector<Point> points) {
  LinePlot plot;
  plot.caption = {"p1-mood", "Mood", "One & two"};
  plot.right = 100;
  plot.high = 10;
  plot.points = std::move(points);
  return plot;
}

}  // namespace

TEST_CASE("a plot is an image with a title and a description for those who cannot see it") {
  const Markup plot = line_plot(line_through({{0, 1}}));
  CHECK(count(plot, "role=\"img\" aria-labelledby=\"p1-mood-title p1-mood-text\"") == 1);
  CHECK(count(plot, "<title id=\"p1-mood-title\">Mood</title>") == 1);
  CHECK(count(plot, "<desc id=\"p1-mood-text\">One &amp; two</desc>") == 1);
}

TEST_CASE("a number is a dot at its place: left to right, low to high") {
  const Markup plot = line_plot(line_through({{0, 0}, {50, 5}, {100, 10}}));
  CHECK(count(plot, "cx=\"44\" cy=\"118\"") == 1);
  CHECK(count(plot, "cx=\"198\" cy=\"64\"") == 1);
  CHECK(count(plot, "cx=\"352\" cy=\"10\"") == 1);
  CHECK(count(plot, "points=\"44,118 198,64 352,10\"") == 1);
}

TEST_CASE("a time without numbers is a gap in the line, and one number is a dot without a line") {
  const Markup weeks = line_plot(line_through({{0, 1}, {7, 2}, {14, 3}, {60, 4}, {67, 5}}));
  CHECK(count(weeks, "<polyline") == 2);
  CHECK(count(weeks, "class=\"dot\"") == 5);
  const Markup one_missing = line_plot(line_through({{0, 1}, {7, 2}, {21, 3}}));
  CHECK(count(one_missing, "<polyline") == 1);
  CHECK(count(line_plot(line_through({{7, 2}})), "<polyline") == 0);
}

TEST_CASE("what has no width or no height stands in the middle, and nothing leaves the box") {
  LinePlot flat = line_through({{5, 3}});
  flat.left = flat.right = 5;
  flat.low = flat.high = 3;
  CHECK(count(line_plot(flat), "cx=\"198\" cy=\"64\"") == 1);
  CHECK(count(line_plot(line_through({{-10, 99}})), "cx=\"44\" cy=\"10\"") == 1);
}

TEST_CASE("the aim is a line of its own") {
  LinePlot plot = line_through({{0, 1}});
  CHECK(count(line_plot(plot), "class=\"aim\"") == 0);
  plot.aim = 5;
  CHECK(count(line_plot(plot), "y1=\"64\" x2=\"352\" y2=\"64\" class=\"aim\"") == 1);
}

TEST_CASE("bars are as long as their numbers, on one scale; nothing is nothing") {
  BarPlot plot;
  plot.caption = {"p1-kept", "Kept", ""};
  plot.bars = {{"Alice", "3 of 4", {{3, "kept"}, {1, "late"}}},
               {"Dana", "0 of 2", {{0, "kept"}, {2, "late"}}}};
  const Markup bars = bar_plot(plot);
  CHECK(count(bars, "x=\"0\" y=\"18\" width=\"270\" height=\"9\" class=\"kept\"") == 1);
  CHECK(count(bars, "x=\"270\" y=\"18\" width=\"90\" height=\"9\" class=\"late\"") == 1);
  CHECK(count(bars, "x=\"0\" y=\"56\" width=\"180\" height=\"9\" class=\"late\"") == 1);
  CHECK(count(bars, "class=\"kept\"") == 1);
  CHECK(count(bars, ">3 of 4</text>") == 1);
  plot.bars[0].label = std::string(500, 'x');
  CHECK(count(bar_plot(plot), "xxx…</text>") == 1);
}

TEST_CASE("a calendar has a cell for each day and knows the weekends") {
  CalendarPlot plot;
  plot.caption = {"p1-days", "Days", ""};
  // February 2026 starts on a Sunday.
  plot.months = {{"Feb 2026", 28, 7, {{3, Shape::disc, "held"}, {10, Shape::cross, "missed"}}}};
  const Markup calendar = calendar_plot(plot);
  CHECK(count(calendar, "class=\"day\"") == 20);
  CHECK(count(calendar, "class=\"weekend\"") == 8);
  CHECK(count(calendar, "cx=\"86\" cy=\"26.5\" r=\"4\" class=\"held\"") == 1);
  CHECK(count(calendar, "class=\"missed stroke\"") == 2);
}

TEST_CASE("each mark has a shape of its own in the legend, which a screen reader reads as text") {
  const Markup keys = legend({{Shape::disc, "held", "held"},
                              {Shape::ring, "held", "informal"},
                              {Shape::dash, "due", "due"},
                              {Shape::square, "first", "Alice"}});
  CHECK(count(keys, "aria-hidden=\"true\"") == 4);
  CHECK(count(keys, "class=\"held ring\"") == 1);
  CHECK(count(keys, "class=\"due stroke\"") == 1);
  CHECK(count(keys, "<rect") == 1);
  CHECK(count(keys, "</svg>informal</li>") == 1);
}
