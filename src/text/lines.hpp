// SPDX-License-Identifier: MIT
// Goes over the lines of a text: at `\n`, `\r\n` or `\r` (CommonMark 2.1).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace oneonone {

/// Where the line that holds byte `from` ends, its ending left out.
std::size_t end_of_line(std::string_view bytes, std::size_t from);

/// The line ends among the next 64 bytes from `from` on, one bit for each byte.
std::uint64_t line_ends(std::string_view bytes, std::size_t from);

/// The byte behind the last of two characters from byte `from` on; `from` when there is none.
std::size_t last_of(char one, char other, std::string_view bytes, std::size_t from);

/// A cursor over the lines from byte `from` on. An ending at the very end starts no further line.
/// It looks for line ends in windows of 64 bytes: a search for each line costs more than lines are
/// long.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text, std::size_t from = 0) : text_(text) { go_to(from); }

  bool done() const { return next_ >= text_.size(); }

  /// The next line without its ending.
  std::string_view take() {
    start_ = next_;
    while (ends_ == 0) {
      window_ += window_size;
      if (window_ >= text_.size()) return take_rest();
      ends_ = line_ends(text_, window_);
    }
    const std::size_t end = window_ + static_cast<std::size_t>(std::countr_zero(ends_));
    ends_ &= ends_ - 1;
    next_ = end + 1;
    if (text_[end] == '\r' && text_.substr(next_).starts_with('\n')) go_to(next_ + 1);
    return {text_.data() + start_, end - start_};
  }

  /// The byte where the line that was taken starts, and where the next one does.
  std::size_t start() const { return start_; }
  std::size_t next() const { return next_; }

  /// Takes this line again, which is one that was taken.
  void back_to(std::size_t start) { go_to(start); }

 private:
  static constexpr std::size_t window_size = 64;

  void go_to(std::size_t start) {
    next_ = window_ = start;
    ends_ = start < text_.size() ? line_ends(text_, start) : 0;
  }

  std::string_view take_rest() {
    next_ = text_.size();
    return text_.substr(start_);
  }

  std::string_view text_;
  std::size_t start_ = 0, next_ = 0;
  std::size_t window_ = 0;  ///< where the window starts
  std::uint64_t ends_ = 0;  ///< the line ends in it that are not behind us, one bit for each byte
};

}  // namespace oneonone
