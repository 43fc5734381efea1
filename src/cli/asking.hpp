// SPDX-License-Identifier: MIT
// Questions on a terminal, each of which may be skipped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/date_words.hpp"

namespace oneonone {

/// Asks one question a line. Enter skips it; the end of input (Ctrl-D) skips all that follow; an
/// answer that is not understood is asked for again, with what would be. Without a terminal nothing
/// is asked and every question is skipped.
class Asking {
 public:
  explicit Asking(Session& session) : session_(session), open_(session.can_ask()) {}

  /// False when nothing more will be asked.
  bool open() const { return open_; }

  std::optional<std::string> text(const std::string& question);
  /// Says what would have been understood.
  void wanted(const std::string& what) const;
  std::optional<int> number(const std::string& question, int low, int high);
  std::optional<Date> date(const std::string& question, Weekdays direction);
  /// One of the words, or a unique beginning of one.
  std::optional<std::string> word(const std::string& question,
                                  const std::vector<std::string>& words);

 private:
  /// The trimmed line; nothing when it is empty.
  std::optional<std::string> line(const std::string& question);

  Session& session_;
  bool open_;
};

}  // namespace oneonone
