// SPDX-License-Identifier: MIT
// Lines that hold words, or match a regular expression; case and accents folded unless they count.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/note.hpp"

namespace oneonone {

enum class Letters {
  folded,  ///< "Inês" is "ines"
  exact,
};

/// A line that matches, and the bytes of it that do.
struct LineHit {
  std::size_t line = 0;  ///< from 1
  std::size_t from = 0, to = 0;
};

/// What is searched for. Several threads may ask at once.
class Pattern {
 public:
  /// A line must hold every word of `text`, or part of a longer word; words in double quotes must
  /// stand together. Throws Error{usage} when there is no word.
  static Pattern words(std::string_view text, Letters letters);
  /// A Perl-compatible regular expression (PCRE2) over single lines. Throws Error{usage} when it is
  /// none.
  static Pattern regex(std::string_view text, Letters letters);

  /// False when no line of the text matches; cheap.
  bool may_match(std::string_view text) const;
  /// The lines of the note from `first` on that match. Throws Error{usage} when an expression takes
  /// too long, so that none can hang.
  std::vector<LineHit> lines_in(const Note& note, std::size_t first) const;

 private:
  struct Expression;

  explicit Pattern(Letters letters) : letters_(letters) {}
  bool find_words(std::string_view line, LineHit& hit) const;
  bool find_words_folded(std::string_view line, LineHit& hit) const;
  std::vector<LineHit> matches_in(const Note& note, std::size_t first) const;

  Letters letters_;
  std::vector<std::string> words_;
  std::shared_ptr<const Expression> expression_;
};

/// What of a line to show in so many columns: all of it, or a part around the hit with `…` where
/// something was cut off. Blanks at the ends are left out.
std::string excerpt(std::string_view line, const LineHit& hit, int columns);

}  // namespace oneonone
