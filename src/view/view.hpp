// SPDX-License-Identifier: MIT
// What a person sees: blocks of text and grids, laid out for a width, in colour or not.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "view/cells.hpp"
#include "view/value.hpp"

namespace oneonone::view {

enum class Align { left, right };

struct GridColumn {
  std::string title;
  Align align = Align::left;
  bool gives_way = false;  ///< the one column that is cut when the line is too long
  int at_least = 0;        ///< its width even when the cells need less
  bool may_go = false;     ///< it is left out, before another gives way, when the line is too long
};

/// A row of cells, or (when `heading` is not empty) a heading over the rows that follow. The first
/// heading shares its line with the column titles.
struct GridRow {
  std::vector<Cell> cells;
  std::string heading;
  bool runs_on = false;  ///< its last cell takes the room of the columns after it
};

/// Columns two blanks apart, lined up over all rows; empty columns without title vanish. No blanks
/// at a line's end.
struct Grid {
  std::vector<GridColumn> columns;
  std::vector<GridRow> rows;
  int indent = 0;  ///< blanks before the rows' first cell (headings stand at the margin)
  /// Of a long list the rows behind those, and how wide their columns are; a page in HTML has none.
  std::size_t later_rows = 0;
  std::vector<int> later_widths = {};
  std::function<PackedRow(std::size_t)> later_row = nullptr;
};

/// Lines as they are; control characters other than newline and tab are made visible. A newline is
/// added at the end when there is none.
struct Text {
  std::string text;
  Style style = Style::plain;
};

using Block = std::variant<Text, Grid>;
using View = std::vector<Block>;

/// Takes what is rendered, in pieces of whole rows.
using Print = std::function<void(std::string_view piece)>;

/// The view as lines for a terminal of `columns` (0: no limit). A grid stays one column short of
/// the edge: columns that may go are left out, then the one that gives way is cut to no less than
/// eight; text outside grids is never cut.
void render(const View& view, int columns, bool colour, const Print& print);

/// `{"schema": 1, "kind": …, "root": …, "items": […]}`, one item a line; bytes that are not UTF-8
/// become U+FFFD; control characters and bidi controls are escaped.
void render_json(std::string_view kind, std::string_view root, const Table& items,
                 const Print& print);

/// One line a row from a pattern like `{path}:{line}: {text}` (`{{` and `}}` are braces; `\t` and
/// `\n` as in C); lists are joined by `,`; null is empty; rows end with a newline, or with NUL when
/// `zero`. Throws Error{usage} for an unknown key, naming those there are.
void render_format(std::string_view pattern, const Table& items, bool zero, const Print& print);

/// Throws as render_format does of a pattern that these keys do not allow.
void require_format(std::string_view pattern, const std::vector<std::string>& keys);

}  // namespace oneonone::view
