// SPDX-License-Identifier: MIT
// Takes a text apart from its end.
#include "core/evidence.hpp"

#include <algorithm>

namespace oneonone {
namespace {

constexpr std::string_view digits = "0123456789";

struct LinkPart {
  std::size_t from = std::string_view::npos, size = 0;
};

/// The first address, without what a sentence or Markdown puts behind it.
LinkPart find_link(std::string_view text) {
  LinkPart link{std::min(text.find("http://"), text.find("https://")), 0};
  if (link.from == std::string_view::npos) return link;
  const std::size_t end = std::min(text.find_first_of(" \t<>\"`", link.from), text.size());
  std::string_view address = text.substr(link.from, end - link.from);
  auto trails = [&] {
    const char last = address.back();
    // `(see https://example.org/a_(b))`: a bracket belongs to the address that opens it.
    if (last == ')') return std::ranges::count(address, ')') > std::ranges::count(address, '(');
    return std::string_view(".,;:!?'*_]").find(last) != std::string_view::npos;
  };
  while (trails()) address.remove_suffix(1);
  link.size = address.size();
  return link;
}

/// The words one blank apart, without themes.
std::string plain_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!word.empty() && !(word.starts_with('#') && word.size() > 1)) {
      if (!words.empty()) words += ' ';
      words += word;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// The text without the address. `[words](address)` leaves the words.
std::string without_link(std::string_view text, LinkPart link) {
  std::string before(text.substr(0, link.from));
  std::string_view behind = text.substr(link.from + link.size);
  const std::size_t bracket = before.rfind('[');
  if (before.ends_with("](") && behind.starts_with(')') && bracket != std::string::npos) {
    before.erase(before.size() - 2).erase(bracket, 1);
    behind.remove_prefix(1);
  } else if (before.ends_with('<') && behind.starts_with('>')) {
    before.pop_back();
    behind.remove_prefix(1);
  }
  return before.append(behind);
}

}  // namespace

Evidence evidence_of(std::string_view text) {
  Evidence evidence;
  std::string rest(text);
  if (const LinkPart link = find_link(text); link.from != std::string_view::npos) {
    evidence.link = text.substr(link.from, link.size);
    rest = without_link(text, link);
  }
  rest = plain_words(rest);
  const std::size_t colon = rest.rfind(": ");
  if (colon != std::string::npos && rest.find_first_of(digits, colon) != std::string::npos) {
    evidence.metric = rest.substr(colon + 2);
    rest.erase(colon);
  }
  evidence.claim = std::move(rest);
  return evidence;
}

}  // namespace oneonone
