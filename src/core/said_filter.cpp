// SPDX-License-Identifier: MIT
// Compares what was said with what is asked for.
#include "core/said_filter.hpp"

#include <algorithm>

#include "core/themes.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

bool holds(std::string_view text, std::string_view words) {
  return unicode::fold(text).find(unicode::fold(words)) != std::string::npos;
}

bool is_of_theme(const Said& said, std::string_view theme) {
  if (theme.starts_with('#')) theme.remove_prefix(1);
  const std::vector<std::string> themes = themes_of(said.text);
  return std::ranges::find(themes, unicode::fold(theme)) != themes.end();
}

}  // namespace

bool SaidFilter::accepts_day(const Said& said) const {
  if (since && (!said.since || *said.since < *since)) return false;
  return !until || (said.since && *said.since <= *until);
}

bool SaidFilter::accepts_place(const Said& said) const {
  if (venue && !holds(said.venue, *venue)) return false;
  if (mode && unicode::fold(said.mode) != unicode::fold(*mode)) return false;
  return !section || std::ranges::any_of(said.sections, [&](const std::string& heading) {
    return holds(heading, *section);
  });
}

bool SaidFilter::accepts(const Said& said, const Person& person) const {
  if (!kinds.empty() && std::ranges::find(kinds, said.kind) == kinds.end()) return false;
  if (theme && !is_of_theme(said, *theme)) return false;
  const std::string speaker = speaker_of(said, person);
  if (whose == Whose::mine && speaker != person.me) return false;
  if (whose == Whose::theirs && speaker != person.them()) return false;
  return accepts_day(said) && accepts_place(said);
}

std::string speaker_of(const Said& said, const Person& person) {
  if (!said.author.empty()) return said.author;
  return said.path.tree == Tree::own ? person.me : std::string();
}

}  // namespace oneonone
