// SPDX-License-Identifier: MIT
// Goes from `<!--` at a line's start to `-->` at a line's end.
#include "text/comments.hpp"

#include <algorithm>
#include <string_view>

#include "text/blanks.hpp"

namespace oneonone {
namespace {

constexpr std::string_view closing = "-->";

bool opens_comment(std::string_view line) {
  return trimmed(line).starts_with("<!--");
}

bool closes_comment(std::string_view line) {
  return line.find(closing) != std::string_view::npos;
}

/// True when nothing stands behind the end of the comment.
bool ends_with_comment(std::string_view line) {
  return is_blank(line.substr(line.find(closing) + closing.size()));
}

}  // namespace

std::vector<LineRange> comments_of(const Note& note) {
  std::vector<LineRange> comments;
  std::size_t last = 0;  // the first line from here on that closes a comment
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    if (!opens_comment(note.line(line))) continue;
    last = std::max(last, line);
    while (last <= note.lines() && !closes_comment(note.line(last))) ++last;
    if (last > note.lines()) break;
    if (!ends_with_comment(note.line(last))) continue;
    comments.push_back({line, last});
    line = last;
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
