// SPDX-License-Identifier: MIT
// A section a person: the numbers at a glance, then a card a question.
#include "cli/page_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/page_cards.hpp"
#include "cli/page_parts.hpp"
#include "cli/page_style.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

using view::element;
using view::Markup;
using view::words;

constexpr int title_columns = 40;

std::string both_names(const Person& person) {
  return person.names[0] + " and " + person.names[1];
}

int late_in(const LookingBack& back) {
  return static_cast<int>(
      std::ranges::count_if(back.open, [](const OpenPromise& open) { return open.days_late > 0; }));
}

Markup figure(const std::string& label, const std::string& number, const std::string& rest) {
  Markup value = words(number);
  if (!rest.empty()) value += element("small", {}, " " + rest);
  Markup content = element("dt", label);
  content += element("dd", {}, value);
  return element("div", {}, content);
}

Markup figures(const LookingBack& back) {
  Markup content = figure("Meetings held", std::to_string(back.count(PastDay::What::held)),
                          fmt::format("of {} planned", back.planned()));
  for (const Fates& fates : back.fates) {
    if (fates.ended() == 0) continue;
    content += figure("Kept by " + name_of(back.person, fates.owner), std::to_string(fates.kept),
                      fmt::format("of {} promise{}", fates.ended(), fates.ended() == 1 ? "" : "s"));
  }
  const int late = late_in(back);
  content += figure("Open commitments", std::to_string(back.open.size()),
                    late > 0 ? fmt::format("{} late", late) : "");
  return element("dl", {{"class", "figures"}}, content);
}

Markup private_cards(const PageOfPerson& page, const std::string& id) {
  if (!page.own) return {};
  const LookingBack& back = page.back;
  Markup content = element("h3", "From my private notes");
  Markup cards = open_card(back, page.own->open, "Private commitments", id + "-own");
  for (std::size_t i = 0; i < page.own->measures.size(); ++i) {
    cards += measure_card(back, page.own->measures[i], fmt::format("{}-own{}", id, i + 1));
  }
  content += cards.empty() ? element("p", {{"class", "note"}}, "Nothing is open there.") : cards;
  return element("div", {{"class", "mine"}}, content);
}

Markup cards_of(const PageOfPerson& page, const std::string& id) {
  const LookingBack& back = page.back;
  Markup cards = meetings_card(back, id);
  cards += moods_card(back, page.talk_aim, id);
  cards += open_card(back, back.open, "Open commitments", id);
  cards += kept_card(back, id);
  cards += topics_card(back, id);
  for (std::size_t i = 0; i < back.measures.size(); ++i) {
    cards += measure_card(back, back.measures[i], fmt::format("{}-goal{}", id, i + 1));
  }
  return cards;
}

Markup section_of(const PageOfPerson& page, const std::string& id) {
  Markup content = element("h2", {{"id", id}}, both_names(page.back.person));
  const Markup cards = cards_of(page, id);
  if (cards.empty()) {
    content += element("p", {{"class", "lead"}}, "No meeting in this time, and nothing open.");
  } else {
    content += figures(page.back);
    content += cards;
  }
  content += private_cards(page, id);
  return element("section", {{"class", "person"}, {"aria-labelledby", id}}, content);
}

std::string id_of(std::size_t index) {
  return fmt::format("p{}", index + 1);
}

Markup contents(const PageDocument& document) {
  Markup links;
  for (std::size_t i = 0; i < document.people.size(); ++i) {
    links += element(
        "li", {}, element("a", {{"href", "#" + id_of(i)}}, document.people[i].back.person.name()));
  }
  return element("nav", {{"aria-label", "People"}}, element("ul", {}, links));
}

Markup overview(const PageDocument& document) {
  view::Grid grid;
  grid.columns = {{"Person", {}, false},
                  number_column("Held"),
                  number_column("Planned"),
                  number_column("Open"),
                  number_column("Late")};
  for (const PageOfPerson& page : document.people) {
    const LookingBack& back = page.back;
    grid.rows.push_back({{{back.person.name()},
                          {std::to_string(back.count(PastDay::What::held))},
                          {std::to_string(back.planned())},
                          {std::to_string(back.open.size())},
                          late_cell(late_in(back))},
                         ""});
  }
  return element("div", {{"class", "overview"}}, view::table("Everyone at a glance", grid));
}

Markup header_of(const PageDocument& document) {
  Markup content = element("h1", "One-on-ones");
  content += element(
      "p", {{"class", "lead"}},
      fmt::format("{} to {}", document.window.first.long_form(), document.window.last.long_form()));
  if (document.holds_private()) {
    content += element("p", {{"class", "warning"}},
                       "This page holds lines of my private notes. It is for me alone.");
  }
  if (document.people.size() > 1) content += contents(document);
  return element("header", {}, content);
}

Markup main_of(const PageDocument& document) {
  Markup content;
  if (document.people.empty()) {
    content = element("p", {{"class", "lead"}}, "Nobody is in this notebook yet.");
  }
  if (document.people.size() > 1) content += overview(document);
  for (std::size_t i = 0; i < document.people.size(); ++i) {
    content += section_of(document.people[i], id_of(i));
  }
  return element("main", {}, content);
}

}  // namespace

bool PageDocument::holds_private() const {
  return std::ranges::any_of(people, [](const PageOfPerson& page) { return page.own.has_value(); });
}

std::string page_html(const PageDocument& document) {
  std::string title = "One-on-ones";
  if (document.people.size() == 1) {
    title += ": " + both_names(document.people.front().back.person);
  }
  Markup body = header_of(document);
  body += main_of(document);
  body += element("footer", {},
                  element("p",
                          "Made by oneonone from the notes of two people, for these two: "
                          "hints, never scores."));
  return view::html_document(unicode::truncate(unicode::visible(title), title_columns), page_style,
                             page_style_hash, body);
}

}  // namespace oneonone
