// SPDX-License-Identifier: MIT
// Completes a file of names, such as .gitignore.
#include "text/missing_lines.hpp"

#include "text/note.hpp"

namespace oneonone {

std::optional<std::string> with_missing_lines(const std::optional<std::string>& before,
                                              const std::vector<std::string>& wanted) {
  const Note note(before.value_or(""));
  std::string text(note.bytes());
  bool complete = true;
  for (const std::string& line : wanted) {
    bool there = false;
    for (std::size_t i = 1; i <= note.lines(); ++i) there = there || note.line(i) == line;
    if (there) continue;
    if (!text.empty() && !text.ends_with('\n')) text += note.ending();
    text += line;
    text += note.ending();
    complete = false;
  }
  return complete ? std::nullopt : std::optional(std::move(text));
}

}  // namespace oneonone
