// SPDX-License-Identifier: MIT
// Keeps what is private out of repositories that others read (product.md, "Private").
#include "core/guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "text/item_text.hpp"
#include "text/line_words.hpp"
#include "text/note.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::size_t enough_letters = 20;

bool has_enough_letters(std::string_view words) {
  const auto letters = std::ranges::count_if(words, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0xC0;
  });
  return static_cast<std::size_t>(letters) >= enough_letters;
}

/// The text of a heading of any level; empty for another line.
std::string_view heading_text(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks == 0 || marks > 6) return {};
  line.remove_prefix(marks);
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == 0 || first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t#:\r") + 1 - first);
}

bool is_no_secret(const Note& note, std::size_t number) {
  const std::string_view line = note.line(number);
  if (number >= note.body_line()) return line.starts_with("# ");
  return line.starts_with("people:") || line.starts_with("names:");
}

}  // namespace

void Guard::learn(std::string_view path, std::string_view bytes) {
  const Note note{std::string(bytes)};
  for (std::size_t i = 1; i <= note.lines(); ++i) {
    const std::string place = fmt::format("{}:{}", path, i);
    if (const auto id = id_of_line(note.line(i)); !id.empty()) {
      known_.emplace("^" + std::string(id), place);
    }
    if (is_no_secret(note, i)) continue;
    if (std::string words = words_said(note.line(i)); has_enough_letters(words)) {
      known_.emplace(std::move(words), place);
    }
  }
}

std::vector<Finding> Guard::refused(const std::string& path, std::string_view bytes,
                                    std::string_view before) const {
  std::vector<Finding> findings;
  const auto find = [&](std::size_t line, std::string message) {
    findings.push_back({path, line, "private", Severity::error, std::move(message), false});
  };
  if (path.starts_with("private/")) {
    find(0, "private/ must not be in another repository");
    return findings;
  }
  const Note old{std::string(before)}, note{std::string(bytes)};
  std::set<std::string_view> shared;
  for (std::size_t i = 1; i <= old.lines(); ++i) shared.insert(old.line(i));
  for (std::size_t i = 1; i <= note.lines(); ++i) {
    const std::string_view line = note.line(i);
    if (shared.contains(line)) continue;
    const auto id = known_.find("^" + std::string(id_of_line(line)));
    const auto words = is_no_secret(note, i) ? known_.end() : known_.find(words_said(line));
    if (unicode::fold(heading_text(line)) == "private") {
      find(i, "a heading named 'Private'");
    } else if (words != known_.end()) {
      find(i, "this line stands in " + words->second);
    } else if (id != known_.end()) {
      find(i, fmt::format("{} is the id of a line in {}", id->first, id->second));
    }
  }
  return findings;
}

}  // namespace oneonone
