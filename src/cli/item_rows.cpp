// SPDX-License-Identifier: MIT
// Turns chains into rows and cells.
#include "cli/item_rows.hpp"

#include <fmt/format.h>

namespace oneonone {
namespace {

using view::Cell;
using view::Style;
using view::Value;

Value null_if_empty(std::string_view text) {
  return text.empty() ? Value() : Value::of(text);
}
Value iso(const std::optional<Date>& date) {
  return date ? Value(date->iso()) : Value();
}

constexpr int worth_telling_after = 7;

/// `32 days open`: what somebody waits for an answer to, and has no day.
std::string waits(const ItemRow& row) {
  bool awaited = is_ask(row.kind);
  int age = row.age_days.value_or(0);
  return awaited && age >= worth_telling_after ? fmt::format("{} days open", age) : "";
}

std::string days(int count) {
  return fmt::format("{} {}", count, count == 1 ? "day" : "days");
}

}  // namespace

std::string_view ItemRow::status() const {
  if (state == Mark::done) return "done";
  return state == Mark::dropped ? "dropped" : "open";
}

std::string ItemRow::path() const {
  return NotePath{is_private ? Tree::own : Tree::shared, person, file, std::nullopt, 1}.path();
}

namespace {

ItemRow row_without_text(const Ledger& ledger, const Chain& chain, Date today) {
  const ParsedNote& parsed = ledger.note(chain.shown);
  const Task& task = ledger.shown(chain);
  ItemRow row;
  row.id = chain.id;
  row.person = ledger.person().folder;
  row.owner = task.item().owner.empty() ? "" : ledger.person().canonical(task.item().owner);
  row.is_others = !row.owner.empty() && row.owner != ledger.person().me &&
                  row.owner != ledger.person().them() &&
                  !ledger.person().promiser(row.owner).empty();
  row.kind = task.item().kind();
  row.state = chain.state;
  row.due = task.item().due;
  row.on = task.item().on;
  row.since = ledger.since(chain);
  row.done = ledger.closed(chain);
  if (row.since) row.age_days = std::max(0, today - *row.since);
  row.carries = ledger.carries(chain);
  row.overdue = chain.state == Mark::open && row.due && *row.due < today;
  row.is_private = parsed.path.tree == Tree::own;
  row.file = parsed.path.file;
  row.line = task.box_line;
  return row;
}

}  // namespace

ItemRow row_of(const Ledger& ledger, const Chain& chain, Date today) {
  ItemRow row = row_without_text(ledger, chain, today);
  row.text = ledger.shown(chain).item().words;
  return row;
}

ItemRow take_row(Ledger& ledger, const Chain& chain, Date today) {
  ItemRow row = row_without_text(ledger, chain, today);
  row.text = ledger.take_words(chain);
  return row;
}

const std::vector<view::Column<ItemRow>>& item_columns() {
  static const std::vector<view::Column<ItemRow>> columns{
      {"id", [](const ItemRow& row) { return Value::of(row.id); }},
      {"person", [](const ItemRow& row) { return Value::of(row.person); }},
      {"owner", [](const ItemRow& row) { return null_if_empty(row.owner); }},
      {"kind", [](const ItemRow& row) { return null_if_empty(row.kind); }},
      {"text", [](const ItemRow& row) { return Value::of(row.text); }},
      {"status", [](const ItemRow& row) { return Value::of(row.status()); }},
      {"due", [](const ItemRow& row) { return iso(row.due); }},
      {"on", [](const ItemRow& row) { return iso(row.on); }},
      {"since", [](const ItemRow& row) { return iso(row.since); }},
      {"done", [](const ItemRow& row) { return iso(row.done); }},
      {"age_days",
       [](const ItemRow& row) { return row.age_days ? Value(*row.age_days) : Value(); }},
      {"carries", [](const ItemRow& row) { return Value(row.carries); }},
      {"overdue", [](const ItemRow& row) { return Value(row.overdue); }},
      {"private", [](const ItemRow& row) { return Value(row.is_private); }},
      {"path", [](const ItemRow& row) { return Value(row.path()); }},
      {"line", [](const ItemRow& row) { return Value(row.line); }},
  };
  return columns;
}

view::Table items_table(std::vector<ItemRow> rows) {
  return {std::move(rows), item_columns()};
}

std::vector<std::string> item_fields() {
  return items_table({}).keys();
}

std::string words_of(const ItemRow& row) {
  return row.is_others ? "@" + row.owner + " " + row.text : row.text;
}

Cell since_cell(const ItemRow& row, Date today) {
  if (!row.since) return {};
  bool this_year = row.since->year() == today.year();
  return {this_year ? row.since->day_month() : row.since->iso(), Style::plain};
}

Cell carries_cell(const ItemRow& row) {
  if (row.carries == 0) return {};
  return {std::to_string(row.carries), row.carries >= 3 ? Style::late : Style::plain};
}

Cell due_cell(const ItemRow& row, Date today) {
  if (row.state != Mark::open)
    return {row.done ? fmt::format("{} {}", row.status(), row.done->day_month())
                     : std::string(row.status()),
            Style::dim};
  if (!row.due && row.on && *row.on > today) {
    return {"from " + row.on->short_form(today), Style::dim};
  }
  if (!row.due) return {waits(row), Style::dim};
  int left = *row.due - today;
  if (left == -1) return {"yesterday", Style::late};
  if (left < 0) return {days(-left) + " late", Style::late};
  if (left == 0) return {"today", Style::strong};
  if (left == 1) return {"tomorrow", Style::plain};
  return {row.due->short_form(today), Style::plain};
}

}  // namespace oneonone
