// SPDX-License-Identifier: MIT
// The about.md of someone who is new.
#include "core/newcomer.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/person.hpp"
#include "store/templates.hpp"
#include "text/records.hpp"

using namespace oneonone;

TEST_CASE("about.md says who the two are, and reads back as what was meant") {
  struct Row {
    const char* relation;
    const char* first;
    const char* bond;
  };
  const Row rows[] = {{"report", "bob", "manager"}, {"manager", "dana", "manager"},
                      {"peer", "bob", "peer"},      {"skip", "dana", "skip"},
                      {"mentor", "dana", "mentor"}, {"mentee", "bob", "mentor"}};
  Config config;
  config.me = "dana";
  config.name = "Dana Lee";
  for (const Row& row : rows) {
    CAPTURE(row.relation);
    std::string text = about_text(config, {"bob", "Bob: Ito"}, row.relation, "2w");
    std::vector<Finding> findings;
    Person person = read_person(Note(text), "about.md", "bob", config, findings);
    CHECK(findings.empty());
    CHECK(person.people[0] == row.first);
    CHECK(person.name() == "Bob: Ito");
    CHECK(person.relation() == row.relation);
    CHECK(person.bond() == row.bond);
    CHECK(person.cadence == "2w");
    CHECK(text.ends_with(" and " + person.names[1] + "\n"));
  }
}

TEST_CASE("the usual template is about.md's, else that of the bond, else the notebook's") {
  struct Row {
    const char* config;
    const char* about;
    const char* name;
  };
  const Row rows[] = {
      {"", "manager: dana", "weekly"},
      {"template: short", "manager: dana", "short"},
      {"template_manager: report-led", "manager: dana", "report-led"},
      {"template_manager: report-led", "manager: bob", "report-led"},
      {"template_manager: report-led", "mentor: bob", "weekly"},
      {"template_skip: skip-level", "skip: bob", "skip-level"},
      {"template_peer: walk", "cadence: 2w", "walk"},
      {"template_manager: report-led", "manager: dana\ntemplate: coaching", "coaching"},
      {"template: short", "manager: dana\nstatus: alumni\ntemplate: coaching", "catch-up"},
      {"template_alumni: walk", "manager: dana\nstatus: alumni", "walk"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.config);
    CAPTURE(row.about);
    Config config = read_config(Note("me: dana\n" + std::string(row.config) + "\n"), "y");
    std::vector<Finding> findings;
    Person person =
        read_person(Note("---\npeople: [bob, dana]\n" + std::string(row.about) + "\n---\n"),
                    "about.md", "bob", config, findings);
    CHECK(usual_template(config, person).name == row.name);
  }
}

TEST_CASE("a handle is the first name, then both, then numbered; one word has one handle") {
  const auto handle = [](const char* name, const std::vector<std::string>& taken) {
    return handle_for(name, [&taken](const std::string& one) {
      return std::ranges::find(taken, one) != taken.end();
    });
  };
  CHECK(handle("Alice Ng", {}) == "alice");
  CHECK(handle("Alice Ng", {"alice"}) == "alice-ng");
  CHECK(handle("Alice Ng", {"alice", "alice-ng", "alice-ng-2"}) == "alice-ng-3");
  CHECK(handle("Alice \U0001F98A", {"alice"}) == "alice-2");
  CHECK(handle("Alice", {"alice"}) == "alice");
  CHECK(handle("\U0001F98A", {}).empty());
}
