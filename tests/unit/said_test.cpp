// SPDX-License-Identifier: MIT
// What was said, what proves it, and when it was told to the one it is for.
#include "core/said.hpp"

#include <doctest/doctest.h>

#include "core/evidence.hpp"
#include "core/kinds.hpp"
#include "core/said_filter.hpp"
#include "core/themes.hpp"
#include "error.hpp"

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Date today = *Date::parse("2026-11-24");

using Files = std::vector<std::pair<std::string, std::string>>;

Person alice() {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = "dana";
  return person;
}

Ledger ledger_of(Tree tree, const Files& files) {
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(tree, "alice", file), text, reading));
  }
  return {alice(), std::move(notes), {}, nullptr};
}

std::string iso(const std::optional<Date>& date) {
  return date ? date->iso() : "-";
}

/// `kind|text|the day it was told|in which note|waits`
std::string told(const Files& shared, const Files& own = {}) {
  std::string all;
  for (const Remembered& one :
       said_of(ledger_of(Tree::shared, shared), ledger_of(Tree::own, own), today)) {
    all += one.said.kind + "|" + one.said.text + "|" + iso(one.delivery.day) + "|" +
           (one.delivery.note ? one.delivery.note->file : "-") + (one.waits() ? "|waits\n" : "\n");
  }
  return all;
}

}  // namespace

TEST_CASE("a heading gives its kind to what stands directly under it, and to nothing inside") {
  const Ledger ledger = ledger_of(Tree::shared, {{"2026-11-17.md",
                                                  "## Wins\n- A\n  - how it went\n  - Ask: more\n"
                                                  "## Blockers and asks\n1. B\n   - [ ] @dana C\n"
                                                  "## Windows\n- D\n"}});
  std::string all;
  for (const Said& said : said_in(ledger)) {
    all += std::to_string(said.line) + " " + said.kind + " " + said.text + "\n";
  }
  CHECK(all == "2 win A\n4 ask more\n6 blocker B\n");
}

TEST_CASE("an item tells where it stands, whose it is, and how it ended") {
  const Ledger ledger = ledger_of(
      Tree::shared, {{"2026-11-10.md", "# Note\n## Topics\n- [>] @dana Ask: a day ^k7m2q\n"},
                     {"2026-11-17.md",
                      "# Note\n## Topics\n### Asks\n"
                      "- [x] @dana Ask: a day (alice) since:2026-11-10 "
                      "done:2026-11-18 ^k7m2q\n- [-] Ask: a boat\n"}});
  const std::vector<Said> all = said_in(ledger);
  REQUIRE(all.size() == 2);
  CHECK(all[0].path.file == "2026-11-17.md");
  CHECK(all[0].line == 4);
  CHECK(all[0].sections == std::vector<std::string>{"Asks", "Topics", "Note"});
  CHECK(all[0].owner == "dana");
  CHECK(all[0].author == "alice");
  CHECK(all[0].boxed);
  CHECK(iso(all[0].since) == "2026-11-10");
  CHECK(iso(all[0].closed) == "2026-11-18");
  CHECK(all[1].mark == Mark::dropped);
  CHECK(iso(all[1].closed) == "2026-11-17");
}

TEST_CASE("a tick in an older copy counts") {
  CHECK(told({{"2026-11-10.md", "- [x] Praise: A done:2026-11-12 ^k7m2q\n"},
              {"2026-11-17.md", "- [ ] Praise: A since:2026-11-10 ^k7m2q\n"}}) ==
        "praise|A|-|-|waits\n");
  CHECK(told({{"2026-11-10.md", "- [>] Praise: A ^k7m2q\n"},
              {"2026-11-17.md", "- [x] Praise: A since:2026-11-10 ^k7m2q\n"}}) ==
        "praise|A|2026-11-17|2026-11-17.md\n");
}

TEST_CASE("feedback is told by standing in the note of a meeting, or by a tick") {
  CHECK(told({{"topics.md", "- Feedback: waits\n- [ ] Feedback: waits too\n"},
              {"2026-11-17.md",
               "- Feedback: said\n- [ ] Concern: open\n- [x] Praise: ticked\n"
               "- [-] Praise: dropped\n- Win: no feedback\n"},
              {"2026-11-18.md", "---\nstatus: missed\n---\n- Feedback: nobody came\n"},
              {"2026-11-26.md", "- Feedback: planned\n"}}) ==
        "feedback|waits|-|-|waits\n"
        "feedback|waits too|-|-|waits\n"
        "feedback|said|2026-11-17|2026-11-17.md\n"
        "concern|open|-|-|waits\n"
        "praise|ticked|2026-11-17|2026-11-17.md\n"
        "praise|dropped|-|-\n"
        "win|no feedback|-|-\n"
        "feedback|nobody came|-|-|waits\n"
        "feedback|planned|-|-|waits\n");
}

