// SPDX-License-Identifier: MIT
// Who is who in a relationship, from both chairs.
#include "model/person.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace oneonone;

namespace {

Person alice_and_dana(std::string_view me) {
  Person person;
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = me;
  person.folder = me == "dana" ? "alice" : "dana";
  return person;
}

}  // namespace

TEST_CASE("them is the one who is not me, in both chairs") {
  CHECK(alice_and_dana("dana").them() == "alice");
  CHECK(alice_and_dana("dana").name() == "Alice Ng");
  CHECK(alice_and_dana("alice").them() == "dana");
  CHECK(alice_and_dana("alice").name() == "Dana Lee");
  CHECK(alice_and_dana("ALICE").them() == "dana");
}

TEST_CASE("a folder without about.md names them") {
  Person person;
  person.folder = "alice";
  person.me = "dana";
  CHECK(person.them() == "alice");
  CHECK(person.name() == "alice");
  CHECK(person.relation() == "peer");
  CHECK(person.canonical("Alice") == "alice");
  CHECK(person.canonical("Dana") == "dana");
  CHECK(person.promiser("Dana") == "dana");
  for (const char* nobody : {"", "me", "them"}) CHECK(person.promiser(nobody).empty());
}

TEST_CASE("a handle stands in for a name that is not known") {
  Person person = alice_and_dana("dana");
  person.names = {"", "Dana Lee"};
  CHECK(person.name() == "alice");
  person.names.clear();
  CHECK(person.name() == "alice");
}

TEST_CASE("the relation is told from the reader's chair") {
  struct Row {
    std::string Person::* role;
    std::string_view holder, for_dana, for_alice;
  };
  for (const auto& [role, holder, for_dana, for_alice] :
       {Row{&Person::manager, "dana", "report", "manager"},
        {&Person::manager, "alice", "manager", "report"},
        {&Person::mentor, "dana", "mentee", "mentor"},
        {&Person::skip, "dana", "skip-report", "skip"},
        {&Person::manager, "Dana", "report", "manager"},
        {&Person::manager, "zoe", "peer", "peer"},
        {&Person::manager, "", "peer", "peer"}}) {
    Person hers = alice_and_dana("dana");
    Person other = alice_and_dana("alice");
    hers.*role = other.*role = holder;
    CHECK(hers.relation() == for_dana);
    CHECK(other.relation() == for_alice);
  }
}

TEST_CASE("an owner's word means a handle, whatever its case, accents and age") {
  Person person = alice_and_dana("dana");
  person.people = {"inês", "dana"};
  person.folder = "nes";
  person.aka = {"ines-duarte"};
  CHECK(person.canonical("inês") == "inês");
  CHECK(person.canonical("INES") == "inês");
  CHECK(person.canonical("nes") == "inês");
  CHECK(person.canonical("Ines-Duarte") == "inês");
  CHECK(person.canonical("Dana") == "dana");
  CHECK(person.canonical("zoe") == "zoe");
  CHECK(person.canonical("Zoe") == "Zoe");
  CHECK(person.canonical("\xff") == "\xff");
}
