// SPDX-License-Identifier: MIT
// Looks for one of the two people at either end of an item's text.
#include "core/import_owner.hpp"

#include <algorithm>

#include "text/blanks.hpp"

namespace oneonone {
namespace {

/// A name has at most that many words.
constexpr std::size_t longest_name = 4;

const Spelling* spelling_of(std::string_view name, const std::vector<Spelling>& spellings) {
  const auto found = std::ranges::find(spellings, name_key(name), &Spelling::key);
  return found == spellings.end() ? nullptr : &*found;
}

/// The end of each of the first words, where a name may end.
std::vector<std::size_t> ends_of_words(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; ends.size() < longest_name && at < text.size();) {
    at = std::min(text.find_first_not_of(blanks, at), text.size());
    at = std::min(text.find_first_of(blanks, at), text.size());
    ends.push_back(at);
  }
  return ends;
}

/// True when the marks around a name say that it is an owner.
bool says_owner(std::string_view before, std::string_view after) {
  if (after.find_first_of(blanks) != std::string_view::npos) return false;
  if (after.starts_with("](mailto:")) return before == "[";
  if (after.find_first_not_of(":,)*_") != std::string_view::npos) return false;
  if (before.ends_with('[')) return false;
  const bool at = before.find('@') != std::string_view::npos;
  const bool opened = before.find('(') != std::string_view::npos;
  const bool closed = after.find(')') != std::string_view::npos;
  return opened == closed && (at || after.find(':') != std::string_view::npos);
}

/// The length of the dash that may part an owner from the text, `\\-` in what Google Docs writes.
std::size_t dash_after(std::string_view text) {
  for (const std::string_view dash : {" - ", " \\- ", " – ", " — "}) {
    if (text.starts_with(dash)) return dash.size() - 1;
  }
  return 0;
}

}  // namespace

std::optional<WrittenOwner> owner_at_start(std::string_view text,
                                           const std::vector<Spelling>& spellings) {
  const std::size_t name = std::min(text.find_first_not_of("*_([@"), text.size());
  std::vector<std::size_t> ends = ends_of_words(text.substr(name));
  while (!ends.empty()) {
    const std::string_view words = text.substr(name, ends.back());
    ends.pop_back();
    const std::size_t cut = std::min(words.find_first_of(":,)*]"), words.size());
    const Spelling* meant = spelling_of(words.substr(0, cut), spellings);
    if (meant == nullptr || !says_owner(text.substr(0, name), words.substr(cut))) continue;
    const std::size_t length = name + words.size();
    if (is_blank(text.substr(length))) return std::nullopt;  // nothing to do is said
    return WrittenOwner{0, length + dash_after(text.substr(length)), meant->handle};
  }
  return std::nullopt;
}

std::optional<WrittenOwner> owner_at_end(std::string_view text,
                                         const std::vector<Spelling>& spellings) {
  const std::size_t at = text.rfind("(@");
  if (at == std::string_view::npos || at == 0 || !text.ends_with(')')) return std::nullopt;
  const std::string_view name = text.substr(at + 2, text.size() - at - 3);
  const Spelling* meant = spelling_of(name, spellings);
  if (meant == nullptr) return std::nullopt;
  return WrittenOwner{at, text.size() - at, meant->handle};
}

}  // namespace oneonone
