// SPDX-License-Identifier: MIT
// The calendar of a page: a row a month, a mark a meeting.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/page_cards.hpp"
#include "cli/page_parts.hpp"

namespace oneonone {
namespace {

using What = PastDay::What;

struct Kind {
  What what;
  view::Key key;
  const char* title;
};

const std::array<Kind, 4>& kinds() {
  static const std::array<Kind, 4> all{{
      {What::held, {view::Shape::disc, "held", "held"}, "Held"},
      {What::missed, {view::Shape::cross, "missed", "missed"}, "Missed"},
      {What::informal, {view::Shape::ring, "held", "informal"}, "Informal"},
      {What::due, {view::Shape::dash, "due", "due, nothing written"}, "Due"},
  }};
  return all;
}

const view::Key& key_of(What what) {
  return std::ranges::find(kinds(), what, &Kind::what)->key;
}

struct Month {
  Window days;
  std::vector<PastDay> past;

  std::string name() const {
    return fmt::format("{} {}", days.first.day_month().substr(2), days.first.year());
  }
  std::string short_name() const {
    return fmt::format("{} ’{:02}", days.first.day_month().substr(2), days.first.year() % 100);
  }
};

/// The months from that of the first day to the window's last.
std::vector<Month> months_of(const LookingBack& back) {
  const Date start = back.days.front().day;
  std::vector<Month> months;
  Date first = *Date::from(start.year(), start.month(), 1);
  for (; first <= back.window.last; first = add_months(first, 1)) {
    Month month{{first, add_months(first, 1) - 1}, {}};
    std::ranges::copy_if(back.days, std::back_inserter(month.past),
                         [&](const PastDay& past) { return month.days.holds(past.day); });
    months.push_back(std::move(month));
  }
  return months;
}

view::CalendarMonth row_of(const Month& month) {
  view::CalendarMonth row{month.short_name(),
                          static_cast<int>(month.days.last.day()),
                          static_cast<int>(month.days.first.weekday()),
                          {}};
  for (const PastDay& past : month.past) {
    const view::Key& key = key_of(past.what);
    row.marks.push_back({static_cast<int>(past.day.day()), key.shape, key.style});
  }
  return row;
}

view::Grid table_of(const std::vector<Month>& months) {
  view::Grid grid;
  grid.columns.push_back({"Month", {}, false});
  for (const Kind& kind : kinds()) grid.columns.push_back(number_column(kind.title));
  for (const Month& month : months) {
    view::GridRow row{{{month.name()}}, ""};
    for (const Kind& kind : kinds()) {
      const auto count = std::ranges::count(month.past, kind.what, &PastDay::what);
      row.cells.push_back({count == 0 ? "" : std::to_string(count)});
    }
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

}  // namespace

view::Markup meetings_card(const LookingBack& back, const std::string& id) {
  if (back.days.empty()) return {};
  const std::vector<Month> months = months_of(back);
  view::CalendarPlot plot;
  plot.caption = {id + "-meetings", "Calendar of meetings",
                  fmt::format("{} held, {} missed, {} informal, {} due with nothing written.",
                              back.count(What::held), back.count(What::missed),
                              back.count(What::informal), back.count(What::due))};
  for (const Month& month : months) plot.months.push_back(row_of(month));
  std::vector<view::Key> keys;
  for (const Kind& kind : kinds()) {
    if (back.count(kind.what) > 0) keys.push_back(kind.key);
  }
  view::Markup drawing = view::calendar_plot(plot);
  drawing += view::legend(keys);
  return markup_of({"Meetings", drawing, "Meetings by month", table_of(months)}, back.person);
}

}  // namespace oneonone
