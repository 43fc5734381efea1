// SPDX-License-Identifier: MIT
// What the plots of a page have in common: words for days and numbers, the axis of time, the card.
#include "cli/page_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace oneonone {
namespace {

using view::element;
using view::Markup;

constexpr std::size_t short_table = 10;  ///< rows that need no scrolling
constexpr int most_ticks = 5;

Date month_start(Date day) {
  return *Date::from(day.year(), day.month(), 1);
}

std::vector<view::Tick> month_ticks(Date first, Date last) {
  const int months = (last.year() - first.year()) * 12 + static_cast<int>(last.month()) -
                     static_cast<int>(first.month()) + 1;
  const int step = (months + most_ticks - 1) / most_ticks;
  // A label stands to the right of its mark: the last one needs room as well.
  const Date latest = last - (last - first) / 9;
  std::vector<view::Tick> ticks;
  for (Date month = first; month <= latest; month = add_months(month, step)) {
    std::string label = month.day_month().substr(2);
    if (months > 12) label += fmt::format(" ’{:02}", month.year() % 100);
    ticks.push_back({static_cast<double>(month.days()), std::move(label)});
  }
  return ticks;
}

}  // namespace

std::string full_day(Date day) {
  return fmt::format("{} {}", day.day_month(), day.year());
}

std::string tenths(double number) {
  std::string text = fmt::format("{:.1f}", number);
  if (text.ends_with(".0")) text.erase(text.size() - 2);
  return text;
}

std::string percent_of(int part, int whole) {
  return fmt::format("{} %", (200 * part + whole) / (2 * whole));
}

std::string joined(const std::vector<std::string>& sentences) {
  return fmt::format("{}", fmt::join(sentences, " "));
}

std::string name_of(const Person& person, const std::string& handle) {
  if (handle.empty()) return "nobody yet";
  for (std::size_t i = 0; i < person.people.size(); ++i) {
    if (person.people[i] == handle) return person.names[i];
  }
  return handle;
}

std::string colour_of(const Person& person, const std::string& handle) {
  if (handle == person.people[0]) return "first";
  return handle == person.people[1] ? "second" : "nobody";
}

view::LinePlot over_time(const LookingBack& back) {
  const Date first = month_start(back.days.empty() ? back.window.first : back.days.front().day);
  view::LinePlot plot;
  plot.left = first.days();
  plot.right = back.window.last.days();
  plot.x_ticks = month_ticks(first, back.window.last);
  return plot;
}

std::string line_words(const std::vector<view::Point>& points, std::string_view unit) {
  auto number = [unit](const view::Point& point) {
    return shown_number(point.y) + std::string(unit);
  };
  if (points.size() == 1) return fmt::format("One number, {}.", number(points.front()));
  const auto [low, high] = std::ranges::minmax_element(points, {}, &view::Point::y);
  return fmt::format("{} numbers: first {}, last {}, lowest {}, highest {}.", points.size(),
                     number(points.front()), number(points.back()), number(*low), number(*high));
}

Markup markup_of(const Card& card, const Person& person) {
  Markup plot = element("h3", card.heading);
  plot += card.drawing;
  Markup content = element("div", {{"class", "drawing"}}, plot);
  const Markup table = view::table(card.caption, card.numbers);
  const view::Attributes scrolling{
      {"class", "scroll"}, {"aria-label", card.caption + ", " + person.name()}, {"tabindex", "0"}};
  const bool is_short = card.numbers.rows.size() <= short_table;
  content += is_short ? element("div", {}, table) : element("section", scrolling, table);
  return element("div", {{"class", "card"}}, content);
}

view::Cell late_cell(int number) {
  return number > 0 ? view::Cell{std::to_string(number), view::Style::late} : view::Cell{};
}

view::GridColumn number_column(std::string title) {
  return {std::move(title), view::Align::right, false};
}

}  // namespace oneonone
