// SPDX-License-Identifier: MIT
// Passes long text on in pieces, so that no more than one of them is held.
#pragma once

#include <string>

#include "view/view.hpp"

namespace oneonone::view {

/// Text that is being written, row by row.
class Pieces {
 public:
  explicit Pieces(const Print& print) : print_(print) {}

  /// What comes next is added here.
  std::string& text() { return text_; }
  void end_row() {
    if (text_.size() >= enough) end();
  }
  /// To be called after the last row.
  void end() {
    if (!text_.empty()) print_(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t enough = std::size_t{64} * 1024;

  const Print& print_;
  std::string text_;
};

}  // namespace oneonone::view
