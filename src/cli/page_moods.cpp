// SPDX-License-Identifier: MIT
// Mood and talk of a page, over time.
#include <fmt/format.h>

#include <algorithm>

#include "cli/page_cards.hpp"
#include "cli/page_parts.hpp"

namespace oneonone {
namespace {

using view::element;
using view::Markup;

struct Lines {
  view::LinePlot mood, talk;
};

Lines lines_of(const LookingBack& back) {
  Lines lines{over_time(back), over_time(back)};
  for (const PastDay& past : back.days) {
    const double x = past.day.days();
    if (past.mood) lines.mood.points.push_back({x, static_cast<double>(*past.mood)});
    if (past.talk) lines.talk.points.push_back({x, *past.talk});
  }
  return lines;
}

Markup mood_plot(view::LinePlot plot, const std::string& name, const std::string& id) {
  if (plot.points.empty()) return {};
  plot.low = 1;
  plot.high = 5;
  for (const int y : {1, 3, 5}) plot.y_ticks.push_back({static_cast<double>(y), std::to_string(y)});
  plot.caption = {id + "-mood", "Mood of " + name + ", 1 to 5", line_words(plot.points, "")};
  Markup drawing = element("p", {{"class", "note"}}, "Mood of " + name + ", 1 to 5.");
  drawing += view::line_plot(plot);
  return drawing;
}

Markup talk_plot(view::LinePlot plot, const std::string& name, int aim, const std::string& id) {
  if (plot.points.empty()) return {};
  plot.low = 0;
  plot.high = 100;
  plot.aim = aim;
  for (const int y : {0, 50, 100}) {
    plot.y_ticks.push_back({static_cast<double>(y), fmt::format("{} %", y)});
  }
  const std::string title = fmt::format("How much of the time {} talks", name);
  plot.caption = {id + "-talk", title,
                  fmt::format("{} The aim is {} %.", line_words(plot.points, " %"), aim)};
  Markup drawing = element("p", {{"class", "note"}},
                           fmt::format("{}; the dashes are the aim, {} %.", title, aim));
  drawing += view::line_plot(plot);
  return drawing;
}

std::string percent(const std::optional<double>& number) {
  return number ? tenths(*number) + " %" : "";
}

view::Grid table_of(const LookingBack& back) {
  const bool worth =
      std::ranges::any_of(back.days, [](const PastDay& past) { return past.worth.has_value(); });
  view::Grid grid;
  grid.columns = {{"Day", {}, false}, number_column("Mood"), number_column("Talk")};
  if (worth) grid.columns.push_back(number_column("Worth"));
  for (const PastDay& past : back.days) {
    if (!past.mood && !past.talk && !past.worth) continue;
    view::GridRow row{
        {{full_day(past.day)}, {past.mood ? std::to_string(*past.mood) : ""}, {percent(past.talk)}},
        ""};
    if (worth) row.cells.push_back({past.worth ? tenths(*past.worth) : ""});
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

}  // namespace

view::Markup moods_card(const LookingBack& back, int talk_aim, const std::string& id) {
  const Lines lines = lines_of(back);
  const std::string& name = back.person.names[0];
  Markup drawing = mood_plot(lines.mood, name, id);
  drawing += talk_plot(lines.talk, name, talk_aim, id);
  if (drawing.empty()) return {};
  return markup_of({"Mood and talk", drawing, "Mood and talk by meeting", table_of(back)},
                   back.person);
}

}  // namespace oneonone
