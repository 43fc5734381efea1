// SPDX-License-Identifier: MIT
// Lays out help for 80 columns: paragraphs, pairs of columns, and what was probably meant.
#include "cli/help_text.hpp"

#include <algorithm>
#include <cstddef>

#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t margin = 2;
constexpr std::size_t gap = 2;
/// A longer term gets a line of its own, so that one long example does not squeeze the meanings.
constexpr std::size_t widest_term = 42;

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(unicode::width(text));
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// Words after what stands in `start` columns already, broken so that lines go on at `indent`.
std::string wrapped(std::string_view text, std::size_t start, std::size_t indent) {
  std::string out;
  std::size_t column = start;
  bool first = true;
  for (const std::string_view word : words_of(text)) {
    const std::size_t wide = columns_of(word);
    if (!first && column + 1 + wide > page_width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += wide;
    first = false;
  }
  return out;
}

std::size_t meaning_column(const std::vector<HelpRow>& rows) {
  std::size_t widest = 0;
  for (const HelpRow& row : rows) {
    const std::size_t wide = columns_of(row.term);
    if (wide <= widest_term) widest = std::max(widest, wide);
  }
  return margin + std::max(widest, std::size_t{6}) + gap;
}

}  // namespace

std::string help_section(std::string_view title, const std::vector<HelpRow>& rows) {
  if (rows.empty()) return {};
  const std::size_t column = meaning_column(rows);
  std::string out = std::string(title) + '\n';
  for (const HelpRow& row : rows) {
    out += std::string(margin, ' ') + row.term;
    const std::size_t end = margin + columns_of(row.term);
    if (!row.meaning.empty()) {
      out += end + gap > column ? '\n' + std::string(column, ' ') : std::string(column - end, ' ');
      out += wrapped(row.meaning, column, column);
    }
    out += '\n';
  }
  return out;
}

std::string help_paragraph(std::string_view text, std::size_t indent) {
  return wrapped(text, 0, indent) + '\n';
}

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
  // One slip in a short word, two in a longer one: more would suggest what nobody meant.
  int best = word.size() < 5 ? 2 : 3;
  std::string found;
  for (const std::string& candidate : candidates) {
    const int distance = unicode::edit_distance(word, candidate, best);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace oneonone
