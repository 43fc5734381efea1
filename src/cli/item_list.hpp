// SPDX-License-Identifier: MIT
// A list of items as it will be shown: there may be tens of thousands, each held in one form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/item_rows.hpp"
#include "view/view.hpp"

namespace oneonone {

/// What of an item will be asked for.
enum class ItemForm {
  none,    ///< only that it is there
  screen,  ///< its cells
  json,    ///< its row in JSON
  row,     ///< its values
};

/// Whose an item is: the groups of a list, in their order.
enum class ItemGroup : std::uint8_t { mine, theirs, nobodys, to_bring_up };

/// An item of a list, and where it stands in it.
struct ListedItem {
  /// By group, and in it late first, then due, then by age: the order in which a person would look
  /// at them. Thousands are compared, each many times.
  std::uint64_t urgency = 0;
  std::uint32_t place = 0;  ///< of its cells
  ItemGroup group = ItemGroup::mine;
  bool overdue = false;
};

/// The items of one tree of one person.
class ItemListPart {
 public:
  ItemListPart(ItemForm form, Date today);

  void add(ItemRow&& row, ItemGroup group);

  std::vector<ListedItem> items;
  view::PackedRows cells;     ///< of ItemForm::screen
  view::JsonRows json;        ///< of ItemForm::json
  std::vector<ItemRow> rows;  ///< of ItemForm::row
  /// Items that are open, and where each is said to be closed: "path:line".
  std::vector<std::pair<std::string, std::string>> closed_at;

 private:
  ItemForm form_;
  Date today_;
};

/// The items of people.
class ItemList {
 public:
  ItemList(std::size_t people, ItemForm form, Date today)
      : form_(form), parts_(2 * people, ItemListPart(form, today)) {}

  /// Two threads may fill two parts at a time.
  ItemListPart& part(std::size_t person, Tree tree) {
    return parts_[2 * person + (tree == Tree::own ? 1 : 0)];
  }
  /// Person after person, the shared tree first.
  const std::vector<ItemListPart>& parts() const { return parts_; }
  std::size_t size() const;

  /// The items by group, those that matter most first. The list is empty then, as with `table`.
  view::Grid grid();
  view::Table table();

 private:
  ItemForm form_;
  std::vector<ItemListPart> parts_;
};

}  // namespace oneonone
