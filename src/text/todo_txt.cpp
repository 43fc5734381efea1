// SPDX-License-Identifier: MIT
// Reads the finished lines of todo.txt and done.txt.
#include <algorithm>

#include "error.hpp"
#include "text/blanks.hpp"
#include "text/closed_outside.hpp"
#include "text/note.hpp"
#include "unicode.hpp"

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

bool is_priority(std::string_view word) {
  return word.size() == 3 && word[0] == '(' && word[1] >= 'A' && word[1] <= 'Z' && word[2] == ')';
}

/// Any line could be a task of todo.txt; what such a program or we wrote shows in its marks.
bool has_marks(const std::vector<std::string_view>& words) {
  if (words.empty()) return false;
  if (words[0] == "x" || is_priority(words[0]) || Date::parse(words[0])) return true;
  return std::ranges::any_of(words, [](std::string_view word) { return word.starts_with("id:"); });
}

}  // namespace

std::vector<ClosedOutside> closed_in_todo_txt(std::string_view text) {
  const Note list{std::string(text)};
  std::vector<ClosedOutside> closed;
  bool blank = true;
  bool marked = false;
  for (std::size_t number = 1; number <= list.lines(); ++number) {
    const std::vector<std::string_view> words = words_of(list.line(number));
    blank = blank && words.empty();
    marked = marked || has_marks(words);
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
  if ((blank || marked) && unicode::valid(text)) return closed;
  throw Error(Status::failed, "it is neither todo.txt nor what 'task export' writes");
}

}  // namespace oneonone
