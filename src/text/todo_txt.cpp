// SPDX-License-Identifier: MIT
// Reads the finished lines of todo.txt and done.txt.
#include <algorithm>

#include "text/blanks.hpp"
#include "text/closed_outside.hpp"
#include "text/note.hpp"

namespace oneonone {
namespace {

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    at = std::min(line.find_first_not_of(blanks, at), line.size());
    const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace

std::vector<ClosedOutside> closed_in_todo_txt(std::string_view text) {
  const Note list{std::string(text)};
  std::vector<ClosedOutside> closed;
  for (std::size_t number = 1; number <= list.lines(); ++number) {
    const std::vector<std::string_view> words = words_of(list.line(number));
    if (words.size() < 2 || words[0] != "x") continue;
    ClosedOutside one;
    one.day = Date::parse(words[1]);
    // The text may hold such words as well: ours were written behind it.
    for (const std::string_view word : words) {
      if (word.starts_with('+')) one.person = word.substr(1);
      if (word.starts_with("id:")) one.id = word.substr(3);
    }
    if (!one.id.empty()) closed.push_back(std::move(one));
  }
  return closed;
}

}  // namespace oneonone
