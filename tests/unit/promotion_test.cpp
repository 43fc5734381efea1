// SPDX-License-Identifier: MIT
// Private lines on their way to the shared topics.
#include "core/promotion.hpp"

#include <doctest/doctest.h>

#include "error.hpp"

using namespace oneonone;

namespace {

const Date today = *Date::parse("2026-11-24");
const Reading reading{Headings({"Topics"}, {}), ""};

Ledger ledger_of(Tree tree, const std::string& file, const std::string& text) {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice", "Dana"};
  person.me = "dana";
  return {person, {parse_note(NotePath::make(tree, "alice", file), text, reading)}, {}, nullptr};
}

/// The shared line that the only line of a private note becomes.
std::string promoted(const std::string& file, const std::string& text, const IdSet& taken = {}) {
  Ledger own = ledger_of(Tree::own, file, text);
  std::vector<PrivateLine> lines = private_lines(own);
  REQUIRE(lines.size() == 1);
  return captured_line(as_typed(lines[0], own.person()), own.person(), taken, today).text;
}

}  // namespace

TEST_CASE("a promoted line keeps its id, its days and its kind, and says who brings it") {
  CHECK(promoted("topics.md", "## Topics\n- [ ] Feedback: late since:2026-11-12 ^k7m2q\n") ==
        "- [ ] Feedback: late (dana) since:2026-11-12 ^k7m2q\n");
  CHECK(promoted("2026-11-17.md", "## Praise\n* [ ] for the demo on:2026-12-08 ^k7m2q\n") ==
        "- [ ] Praise: for the demo (dana) since:2026-11-17 on:2026-12-08 ^k7m2q\n");
  CHECK(promoted("topics.md", "- [ ] @alice Rest since:2026-11-12 due:2026-12-01 ^k7m2q\n") ==
        "- [ ] @alice Rest since:2026-11-12 due:2026-12-01 ^k7m2q\n");
  CHECK(promoted("topics.md", "## Facts\n- has a dog since:2026-11-12 ^f2f2f\n") ==
        "- has a dog (dana) since:2026-11-12 ^f2f2f\n");
  CHECK(promoted("topics.md", "- [ ] Talk (alice) since:2026-11-12 ^k7m2q\n", IdSet({"k7m2q"})) !=
        "- [ ] Talk (alice) since:2026-11-12 ^k7m2q\n");
}

TEST_CASE("only what is open, or has an id and no box, can be promoted") {
  CHECK(private_lines(
            ledger_of(Tree::own, "topics.md", "- [x] done ^a1a1a\n- [-] dropped ^b1b1b\n- no id\n"))
            .empty());
}

TEST_CASE("the private line goes, and only that line") {
  Ledger own = ledger_of(Tree::own, "topics.md",
                         "## Topics\n- [ ] one\n  wrapped ^k7m2q\n- [ ] two ^b2b2b\n");
  PrivateLine line = private_lines(own)[0];
  CHECK(changes_of(own, removal_of(own, line))[0].bytes == "## Topics\n- [ ] two ^b2b2b\n");
}

TEST_CASE("what stands below a private line stops it from being shared") {
  Ledger own = ledger_of(Tree::own, "topics.md", "- [ ] one ^k7m2q\n  - be gentle\n");
  CHECK_THROWS_AS(removal_of(own, private_lines(own)[0]), Error);
}

TEST_CASE("a line that is shared already is known by its id and its words") {
  Item item;
  item.id = "k7m2q";
  item.words = "one (dana)";
  CHECK(is_shared(ledger_of(Tree::shared, "topics.md", "- [>] one (dana) ^k7m2q\n"), item));
  CHECK_FALSE(is_shared(ledger_of(Tree::shared, "topics.md", "- [ ] other ^k7m2q\n"), item));
}
