// SPDX-License-Identifier: MIT
// Cells for people, and rows of them in little memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone::view {

enum class Style : std::uint8_t { plain, strong, dim, late, good };

struct Cell {
  std::string text;
  Style style = Style::plain;
};

/// A cell as it is shown: on one line, harmless, without blanks at its end, and measured.
struct PackedCell {
  std::string_view text;
  int width = 0;  ///< columns on a terminal
  Style style = Style::plain;
};

/// Rows of cells that are ready to be written: a long list holds these, and not what they were made
/// of.
class PackedRows {
 public:
  /// Begins a row and gives its place.
  std::size_t begin_row();
  /// Adds a cell to the row that was begun last. One that runs on does not make its column wider.
  void add(std::string_view text, Style style = Style::plain, bool runs_on = false);
  void add(const Cell& cell) { add(cell.text, cell.style); }

  /// The width of the widest cell of each column.
  const std::vector<int>& widths() const { return widths_; }
  std::size_t cells(std::size_t place) const { return static_cast<unsigned char>(bytes_[place]); }
  /// Calls `use` with the index of each cell of a row, and with the cell.
  template <class Use>
  void for_each_cell(std::size_t place, const Use& use) const {
    const char* at = bytes_.data() + place + 1;
    for (std::size_t i = 0; i < cells(place); ++i) {
      Head head;
      std::memcpy(&head, at, sizeof head);
      at += sizeof head;
      use(i, PackedCell{{at, head.size}, head.width, head.style});
      at += head.size;
    }
  }

 private:
  /// What stands before the text of a cell.
  struct Head {
    std::uint32_t size = 0;
    std::int32_t width = 0;
    Style style = Style::plain;
  };

  std::string bytes_;  ///< of each row: the number of its cells, and those
  std::size_t last_row_ = 0;
  std::vector<int> widths_;
};

/// One of those rows, or a heading.
struct PackedRow {
  const PackedRows* rows = nullptr;
  std::size_t place = 0;
  std::string_view heading;
  bool runs_on = false;  ///< as in GridRow
};

}  // namespace oneonone::view
