// SPDX-License-Identifier: MIT
// Lays the brief out in one grid, so that ages and days stand below each other.
#include "cli/prep_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/item_rows.hpp"
#include "cli/meeting_note.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

using view::Cell;
using view::Style;
using view::Value;

constexpr int label_width = 10;
constexpr std::size_t recap_lines = 2;
constexpr int stuck_carries = 3;

std::string relation_words(const Person& person) {
  if (person.is_alumni()) return "alumni";
  std::string_view relation = person.relation();
  if (relation == "report" || relation == "peer") return std::string(relation);
  return relation == "skip-report" ? "skip report" : "my " + std::string(relation);
}

std::string waits(Date since, Date today) {
  int days = today - since;
  return days > 0 ? fmt::format("waits {} {}", days, days == 1 ? "day" : "days") : "";
}

view::Table table_of(std::vector<PrepLine> lines) {
  auto word = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
  auto day = [](const std::optional<Date>& date) { return date ? Value(date->iso()) : Value(); };
  std::vector<view::Column<PrepLine>> columns{
      {"section", [](const PrepLine& line) { return Value(line.section); }},
      {"id", [word](const PrepLine& line) { return word(line.id); }},
      {"text", [](const PrepLine& line) { return Value(line.text); }},
      {"author", [word](const PrepLine& line) { return word(line.author); }},
      {"since", [day](const PrepLine& line) { return day(line.since); }},
      {"due", [day](const PrepLine& line) { return day(line.due); }},
      {"carries", [](const PrepLine& line) { return Value(line.carries); }},
      {"private", [](const PrepLine& line) { return Value(line.is_private); }},
  };
  return {std::move(lines), std::move(columns)};
}

}  // namespace

PrepScreen::PrepScreen(const Session& session, const Person& person)
    : session_(session), person_(person) {
  grid_.columns = {{"", {}, false, label_width},
                   {"", {}, false},
                   {"", {}, true},
                   {"since", view::Align::right, false},
                   {"  ×", view::Align::right, false},
                   {"due", {}, false}};
}

void PrepScreen::head(const std::string& cadence, const Rhythm& rhythm, const Brief& brief) {
  std::string line = person_.name() + " · " + relation_words(person_);
  if (!cadence.empty()) line += " · " + cadence;
  if (rhythm.last_held) {
    line += fmt::format(" · last met {}", day_from_today(*rhythm.last_held, session_.today()));
  } else {
    line += " · not met yet";
  }
  if (rhythm.overdue) line += fmt::format(" · {} days over", rhythm.days_over);
  view_.emplace_back(view::Text{line, Style::strong});
  for (std::size_t i = 0; i < std::min(brief.recap.size(), recap_lines); ++i) {
    std::string by = i == 0 && !brief.recap_by.empty() ? " (" + brief.recap_by + ")" : "";
    std::string label = i == 0 ? "Last time" : "";
    view_.emplace_back(view::Text{fmt::format("{:<12}{}{}", label, brief.recap[i], by)});
  }
}

void PrepScreen::chains(const Ledger& ledger, const std::vector<const Chain*>& chains,
                        const std::string& section, const std::string& label) {
  for (std::size_t i = 0; i < chains.size(); ++i) {
    ItemRow row = row_of(ledger, *chains[i], session_.today());
    Authored words = authored(row.text, person_);
    PrepLine line{section,   row.id,  words.text,  words.author,
                  row.since, row.due, row.carries, row.is_private};
    Cell last = due_cell(row, session_.today());
    if (last.text.empty()) last = {words.author, Style::dim};
    if (row.is_others) last.text = "@" + row.owner + (last.text.empty() ? "" : " " + last.text);
    add(line, i == 0 ? label : "", {since_cell(row, session_.today()), carries_cell(row), last});
    if (row.overdue || row.carries >= stuck_carries) add_latest_word(ledger, *chains[i]);
  }
}

void PrepScreen::add_latest_word(const Ledger& ledger, const Chain& chain) {
  std::string word = latest_word(ledger, chain);
  if (!word.empty()) grid_.rows.push_back({{{}, {}, {"  " + word, Style::dim}}, "", true});
}

void PrepScreen::said(const std::vector<Said>& items, const std::string& section,
                      const std::string& label, bool is_private) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Said& one = items[i];
    PrepLine line{section, one.id, one.text, one.author, one.since, std::nullopt, 0, is_private};
    Cell since{one.since ? one.since->day_month() : "", Style::plain};
    std::string last = is_private && one.since ? waits(*one.since, session_.today()) : one.author;
    add(line, i == 0 ? label : "", {since, Cell{}, Cell{last, Style::dim}});
  }
}

void PrepScreen::remarks(const std::string& label, const std::vector<PrepRemark>& remarks,
                         const std::string& between) {
  std::string line;
  for (const PrepRemark& one : remarks) {
    if (one.words.empty()) continue;
    lines_.push_back({one.section, "", one.words, "", std::nullopt, std::nullopt, 0, false});
    if (!line.empty()) line += between;
    line += one.shown.empty() ? one.words : one.shown;
  }
  if (line.empty()) return;
  flush();
  view::Grid wide;
  wide.columns = {{"", {}, false, label_width}, {"", {}, true}};
  wide.rows.push_back({{{label, Style::strong}, {line}}, ""});
  view_.emplace_back(std::move(wide));
}

void PrepScreen::question(const std::string& words) {
  if (words.empty()) return;
  flush();
  lines_.push_back({"question", "", words, "", std::nullopt, std::nullopt, 0, false});
  view_.emplace_back(view::Text{fmt::format("{:<12}{}", "Ask", words)});
}

void PrepScreen::gap() {
  if (!grid_.rows.empty() && !grid_.rows.back().cells.empty()) grid_.rows.emplace_back();
}

void PrepScreen::rule(const std::string& word) {
  flush();
  constexpr int width = 79;
  std::string line = word.empty() ? "" : "── " + word + " ";
  while (unicode::width(line) < width) line += "─";
  view_.emplace_back(view::Text{line, Style::dim});
}

Outcome PrepScreen::finish() {
  flush();
  Outcome outcome;
  outcome.kind = "prep";
  outcome.view = std::move(view_);
  outcome.items = table_of(std::move(lines_));
  outcome.paged = true;
  return outcome;
}

void PrepScreen::add(const PrepLine& line, const std::string& label,
                     const std::array<Cell, 3>& rest) {
  if (session_.globals().wants_items()) {
    lines_.push_back(line);
    return;
  }
  Style style = line.is_private ? Style::dim : Style::plain;
  grid_.rows.push_back({{{label, Style::strong},
                         {line.id, Style::dim},
                         {line.text, style},
                         rest[0],
                         rest[1],
                         rest[2]},
                        ""});
}

void PrepScreen::flush() {
  while (!grid_.rows.empty() && grid_.rows.back().cells.empty()) grid_.rows.pop_back();
  if (!grid_.rows.empty()) {
    view_.emplace_back(view::Grid{grid_.columns, std::exchange(grid_.rows, {}), grid_.indent});
  }
  for (view::GridColumn& column : grid_.columns) column.title.clear();
}

}  // namespace oneonone
