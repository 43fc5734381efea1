// SPDX-License-Identifier: MIT
// Takes names out of what people call their files, and compares them as people do.
#include "core/import_names.hpp"

#include <algorithm>
#include <array>

#include "core/written_date.hpp"
#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// Words in the names of files and headings that are nobody's name.
constexpr std::array<std::string_view, 50> common_words{
    "oneonone",  "one",      "ones",    "on",       "with",    "meeting", "meetings", "notes",
    "note",      "sync",     "weekly",  "biweekly", "monthly", "daily",   "catchup",  "catch",
    "up",        "log",      "journal", "journals", "pages",   "people",  "person",   "team",
    "reports",   "direct",   "vault",   "inbox",    "archive", "private", "the",      "day",
    "agenda",    "running",  "doc",     "document", "shared",  "my",      "monday",   "tuesday",
    "wednesday", "thursday", "friday",  "saturday", "sunday",  "md",      "s",        "th",
    "copy",      "work"};

/// Whoever is named behind so many bytes of a heading is not whom it is about.
constexpr std::size_t longest_text = 256;

bool is_common(std::string_view folded) {
  if (std::ranges::find(common_words, folded) != common_words.end()) return true;
  if (folded.size() == 3) {  // mon, tue, …
    for (std::string_view word : common_words) {
      if (word.ends_with("day") && word.size() > 5 && word.starts_with(folded)) return true;
    }
  }
  if (is_digit(folded[0])) return true;  // 1on1, 1s, 2nd
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  return std::ranges::none_of(folded, is_letter);
}

/// The words between blanks, `-` and `_`, without those that name nobody.
std::string without_common(std::string_view text) {
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t-_:.'[]#*", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_common(unicode::fold(word))) continue;
    name += (name.empty() ? "" : " ") + std::string(word);
  }
  return name;
}

/// The text with a line's end wherever one name ends and the next begins.
std::string parties(std::string_view text) {
  std::string apart;
  for (const char c : text) {
    apart += std::string_view("/&|+,()<>").find(c) == std::string_view::npos ? c : '\n';
  }
  for (std::string_view word : {" - ", " – ", " — ", " and ", " x ", " vs "}) {
    for (std::size_t at = 0; (at = apart.find(word, at)) != std::string::npos;) {
      apart.replace(at, word.size(), "\n");
    }
  }
  return apart;
}

std::string first_word(std::string_view key) {
  return std::string(key.substr(0, key.find(' ')));
}

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
  std::string rest(text.substr(0, longest_text));
  if (const auto date = find_date(rest)) rest.replace(date->at, date->length, "\n");
  std::vector<std::string> names;
  const std::string apart = parties(rest);
  for (std::size_t at = 0; at < apart.size();) {
    const std::size_t end = std::min(apart.find('\n', at), apart.size());
    std::string name = without_common(std::string_view(apart).substr(at, end - at));
    if (!name.empty()) names.push_back(std::move(name));
    at = end + 1;
  }
  return names;
}

std::vector<std::string> names_besides(std::string_view text, const Config& me) {
  const std::array mine{name_key(me.me), name_key(me.name)};
  const auto is_me = [&](std::string_view name) {
    const std::string key = name_key(name);
    return key == mine[0] || key == mine[1] || key == first_word(mine[1]);
  };
  std::vector<std::string> others;
  for (const std::string& name : names_in(text)) {
    if (is_me(name)) continue;
    const std::size_t first = name.find(' ');
    const std::size_t last = name.rfind(' ');
    // `alice-dana`, `dana-alice`: my handle is joined to theirs; but there may be a Dana Cruz.
    const bool handles = name == unicode::fold(name) && first != std::string::npos;
    if (handles && is_me(name.substr(0, first))) {
      others.push_back(name.substr(first + 1));
    } else if (handles && is_me(name.substr(last + 1))) {
      others.push_back(name.substr(0, last));
    } else {
      others.push_back(name);
    }
  }
  return others;
}

std::string proper_name(std::string_view name) {
  std::string proper;
  for (const char c : name) {
    const bool begins = proper.empty() || proper.back() == ' ';
    proper += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return proper;
}

std::string name_key(std::string_view name) {
  std::string key = unicode::fold(trimmed(name));
  std::ranges::replace(key, '-', ' ');
  std::ranges::replace(key, '_', ' ');
  return key;
}

const Person* person_meant(const std::vector<Person>& people, std::string_view name) {
  const std::string key = name_key(name);
  const auto called = [&](const Person& person) {
    const auto same = [&](std::string_view word) { return name_key(word) == key; };
    return same(person.folder) || same(person.them()) || same(person.name()) ||
           std::ranges::any_of(person.aka, same);
  };
  const auto exact = std::ranges::find_if(people, called);
  if (exact != people.end()) return &*exact;
  const Person* meant = nullptr;
  for (const Person& person : people) {
    if (first_word(name_key(person.name())) != key) continue;
    if (meant != nullptr) return nullptr;
    meant = &person;
  }
  return meant;
}

std::vector<Spelling> spellings_of(const Person& person, std::string_view my_name) {
  std::vector<Spelling> spellings{{name_key(person.me), person.me}, {"me", person.me}};
  const auto add = [&](std::string key, const std::string& handle) {
    if (key.empty() || std::ranges::find(spellings, key, &Spelling::key) != spellings.end()) return;
    spellings.push_back({std::move(key), handle});
  };
  add(name_key(person.them()), person.them());
  add(name_key(person.folder), person.them());
  for (const std::string& old : person.aka) add(name_key(old), person.them());
  for (const std::string& old : person.my_aka) add(name_key(old), person.me);
  const std::string mine = name_key(my_name);
  const std::string theirs = name_key(person.name());
  if (mine != theirs) add(mine, person.me);
  if (mine != theirs) add(theirs, person.them());
  if (first_word(mine) == first_word(theirs)) return spellings;
  add(first_word(mine), person.me);
  add(first_word(theirs), person.them());
  return spellings;
}

}  // namespace oneonone