TEST_CASE("private feedback waits until it is ticked, and knows the meeting of that day") {
  CHECK(told({{"2026-11-17.md", ""}},
             {{"topics.md",
               "- [ ] Praise: waits\n- [x] Praise: told done:2026-11-17\n"
               "- [x] Praise: in the lift done:2026-11-18\n- Concern: a hunch\n"}}) ==
        "praise|waits|-|-|waits\n"
        "praise|told|2026-11-17|2026-11-17.md\n"
        "praise|in the lift|2026-11-18|-\n"
        "concern|a hunch|-|-|waits\n");
}

TEST_CASE("a private line that was made a shared one is said once") {
  CHECK(told({{"2026-11-17.md", "- [x] Praise: A ^k7m2q\n"}},
             {{"topics.md", "- [ ] Praise: A ^k7m2q\n"}}) == "praise|A|2026-11-17|2026-11-17.md\n");
}

TEST_CASE("the figure after the last colon is a win's metric, an address its link") {
  struct Case {
    std::string_view text, claim, metric, link;
  };
  for (const Case& one : {
           Case{"Flaky test found: builds down from 14 to 6 minutes", "Flaky test found",
                "builds down from 14 to 6 minutes", ""},
           Case{"builds are faster", "builds are faster", "", ""},
           Case{"Talk: about the queue", "Talk: about the queue", "", ""},
           Case{"Launch: beta: 40 users #growth", "Launch: beta", "40 users", ""},
           Case{"Post is out (https://example.org/a_(b)), at last", "Post is out (), at last", "",
                "https://example.org/a_(b)"},
           Case{"Docs: [the page](http://example.org/3) read", "Docs: the page read", "",
                "http://example.org/3"},
           Case{"Fewer alerts: 3 a week <https://example.org/x>.", "Fewer alerts", "3 a week .",
                "https://example.org/x"},
           Case{"see https://example.org/42.", "see .", "", "https://example.org/42"},
       }) {
    INFO(one.text);
    const Evidence evidence = evidence_of(one.text);
    CHECK(evidence.claim == one.claim);
    CHECK(evidence.metric == one.metric);
    CHECK(evidence.link == one.link);
  }
}

TEST_CASE("themes are words with a number sign, but for headings and anchors") {
  using Themes = std::vector<std::string>;
  CHECK(themes_of("A #Career talk (#growth), #bien-être.") == Themes{"career", "bien-etre"});
  CHECK(themes_of("## Growth").empty());
  CHECK(themes_of("issue#42 #").empty());
}

TEST_CASE("a kind may be typed as its word or as its heading") {
  CHECK(kind_named("win") == "win");
  CHECK(kind_named("Wins") == "win");
  CHECK(kind_named("asks") == "ask");
  CHECK(kind_named("Blockers and asks") == "blocker");
  CHECK_THROWS_AS(kind_named("winner"), Error);
  CHECK_THROWS_AS(kind_named(""), Error);
}

TEST_CASE("a filter leaves what fits all of it") {
  Said said;
  said.kind = "win";
  said.text = "a talk #Career";
  said.author = "alice";
  said.since = Date::parse("2026-11-17");
  said.sections = {"Wins", "Growth"};
  said.venue = "Café Central";
  said.mode = "in-person";
  const Person person = alice();
  auto accepts = [&](auto&& set) {
    SaidFilter filter;
    set(filter);
    return filter.accepts(said, person);
  };
  CHECK(accepts([](SaidFilter&) {}));
  CHECK(accepts([](SaidFilter& filter) { filter.kinds = {"ask", "win"}; }));
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.kinds = {"ask"}; }));
  CHECK(accepts([](SaidFilter& filter) { filter.theme = "#career"; }));
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.theme = "care"; }));
  CHECK(accepts([](SaidFilter& filter) { filter.section = "grow"; }));
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.section = "topics"; }));
  CHECK(accepts([](SaidFilter& filter) { filter.venue = "cafe"; }));
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.mode = "person"; }));
  CHECK(
      accepts([](SaidFilter& filter) { filter.since = filter.until = Date::parse("2026-11-17"); }));
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.since = Date::parse("2026-11-18"); }));
  CHECK(accepts([](SaidFilter& filter) { filter.whose = SaidFilter::Whose::theirs; }));
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.whose = SaidFilter::Whose::mine; }));
  said.author.clear();
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.whose = SaidFilter::Whose::theirs; }));
  said.path.tree = Tree::own;
  CHECK(accepts([](SaidFilter& filter) { filter.whose = SaidFilter::Whose::mine; }));
  said.since.reset();
  CHECK_FALSE(accepts([](SaidFilter& filter) { filter.until = Date::parse("2026-11-18"); }));
}
