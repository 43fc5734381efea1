// SPDX-License-Identifier: MIT
// Goes from `<!--` at a line's start to `-->` at a line's end.
#include "text/comments.hpp"

#include <optional>
#include <string_view>

#include "text/blanks.hpp"

namespace oneonone {
namespace {

/// The last line of the comment that starts on a line; nothing when none does, or more than the
/// comment stands there.
std::optional<std::size_t> comment_end(const Note& note, std::size_t first) {
  std::string_view text = note.line(first);
  if (is_blank(text) || !text.substr(text.find_first_not_of(blanks)).starts_with("<!--")) {
    return std::nullopt;
  }
  for (std::size_t line = first; line <= note.lines(); ++line) {
    std::size_t end = note.line(line).find("-->");
    if (end == std::string_view::npos) continue;
    return is_blank(note.line(line).substr(end + 3)) ? std::optional(line) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<LineRange> comments_of(const Note& note) {
  std::vector<LineRange> comments;
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    auto last = comment_end(note, line);
    if (!last) continue;
    comments.push_back({line, *last});
    line = *last;
  }
  return comments;
}

std::vector<std::size_t> lines_to_read(const Note& note) {
  std::vector<std::size_t> numbers;
  const std::vector<LineRange> comments = comments_of(note);
  auto comment = comments.begin();
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    while (comment != comments.end() && comment->last < line) ++comment;
    if (comment == comments.end() || line < comment->first) numbers.push_back(line);
  }
  return numbers;
}

}  // namespace oneonone
