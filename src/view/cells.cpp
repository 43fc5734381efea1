// SPDX-License-Identifier: MIT
// Puts cells one after the other.
#include "view/cells.hpp"

#include <algorithm>

#include "view/tidy.hpp"

namespace oneonone::view {

std::size_t PackedRows::begin_row() {
  last_row_ = bytes_.size();
  bytes_ += '\0';
  return last_row_;
}

void PackedRows::add(std::string_view text, Style style, bool runs_on) {
  const Tidy tidy(text);
  const Head head{static_cast<std::uint32_t>(tidy.text().size()), tidy.width(), style};
  const std::size_t column = cells(last_row_);
  if (column == widths_.size()) widths_.push_back(0);
  if (!runs_on) widths_[column] = std::max(widths_[column], head.width);
  ++bytes_[last_row_];
  bytes_.append(reinterpret_cast<const char*>(&head), sizeof head).append(tidy.text());
}

}  // namespace oneonone::view
