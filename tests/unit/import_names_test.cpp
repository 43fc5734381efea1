// SPDX-License-Identifier: MIT
// Names in file names, folders and headings.
#include "core/import_names.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

using Names = std::vector<std::string>;

Person person(const char* handle, const char* name) {
  Person person;
  person.folder = handle;
  person.people = {handle, "dana"};
  person.names = {name, "Dana Lee"};
  person.me = "dana";
  return person;
}

}  // namespace

TEST_CASE("names are what is left of a file's name without days and common words") {
  CHECK(names_in("2026-11-17-alice") == Names{"alice"});
  CHECK(names_in("alice-ng-2026-11-17") == Names{"alice ng"});
  CHECK(names_in("1-1 with Alice Ng, 17 Nov 2026") == Names{"Alice Ng"});
  CHECK(names_in("Alice's 1:1 notes") == Names{"Alice"});
  CHECK(names_in("Nov 17, 2026 | Alice / Dana") == Names{"Alice", "Dana"});
  CHECK(names_in("Inês and Dana 1on1s") == Names{"Inês", "Dana"});
  CHECK(names_in("2026-11-17").empty());
  CHECK(names_in("1-1s").empty());
  CHECK(names_in("- [[Tuesday, Nov 17th, 2026]]").empty());
  CHECK(names_in("[[Alice Ng]]") == Names{"Alice Ng"});
  CHECK(names_in("Tue 2026-11-17-2").empty());
}

TEST_CASE("my own name is left out, also where it is joined to theirs") {
  Config me;
  me.me = "dana";
  me.name = "Dana Lee";
  CHECK(names_besides("2026-11-17-alice-dana", me) == Names{"alice"});
  CHECK(names_besides("Dana Lee / Alice Ng", me) == Names{"Alice Ng"});
  CHECK(names_besides("Dana Cruz", me) == Names{"Dana Cruz"});
}

TEST_CASE("a name means one person by handle, name, or a first name of their own") {
  const std::vector<Person> people{person("alice", "Alice Ng"), person("alice-k", "Alice Kim"),
                                   person("ines", "Inês Duarte")};
  CHECK(person_meant(people, "alice") == &people[0]);
  CHECK(person_meant(people, "Alice Kim") == &people[1]);
  CHECK(person_meant(people, "alice k") == &people[1]);
  CHECK(person_meant(people, "INES") == &people[2]);
  CHECK(person_meant(people, "Ines Duarte") == &people[2]);
  CHECK(person_meant(people, "Al") == nullptr);
}

TEST_CASE("a name in a path is made a proper one") {
  CHECK(proper_name("alice ng") == "Alice Ng");
  CHECK(proper_name("Inês de Sá") == "Inês De Sá");
}
