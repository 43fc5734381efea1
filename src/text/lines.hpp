// SPDX-License-Identifier: MIT
// Goes over the lines of a text: at `\n`, `\r\n` or `\r` (CommonMark 2.1).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace oneonone {

/// Where the line that holds byte `from` ends, its ending left out.
std::size_t end_of_line(std::string_view bytes, std::size_t from);

/// A cursor over the lines from byte `from` on. An ending at the very end starts no further line.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text, std::size_t from = 0)
      : text_(text),
        start_(from),
        next_(from),
        has_returns_(text.find('\r', from) != std::string_view::npos) {}

  bool done() const { return next_ >= text_.size(); }

  /// The next line without its ending.
  std::string_view take() {
    start_ = next_;
    if (has_returns_) return take_with_returns();
    const std::size_t end = std::min(text_.find('\n', start_), text_.size());
    next_ = std::min(end + 1, text_.size());
    return {text_.data() + start_, end - start_};
  }

  /// The byte where the line that was taken starts, and where the next one does.
  std::size_t start() const { return start_; }
  std::size_t next() const { return next_; }

  /// Takes this line again, which is one that was taken.
  void back_to(std::size_t start) { next_ = start; }

 private:
  /// Apart, so that the usual case is short enough to be compiled into the loops that need it.
  std::string_view take_with_returns();

  std::string_view text_;
  std::size_t start_, next_;
  bool has_returns_;
};

}  // namespace oneonone
