// SPDX-License-Identifier: MIT
// What oneonone.yaml, about.md and a meeting's front matter say.
#include "text/records.hpp"

#include <doctest/doctest.h>

#include "error.hpp"

using namespace oneonone;

namespace {

Config dana() {
  Config config;
  config.me = "dana";
  config.name = "Dana Lee";
  return config;
}

Person about(const std::string& text, std::vector<Finding>* findings = nullptr) {
  std::vector<Finding> found;
  Person person = read_person(Note(text), "people/alice/about.md", "alice", dana(), found);
  if (findings != nullptr) *findings = found;
  return person;
}

}  // namespace

TEST_CASE("a folder without about.md is a person by its name") {
  Person person = person_of_folder("alice", dana());
  CHECK(person.people == std::vector<std::string>{"alice", "dana"});
  CHECK(person.me == "dana");
  CHECK(person.them() == "alice");
  CHECK(person.relation() == "peer");
}

TEST_CASE("the folder is my name for the other one, whatever they call themselves") {
  Person person =
      about("---\npeople: [alice-ng, dana]\nnames: [Alice Ng, Dana Lee]\nmanager: dana\n---\n");
  CHECK(person.folder == "alice");
  CHECK(person.them() == "alice-ng");
  CHECK(person.name() == "Alice Ng");
  CHECK(person.relation() == "report");
  CHECK(person.canonical("Alice") == "alice-ng");
}

TEST_CASE("a broken about.md is told, and the rest of it counts") {
  std::vector<Finding> findings;
  Person person = about("---\npeople: [alice]\nmanager: dana\n---\n", &findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].line == 2);
  CHECK(person.people.size() == 2);
  CHECK(person.relation() == "report");
}

TEST_CASE("a cadence that nobody can read is told, and the default counts") {
  std::vector<Finding> findings;
  Person person = about("---\ncadence: sometimes\nmanager: dana\n---\n", &findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "'sometimes' is no cadence: weekly, 2w, monthly, 10d or none");
  CHECK_FALSE(person.cadence);
  CHECK(person.relation() == "report");
  CHECK_THROWS_AS(read_config(Note("cadence: often\n"), "y"), Error);
}

TEST_CASE("settings are read, and refused at their line") {
  Config config =
      read_config(Note("format: 1\nme: dana\naway: [2026-12-21..2027-01-03]\nmax_gap: 45\n"), "y");
  CHECK(config.max_gap == 45);
  REQUIRE(config.away.size() == 1);
  CHECK(config.away[0].last.iso() == "2027-01-03");
  struct Row {
    const char* text;
    const char* where;
  };
  const Row rows[] = {{"format: one\n", "y:1"},
                      {"format: 1\nme: 'a b'\n", "y:2"},
                      {"away: [soon]\n", "y:1"},
                      {"a: 1\nmax_gap: 0\n", "y:2"},
                      {"a: 1\ntalk_target: 140\n", "y:2"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    try {
      read_config(Note(row.text), "y");
      FAIL("it was accepted");
    } catch (const Error& error) {
      CHECK(error.where == row.where);
    }
  }
}

TEST_CASE("how much one should talk is a percentage, in about.md too") {
  CHECK(read_config(Note("talk_target: 70\n"), "y").talk_target == 70);
  std::vector<Finding> findings;
  auto read = [&](const char* text) {
    return read_person(Note(text), "a", "alice", Config(), findings).talk_target;
  };
  CHECK(read("---\ntalk_target: 0\n---\n") == 0);
  CHECK(findings.empty());
  CHECK_FALSE(read("---\ntalk_target: most\n---\n"));
  CHECK(findings.size() == 1);
}

TEST_CASE("an old handle is of the one who has what it became") {
  std::vector<Finding> findings;
  const auto read = [&](const char* me, const char* folder, const std::string& lines) {
    Config config;
    config.me = me;
    findings.clear();
    return read_person(Note("---\n" + lines + "---\n"), "a", folder, config, findings);
  };
  const std::string renamed = "people: [ang, dana]\naka: [alice=ang]\n";
  CHECK(read("dana", "ang", renamed).canonical("alice") == "ang");
  CHECK(findings.empty());
  CHECK(read("ang", "dana", renamed).canonical("alice") == "ang");
  CHECK(findings.empty());
  const Person late = read("Alice", "boss", "people: [dana, ang]\naka: [alice=ang]\n");
  CHECK(late.me == "ang");
  CHECK(late.canonical("alice") == "ang");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].line == 3);
  const std::string twice = "people: [angie, dl]\naka: [dana = dl, alice=ang, ang=angie]\n";
  CHECK(read("angie", "dana", twice).canonical("alice") == "angie");
  CHECK(read("angie", "dana", twice).canonical("dana") == "dl");
  CHECK(read("dana", "ang", twice).canonical("alice") == "angie");
  CHECK(read("dana", "alice", "people: [alice, dana]\naka: [al]\n").canonical("al") == "alice");
  CHECK(read("x", "y", "people: [a, b]\naka: [a=b, b=a]\n").people.size() == 2);
}

TEST_CASE("what they like is my view") {
  Person person;
  std::vector<Finding> findings;
  read_my_view(Note("---\nlikes: [walks, tea]\n---\n"), "private/alice/about.md", person, findings);
  CHECK(person.likes == std::vector<std::string>{"walks", "tea"});
  CHECK(findings.empty());
}

TEST_CASE("an absence is two days or one") {
  CHECK(parse_absence("2026-12-21")->last.iso() == "2026-12-21");
  CHECK(parse_absence("2026-12-21..2027-01-03")->first.iso() == "2026-12-21");
  for (const char* text : {"", "2026-12-21..", "2027-01-03..2026-12-21", "2026-12-21-2026-12-22"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_absence(text));
  }
}
