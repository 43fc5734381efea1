// SPDX-License-Identifier: MIT
// The promises of a page: how old the open ones are, and how many were kept.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/page_cards.hpp"
#include "cli/page_parts.hpp"

namespace oneonone {
namespace {

using view::Markup;

/// Commitments of an age: up to so many days.
struct Age {
  int days;
  const char* label;
};
constexpr std::array<Age, 5> ages{{{7, "A week or less"},
                                   {14, "Up to two weeks"},
                                   {31, "Up to a month"},
                                   {91, "Up to a quarter"},
                                   {1'000'000, "Longer"}}};

/// The owners in the order of the legend.
std::vector<std::string> owners_of(const Person& person) {
  return {person.people[0], person.people[1], ""};
}

/// An owner who is neither of the two shares the colour of those that nobody owns.
bool belongs(const Person& person, const OpenPromise& open, const std::string& owner) {
  return colour_of(person, open.owner) == colour_of(person, owner);
}

view::Bar bar_of(const Person& person, const std::vector<OpenPromise>& open, int youngest,
                 const Age& age) {
  view::Bar bar{age.label, "", {}};
  int sum = 0;
  for (const std::string& owner : owners_of(person)) {
    int count = 0;
    for (const OpenPromise& one : open) {
      const int days = std::max(0, one.age_days.value_or(0));
      if (belongs(person, one, owner) && days >= youngest && days <= age.days) ++count;
    }
    bar.parts.push_back({static_cast<double>(count), colour_of(person, owner)});
    sum += count;
  }
  bar.number = std::to_string(sum);
  return bar;
}

Markup owners_legend(const Person& person, const std::vector<OpenPromise>& open) {
  std::vector<view::Key> keys;
  for (const std::string& owner : owners_of(person)) {
    for (const OpenPromise& one : open) {
      if (!belongs(person, one, owner)) continue;
      keys.push_back({view::Shape::square, colour_of(person, owner), name_of(person, one.owner)});
      break;
    }
  }
  return view::legend(keys);
}

view::Grid open_table(const Person& person, const std::vector<OpenPromise>& open) {
  view::Grid grid;
  grid.columns = {
      {"What", {}, false}, {"Who", {}, false}, number_column("Days"), number_column("Late")};
  for (const OpenPromise& one : open) {
    grid.rows.push_back({{{one.text},
                          {name_of(person, one.owner)},
                          {one.age_days ? std::to_string(*one.age_days) : ""},
                          late_cell(one.days_late)},
                         ""});
  }
  return grid;
}

}  // namespace

view::Markup open_card(const LookingBack& back, const std::vector<OpenPromise>& open,
                       const std::string& what, const std::string& id) {
  if (open.empty()) return {};
  view::BarPlot plot;
  std::vector<std::string> sentences;
  int youngest = 0;
  for (const Age& age : ages) {
    plot.bars.push_back(bar_of(back.person, open, youngest, age));
    sentences.push_back(fmt::format("{}: {}.", age.label, plot.bars.back().number));
    youngest = age.days + 1;
  }
  plot.caption = {id + "-open", what + " by age", joined(sentences)};
  Markup drawing = view::bar_plot(plot);
  drawing += owners_legend(back.person, open);
  return markup_of(
      {what + " by age", drawing, what + ", the oldest first", open_table(back.person, open)},
      back.person);
}

view::Markup kept_card(const LookingBack& back, const std::string& id) {
  view::BarPlot plot;
  view::Grid grid;
  grid.columns = {{"Who", {}, false},
                  number_column("In time"),
                  number_column("Late"),
                  number_column("Open"),
                  number_column("Kept")};
  std::vector<std::string> sentences;
  for (const Fates& fates : back.fates) {
    if (fates.ended() == 0) continue;
    const std::string name = name_of(back.person, fates.owner);
    const std::string number = fmt::format("{} of {}", fates.kept, fates.ended());
    plot.bars.push_back({name,
                         number,
                         {{static_cast<double>(fates.kept), "kept"},
                          {static_cast<double>(fates.late), "done-late"},
                          {static_cast<double>(fates.overdue), "overdue"}}});
    sentences.push_back(fmt::format("{} kept {}.", name, number));
    grid.rows.push_back({{{name},
                          {std::to_string(fates.kept)},
                          {std::to_string(fates.late)},
                          {std::to_string(fates.overdue)},
                          {percent_of(fates.kept, fates.ended())}},
                         ""});
  }
  if (plot.bars.empty()) return {};
  plot.caption = {id + "-kept", "Promises kept in time", joined(sentences)};
  Markup drawing = view::bar_plot(plot);
  drawing += view::legend({{view::Shape::square, "kept", "kept in time"},
                           {view::Shape::square, "done-late", "done late"},
                           {view::Shape::square, "overdue", "late and open"}});
  return markup_of({"Promises kept", drawing, "Promises that came to their end", grid},
                   back.person);
}

}  // namespace oneonone
