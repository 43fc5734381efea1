// SPDX-License-Identifier: MIT
// Asks until the answer is understood or skipped.
#include "cli/asking.hpp"

#include <fmt/format.h>

#include <charconv>

#include "unicode.hpp"

namespace oneonone {
namespace {

std::optional<int> number_of(const std::string& text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::string trimmed(const std::string& line) {
  std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

std::optional<std::string> Asking::line(const std::string& question) {
  if (!open_) return std::nullopt;
  session_.system().terminal.err(unicode::visible(question) + " ");
  auto answer = session_.system().terminal.read_line();
  if (!answer) {
    open_ = false;
    session_.system().terminal.err("\n");
    return std::nullopt;
  }
  std::string words = trimmed(*answer);
  return words.empty() ? std::nullopt : std::optional(words);
}

void Asking::wanted(const std::string& what) const {
  session_.tell("  " + what + ", or Enter to skip");
}

std::optional<std::string> Asking::text(const std::string& question) {
  while (auto answer = line(question)) {
    if (!unicode::has_control(*answer)) return answer;
    wanted("text without control characters");
  }
  return std::nullopt;
}

std::optional<int> Asking::number(const std::string& question, int low, int high) {
  while (auto answer = line(question)) {
    auto number = number_of(*answer);
    if (number && *number >= low && *number <= high) return number;
    wanted(fmt::format("a number from {} to {}", low, high));
  }
  return std::nullopt;
}

std::optional<Date> Asking::date(const std::string& question, Weekdays direction) {
  while (auto answer = line(question)) {
    if (auto date = try_date_word(*answer, session_.today(), direction)) return date;
    wanted("a day such as fri, +2w or 1dec");
  }
  return std::nullopt;
}

std::optional<std::string> Asking::word(const std::string& question,
                                        const std::vector<std::string>& words) {
  while (auto answer = line(question)) {
    std::vector<std::string> fitting;
    for (const std::string& one : words) {
      if (one == *answer) return one;
      if (one.starts_with(unicode::fold(*answer))) fitting.push_back(one);
    }
    if (fitting.size() == 1) return fitting.front();
    wanted(fmt::format("{}", fmt::join(words, " or ")));
  }
  return std::nullopt;
}

}  // namespace oneonone
