// SPDX-License-Identifier: MIT
// The longest common subsequence of words.
#include "text/likeness.hpp"

#include <algorithm>
#include <vector>

namespace oneonone {
namespace {

/// A line of a megabyte is compared by its beginning.
constexpr std::size_t words_compared = 100;

std::vector<std::string_view> first_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size() && words.size() < words_compared;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// The most words that stand in both, in one order.
std::size_t words_kept(const std::vector<std::string_view>& left,
                       const std::vector<std::string_view>& right) {
  std::vector<std::size_t> row(right.size() + 1, 0);
  for (const std::string_view word : left) {
    std::size_t diagonal = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
      const std::size_t above = row[i + 1];
      row[i + 1] = word == right[i] ? diagonal + 1 : std::max(above, row[i]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

double likeness(std::string_view left, std::string_view right) {
  const auto before = first_words(left);
  const auto after = first_words(right);
  if (before.empty() || after.empty()) return 0;
  return 2.0 * static_cast<double>(words_kept(before, after)) /
         static_cast<double>(before.size() + after.size());
}

}  // namespace oneonone
