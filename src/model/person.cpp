// SPDX-License-Identifier: MIT
// Who is who in a relationship, from the reader's chair.
#include "model/person.hpp"

#include <algorithm>
#include <cstddef>

#include "unicode.hpp"

namespace oneonone {
namespace {

bool same(std::string_view a, std::string_view b) {
  if (a == b) return true;
  // Asked for each row of a list: of ASCII only capitals fold.
  if (unicode::is_ascii(a) && unicode::is_ascii(b)) {
    return std::ranges::equal(a, b, {}, unicode::lower, unicode::lower);
  }
  return unicode::fold(a) == unicode::fold(b);
}

/// Where in `people` the one who is not me stands; its size when nobody does.
std::size_t index_of_them(const Person& person) {
  const auto them = std::ranges::find_if(
      person.people, [&](const std::string& handle) { return !same(handle, person.me); });
  return static_cast<std::size_t>(them - person.people.begin());
}

}  // namespace

const std::string& Person::them() const {
  const std::size_t index = index_of_them(*this);
  return index < people.size() ? people[index] : folder;
}

const std::string& Person::name() const {
  const std::size_t index = index_of_them(*this);
  const bool known = index < people.size() && index < names.size() && !names[index].empty();
  return known ? names[index] : them();
}

std::string_view Person::relation() const {
  const auto holds = [&](const std::string& role, std::string_view who) {
    return !role.empty() && same(canonical(role), who);
  };
  if (holds(manager, me)) return "report";
  if (holds(manager, them())) return "manager";
  if (holds(mentor, me)) return "mentee";
  if (holds(mentor, them())) return "mentor";
  if (holds(skip, me)) return "skip-report";
  if (holds(skip, them())) return "skip";
  return "peer";
}

std::string_view Person::bond() const {
  if (is_alumni()) return "alumni";
  if (!manager.empty()) return "manager";
  if (!mentor.empty()) return "mentor";
  return skip.empty() ? "peer" : "skip";
}

std::string Person::canonical(std::string_view word) const {
  if (const auto found = std::ranges::find(people, word); found != people.end()) return *found;
  for (const std::string& handle : people) {
    if (same(handle, word)) return handle;
  }
  if (same(me, word)) return me;
  const auto means_word = [&](const std::string& handle) { return same(handle, word); };
  if (means_word(folder) || std::ranges::any_of(aka, means_word)) return them();
  if (std::ranges::any_of(my_aka, means_word)) return me;
  return std::string(word);
}

std::string Person::promiser(std::string_view owner) const {
  return owner == "me" || owner == "them" ? "" : canonical(owner);
}

}  // namespace oneonone
