// SPDX-License-Identifier: MIT
// Lays out blocks as lines of text for a width, in colour or not.
#include <algorithm>
#include <cstddef>

#include "unicode.hpp"
#include "view/pieces.hpp"
#include "view/tidy.hpp"

namespace oneonone::view {
namespace {

constexpr int gap = 2;               ///< blanks between two columns
constexpr int narrowest_column = 8;  ///< less than this says nothing

std::string_view start_of(Style style) {
  switch (style) {
    case Style::strong:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::late:
      return "\x1b[31m";
    case Style::good:
      return "\x1b[32m";
    case Style::plain:
      break;
  }
  return {};
}

void append_styled(std::string& out, std::string_view text, Style style, bool colour) {
  const bool plain = !colour || style == Style::plain || text.empty();
  if (!plain) out += start_of(style);
  out += text;
  if (!plain) out += "\x1b[0m";
}

/// One line being written. Blanks come only before text, so that no line ends in one.
class Line {
 public:
  Line(std::string& out, bool colour) : out_(out), colour_(colour) {}

  void write(int column, std::string_view text, int width, Style style) {
    if (text.empty()) return;
    if (column > at_) out_.append(static_cast<std::size_t>(column - at_), ' ');
    append_styled(out_, text, style, colour_);
    at_ = std::max(at_, column) + width;
  }

  void end() { out_ += '\n'; }

 private:
  std::string& out_;
  bool colour_;
  int at_ = 0;
};

/// A grid that is measured and can be written.
class Layout {
 public:
  Layout(const Grid& grid, int columns) : grid_(grid) {
    for (const GridColumn& column : grid.columns) {
      const Tidy title(column.title);
      const int width = std::max(column.at_least, title.width());
      columns_.push_back(
          {std::string(title.text()), column.align, column.gives_way, column.may_go, width, 0});
    }
    for (const GridRow& row : grid.rows) pack(row);
    widen(packed_.widths());
    widen(grid.later_widths);
    if (columns > 0) fit(limit_ = columns - 1);
    place();
  }

  void write(Pieces& pieces, bool colour) const {
    std::string& out = pieces.text();
    bool first = true;
    for_each_row([&](const PackedRow& row) {
      const bool shared = first && !row.heading.empty() && title_start() > heading_end(row);
      if (first && !shared) write_title_line(out, colour);
      if (shared)
        write_beside_titles(out, row, colour);
      else
        write_row(out, row, colour);
      first = false;
      pieces.end_row();
    });
    if (first) write_title_line(out, colour);
  }

 private:
  struct Column {
    std::string title;
    Align align;
    bool gives_way;
    bool may_go;
    int width;
    int start;

    bool shown() const { return width > 0; }
  };

  template <class Use>
  void for_each_row(const Use& use) const {
    for (const PackedRow& row : rows_) use(row);
    for (std::size_t i = 0; i < grid_.later_rows; ++i) use(grid_.later_row(i));
  }

  void pack(const GridRow& row) {
    rows_.push_back({&packed_, packed_.begin_row(), row.heading, row.runs_on});
    const std::size_t cells = std::min(row.cells.size(), columns_.size());
    for (std::size_t i = 0; i < cells; ++i) {
      packed_.add(row.cells[i].text, row.cells[i].style, row.runs_on && i + 1 == cells);
    }
  }

  /// True for the cell that takes the room of the columns after it.
  static bool runs_on(const PackedRow& row, std::size_t cell) {
    return row.runs_on && cell + 1 == row.rows->cells(row.place);
  }

  /// So that cells of those widths have room.
  void widen(const std::vector<int>& widths) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      columns_[i].width = std::max(columns_[i].width, widths[i]);
    }
  }

  void fit(int limit) {
    int end = grid_.indent - gap;
    for (const Column& column : columns_) {
      if (column.shown()) end += column.width + gap;
    }
    for (Column& column : columns_) {
      if (!column.may_go || !column.shown() || end <= limit) continue;
      end -= column.width + gap;
      column.width = 0;
      column.title.clear();
    }
    const auto flexible = std::ranges::find_if(columns_, &Column::gives_way);
    if (end <= limit || flexible == columns_.end()) return;
    const int least = std::min(flexible->width, narrowest_column);
    flexible->width = std::max(flexible->width - (end - limit), least);
  }

