// SPDX-License-Identifier: MIT
// What `check` names, and what it leaves alone.
#include "core/lint.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace oneonone;

namespace {

/// The findings of one note of Alice and Dana as "LINE RULE".
std::string found(const std::string& text) {
  const Reading reading{Headings({"Topics"}, {"Attendance"}), ""};
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  const NotePath path = NotePath::make(Tree::shared, "alice", "2026-11-17.md");
  const Ledger ledger(person, {parse_note(path, text, reading)}, {}, nullptr);
  std::string all;
  for (const Finding& finding : lint(ledger, {"alice", "dana", "bob"}, reading)) {
    all += std::to_string(finding.line) + " " + finding.rule + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("open items are well, with and without an id") {
  CHECK(found("- [ ] @dana x ^k7m2q\n- [ ] @alice y\n- [ ] z\n").empty());
}

TEST_CASE("what looks like a box or a day and is none is named") {
  CHECK(found("- [] @alice x\n- [ ]@alice y\n- []@alice\n- [X]@alice\n- [] Ärger\n") ==
        "1 box\n2 box\n3 box\n4 box\n5 box\n");
  CHECK(found("- [](u)\n- [x](u)\n- [a] b\n- [x]y is an index\n- [1] @alice\n").empty());
  CHECK(found("- [ ] a due: fri\n- [ ] b Due:fri\n- [ ] c due: 3 dec\n- [ ] d due: 2026-12-01\n") ==
        "1 due\n2 due\n3 due\n4 due\n");
  CHECK(
      found("- [ ] a due: to b\n- [ ] is it due: Friday or Monday?\n- [ ] overdue: fri\n").empty());
  CHECK(found("- [ ] @alice x\n  [ ] @alice y\n") == "2 box\n");
  CHECK(found("- [ ] document the [ ] box\n- [x] a due: fri done:2026-11-17\n- b due: fri\n")
            .empty());
}

TEST_CASE("an owner who is neither of the two is named") {
  CHECK(found("- [ ] @bob x\n- [ ] @dana y\n") == "1 owner\n");
}

TEST_CASE("an id that stands twice in a note is named where it stands the second time") {
  CHECK(found("- [ ] @dana x ^k7m2q\n- [ ] @dana y ^k7m2q\n") == "2 doubled-id\n");
}

TEST_CASE("an item that was carried to nowhere is named") {
  CHECK(found("- [>] @dana x ^k7m2q\n") == "1 orphan\n");
}

TEST_CASE("a goal with the id of an item or of an earlier goal is named") {
  const Reading reading{Headings({"Topics"}, {}), ""};
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  auto parsed = [&](const char* file, const char* text) {
    return parse_note(NotePath::make(Tree::shared, "alice", file), text, reading);
  };
  const Ledger ledger(person, {parsed("2026-11-17.md", "- [ ] @dana x ^k7m2q\n")}, {}, nullptr);
  const auto findings = lint_goals(
      parsed("goals.md", "## One ^b7r4k\n## Two ^k7m2q\n## Three ^b7r4k\n## Four\n"), ledger);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].line == 2);
  CHECK(findings[0].message.starts_with("^k7m2q stands in people/alice/2026-11-17.md:1 too"));
  CHECK(findings[1].message.starts_with("^b7r4k stands in people/alice/goals.md:1 too"));
  const auto numbers = lint_goals(parsed("goals.md", "## One\n- users: 1,000\n"), ledger);
  REQUIRE(numbers.size() == 1);
  CHECK(numbers[0].rule == "number");
  CHECK(numbers[0].line == 2);
}
