// SPDX-License-Identifier: MIT
// Makes of each item what will be shown, and puts that in order.
#include "cli/item_list.hpp"

#include <algorithm>
#include <compare>
#include <memory>
#include <optional>
#include <utility>

namespace oneonone {
namespace {

using view::Style;

using Parts = std::vector<ItemListPart>;

constexpr unsigned day_bits = 24;

/// A day as a number of that many bits that sorts alike; no day comes last.
std::uint64_t sortable(const std::optional<Date>& day) {
  constexpr std::int32_t before_year_1 = 800'000;
  constexpr std::uint64_t last = (1U << day_bits) - 1;
  return day ? static_cast<std::uint64_t>(day->days() + before_year_1) : last;
}

std::uint64_t urgency_of(const ItemRow& row, ItemGroup group) {
  const auto first = static_cast<std::uint64_t>(group);
  return (first << day_bits | sortable(row.due)) << day_bits | sortable(row.since);
}

std::uint32_t add_cells(view::PackedRows& cells, const ItemRow& row, Date today) {
  const std::size_t place = cells.begin_row();
  cells.add(row.id, Style::dim);
  cells.add(row.person);
  if (row.is_private || row.is_others)
    cells.add((row.is_private ? "(private) " : "") + words_of(row));
  else
    cells.add(row.text);
  cells.add(since_cell(row, today));
  cells.add(carries_cell(row));
  cells.add(due_cell(row, today));
  return static_cast<std::uint32_t>(place);
}

/// The lines of a screen: items, and a heading before those of each group.
class Screen {
 public:
  explicit Screen(Parts parts) : parts_(std::move(parts)) {
    const std::vector<Ranked> items = ranked();
    lines_.reserve(items.size() + 4);
    std::uint32_t group = heading;
    for (const Ranked& one : items) {
      const auto own = static_cast<std::uint32_t>(one.urgency >> 2 * day_bits);
      if (own != group) lines_.push_back({heading, own});
      group = own;
      lines_.push_back(one.spot);
    }
  }

  std::size_t lines() const { return lines_.size(); }
  /// Of its columns.
  std::vector<int> widths() const {
    std::vector<int> widest;
    for (const ItemListPart& part : parts_) {
      const std::vector<int>& widths = part.cells.widths();
      widest.resize(std::max(widest.size(), widths.size()));
      std::ranges::transform(widths, widest, widest.begin(), std::ranges::max);
    }
    return widest;
  }

  view::PackedRow line(std::size_t index) const {
    static constexpr const char* headings[] = {"I owe", "Owed to me", "Nobody's yet",
                                               "To bring up"};
    const Spot spot = lines_[index];
    if (spot.part == heading) return {nullptr, 0, headings[spot.place], false};
    return {&parts_[spot.part].cells, spot.place, {}, false};
  }

 private:
  static constexpr std::uint32_t heading = UINT32_MAX;  ///< in place of a part: a group follows

  /// Where the cells of an item are.
  struct Spot {
    std::uint32_t part = 0, place = 0;
    auto operator<=>(const Spot&) const = default;
  };
  struct Ranked {
    std::uint64_t urgency = 0;
    Spot spot;  ///< of two that are alike, who comes first in the list
    auto operator<=>(const Ranked&) const = default;
  };

  std::vector<Ranked> ranked() const {
    std::vector<Ranked> all;
    for (std::uint32_t part = 0; part < parts_.size(); ++part) {
      for (const ListedItem& item : parts_[part].items) {
        all.push_back({item.urgency, {part, item.place}});
      }
    }
    std::ranges::sort(all);
    return all;
  }

  Parts parts_;
  std::vector<Spot> lines_;
};

/// The rows of all parts, one after the other.
class AllRows {
 public:
  explicit AllRows(Parts parts) : parts_(std::move(parts)) {
    for (const ItemListPart& part : parts_) {
      for (const ItemRow& row : part.rows) rows_.push_back(&row);
    }
  }

  std::size_t size() const { return rows_.size(); }
  const ItemRow& operator[](std::size_t index) const { return *rows_[index]; }

 private:
  Parts parts_;
  std::vector<const ItemRow*> rows_;
};

}  // namespace

ItemListPart::ItemListPart(ItemForm form, Date today)
    : json(form == ItemForm::json ? item_fields() : std::vector<std::string>()),
      form_(form),
      today_(today) {}

void ItemListPart::add(ItemRow&& row, ItemGroup group) {
  items.push_back({urgency_of(row, group), 0, group, row.overdue});
  if (form_ == ItemForm::screen) items.back().place = add_cells(cells, row, today_);
  if (form_ == ItemForm::json) {
    json.add([&row, &columns = item_columns()](std::size_t i) { return columns[i].get(row); });
  }
  if (form_ == ItemForm::row) rows.push_back(std::move(row));
}

std::size_t ItemList::size() const {
  std::size_t size = 0;
  for (const ItemListPart& part : parts_) size += part.items.size();
  return size;
}

view::Grid ItemList::grid() {
  const auto screen = std::make_shared<const Screen>(std::exchange(parts_, {}));
  view::Grid grid;
  grid.indent = 2;
  grid.columns = {{"", {}, false},
                  {"", {}, false},
                  {"", {}, true},
                  {"since", view::Align::right, false},
                  {"  ×", view::Align::right, false},
                  {"due", {}, false}};
  grid.later_rows = screen->lines();
  grid.later_widths = screen->widths();
  grid.later_row = [screen](std::size_t index) { return screen->line(index); };
  return grid;
}

view::Table ItemList::table() {
  if (form_ != ItemForm::json) return {AllRows(std::exchange(parts_, {})), item_columns()};
  std::vector<view::JsonRows> json;
  for (ItemListPart& part : parts_) json.push_back(std::move(part.json));
  parts_.clear();
  return {item_fields(), std::move(json)};
}

}  // namespace oneonone
