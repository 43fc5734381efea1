// SPDX-License-Identifier: MIT
// The agenda of a page: whose talking points they were.
#include <fmt/format.h>

#include "cli/page_cards.hpp"
#include "cli/page_parts.hpp"

namespace oneonone {

view::Markup topics_card(const LookingBack& back, const std::string& id) {
  int sum = 0;
  for (const auto& [author, count] : back.topics) sum += count;
  if (sum == 0) return {};
  view::BarPlot plot;
  view::Grid grid;
  grid.columns = {{"Who", {}, false}, number_column("Topics"), number_column("Share")};
  std::vector<std::string> sentences;
  for (const std::string& author : back.person.people) {
    const auto found = back.topics.find(author);
    const int count = found == back.topics.end() ? 0 : found->second;
    const std::string name = name_of(back.person, author);
    plot.bars.push_back({name,
                         std::to_string(count),
                         {{static_cast<double>(count), colour_of(back.person, author)}}});
    sentences.push_back(fmt::format("{} brought {}.", name, count));
    grid.rows.push_back({{{name}, {std::to_string(count)}, {percent_of(count, sum)}}, ""});
  }
  plot.caption = {id + "-topics", "Talking points by who brought them", joined(sentences)};
  return markup_of({"Whose agenda", view::bar_plot(plot), plot.caption.title, grid}, back.person);
}

}  // namespace oneonone
