// SPDX-License-Identifier: MIT
// Items as `actions` and the commands that change them show them, to people and as data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger.hpp"
#include "view/view.hpp"

namespace oneonone {

/// One item as a row; the contract of kind `actions` (product.md).
struct ItemRow {
  std::string id, person, owner, text;
  std::string_view kind;
  Mark state = Mark::open;  ///< open, done or dropped
  std::optional<Date> due, since, done, on;
  std::optional<int> age_days;
  int carries = 0;
  bool overdue = false;
  bool is_private = false;
  bool is_others = false;  ///< promised by neither of the two; not in the JSON
  std::string file;        ///< below the person's folder
  std::size_t line = 0;

  std::string_view status() const;  ///< `open`, `done` or `dropped`
  std::string path() const;         ///< relative to the notebook
};

/// The row of a chain as it stands on `today`.
ItemRow row_of(const Ledger& ledger, const Chain& chain, Date today);
/// The same row, with the words out of the ledger.
ItemRow take_row(Ledger& ledger, const Chain& chain, Date today);

/// The rows as data: their keys and values.
const std::vector<view::Column<ItemRow>>& item_columns();
view::Table items_table(std::vector<ItemRow> rows);

/// The keys of such data.
std::vector<std::string> item_fields();

/// The words, with who promised it before them when that is neither of the two.
std::string words_of(const ItemRow& row);

/// The cells since, times carried and due, for people.
view::Cell since_cell(const ItemRow& row, Date today);
view::Cell carries_cell(const ItemRow& row);
view::Cell due_cell(const ItemRow& row, Date today);

}  // namespace oneonone