  void place() {
    int start = grid_.indent;
    for (Column& column : columns_) {
      column.start = start;
      if (column.shown()) start += column.width + gap;
    }
  }

  bool has_titles() const {
    return std::ranges::any_of(columns_,
                               [](const Column& column) { return !column.title.empty(); });
  }

  static int offset_of(const Column& column, std::string_view text) {
    return column.align == Align::right ? column.width - unicode::width(text) : 0;
  }

  /// Where the first title begins; 0 when there is none.
  int title_start() const {
    const auto first =
        std::ranges::find_if(columns_, [](const Column& column) { return !column.title.empty(); });
    return first == columns_.end() ? 0 : first->start + offset_of(*first, first->title);
  }

  /// The last column that may not hold a title beside this heading.
  static int heading_end(const PackedRow& row) { return Tidy(row.heading).width() + gap - 1; }

  static void write_cell(Line& line, const Column& column, const PackedCell& cell, int width) {
    const auto write = [&](std::string_view shown, int columns) {
      const int offset = column.align == Align::right ? width - columns : 0;
      line.write(column.start + offset, shown, columns, cell.style);
    };
    if (cell.width <= width) return write(cell.text, cell.width);
    const std::string shown = unicode::truncate(cell.text, width);
    write(shown, unicode::width(shown));
  }

  int room_from(const Column& column, const PackedCell& cell) const {
    return limit_ == 0 ? cell.width : std::min(cell.width, limit_ - column.start);
  }

  static void write_heading(Line& line, const PackedRow& row) {
    const Tidy heading(row.heading);
    line.write(0, heading.text(), heading.width(), Style::strong);
  }

  void write_title_line(std::string& out, bool colour) const {
    if (!has_titles()) return;
    Line line(out, colour);
    write_titles(line);
    line.end();
  }

  /// The first heading, on the line of the titles.
  void write_beside_titles(std::string& out, const PackedRow& row, bool colour) const {
    Line line(out, colour);
    write_heading(line, row);
    write_titles(line);
    line.end();
  }

  void write_titles(Line& line) const {
    for (const Column& column : columns_) {
      const int width = unicode::width(column.title);
      write_cell(line, column, {column.title, width, Style::dim}, column.width);
    }
  }

  void write_row(std::string& out, const PackedRow& row, bool colour) const {
    Line line(out, colour);
    if (row.heading.empty())
      write_cells(line, row);
    else
      write_heading(line, row);
    line.end();
  }

  void write_cells(Line& line, const PackedRow& row) const {
    row.rows->for_each_cell(row.place, [&](std::size_t i, const PackedCell& cell) {
      const Column& column = columns_[i];
      write_cell(line, column, cell, runs_on(row, i) ? room_from(column, cell) : column.width);
    });
  }

  const Grid& grid_;
  int limit_ = 0;  ///< the last column of the line; 0 for none
  std::vector<Column> columns_;
  PackedRows packed_;
  std::vector<PackedRow> rows_;
};

void append(std::string& out, const Text& text, bool colour) {
  const std::string shown = unicode::visible(text.text);
  std::string_view rest = shown;
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  // A pager forgets colours at a line's end, so each line has its own.
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = rest.find('\n');
    append_styled(out, rest.substr(0, end), text.style, colour);
    out += '\n';
    if (end != std::string_view::npos) rest.remove_prefix(end + 1);
  }
}

}  // namespace

void render(const View& view, int columns, bool colour, const Print& print) {
  Pieces pieces(print);
  for (const Block& block : view) {
    if (const auto* text = std::get_if<Text>(&block)) append(pieces.text(), *text, colour);
    if (const auto* grid = std::get_if<Grid>(&block)) Layout(*grid, columns).write(pieces, colour);
    pieces.end_row();
  }
  pieces.end();
}

}  // namespace oneonone::view
