// SPDX-License-Identifier: MIT
// Text that goes into a cell.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "unicode.hpp"

namespace oneonone::view {

/// A cell's text on one line, harmless, without blanks at its end, and its width. Most cells are so
/// as they are, and then it looks at them; thousands need no copies.
class Tidy {
 public:
  explicit Tidy(std::string_view text) : text_(text) {
    if (unicode::printable_prefix(text) < text.size()) {
      line_ = unicode::visible(text);
      std::ranges::replace_if(line_, [](char c) { return c == '\n' || c == '\t'; }, ' ');
      text_ = line_;
    }
    while (text_.ends_with(' ')) text_.remove_suffix(1);
    width_ = line_.empty() ? static_cast<int>(text_.size()) : unicode::width(text_);
  }
  Tidy(const Tidy&) = delete;
  Tidy& operator=(const Tidy&) = delete;

  std::string_view text() const { return text_; }
  int width() const { return width_; }

 private:
  std::string line_;
  std::string_view text_;
  int width_ = 0;
};

}  // namespace oneonone::view
