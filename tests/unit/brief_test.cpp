// SPDX-License-Identifier: MIT
// What a brief gathers, and what counts as said.
#include "core/brief.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Date today = *Date::parse("2026-11-24");

Ledger ledger_of(Tree tree, const std::vector<std::pair<std::string, std::string>>& files) {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = "dana";
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(tree, "alice", file), text, reading));
  }
  return {person, std::move(notes), {}, nullptr};
}

Rhythm met_on(const char* iso) {
  Rhythm rhythm;
  rhythm.last_held = Date::parse(iso);
  return rhythm;
}

std::string kinds(const Ledger& ledger) {
  std::string all;
  for (const Said& said : said_in(ledger)) {
    all += said.kind + "|" + said.text + "|" + said.author + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("an item is of a kind by its first word, else by its heading") {
  Ledger ledger =
      ledger_of(Tree::shared, {{"2026-11-17.md",
                                "## Wins\n- builds are faster (alice)\n- Ask: a day off\n"
                                "## Blockers and asks\n- no key yet\n## Notes\n- nothing\n"
                                "- [ ] @dana Praise: the write-up (bob)\n"}});
  CHECK(kinds(ledger) ==
        "win|builds are faster|alice\nask|a day off|\nblocker|no key yet|\n"
        "praise|the write-up (bob)|\n");
}

TEST_CASE("an item that was carried is said once, as the newest note has it") {
  Ledger ledger = ledger_of(Tree::shared,
                            {{"2026-11-10.md", "- [>] Win: old words ^w1w1w\n"},
                             {"2026-11-17.md", "- [ ] Win: new words since:2026-11-10 ^w1w1w\n"}});
  std::vector<Said> said = said_in(ledger);
  REQUIRE(said.size() == 1);
  CHECK(said[0].text == "new words");
  CHECK(said[0].since->iso() == "2026-11-10");
}

TEST_CASE("the recap is what stands below its heading in the last meeting held") {
  Ledger ledger = ledger_of(Tree::shared, {{"2026-11-10.md", "## Recap (dana)\nold\n"},
                                           {"2026-11-17.md",
                                            "## Recap (alice)\n<!-- write -->\n\nOne.\nTwo.\n\n- [ "
                                            "] @dana typed at the end\n## End\n"}});
  Brief brief = brief_of(ledger, met_on("2026-11-17"), today);
  CHECK(brief.recap == std::vector<std::string>{"One.", "Two."});
  CHECK(brief.recap_by == "alice");
}

TEST_CASE("who owes what, late before due before old") {
  Ledger ledger = ledger_of(Tree::shared,
                            {{"2026-11-17.md",
                              "- [ ] @dana c\n- [ ] @dana b due:2026-12-01\n"
                              "- [ ] @dana a due:2026-11-20\n- [ ] @alice d\n- [ ] e\n- [ ] @me h\n"
                              "## Topics\n- [ ] f\n- [x] g\n"}});
  Brief brief = brief_of(ledger, met_on("2026-11-17"), today);
  REQUIRE(brief.mine.size() == 3);
  CHECK(ledger.shown(*brief.mine[0]).item().words == "a");
  CHECK(ledger.shown(*brief.mine[2]).item().words == "c");
  CHECK(brief.theirs.size() == 1);
  CHECK(brief.unowned.size() == 2);
  CHECK(brief.topics.size() == 1);
}

TEST_CASE("wins are those since the last meeting") {
  Ledger ledger =
      ledger_of(Tree::shared, {{"topics.md", "- [ ] Win: fresh since:2026-11-19 ^f1f1f\n"},
                               {"2026-11-17.md", "## Wins\n- told already\n"}});
  Brief brief = brief_of(ledger, met_on("2026-11-17"), today);
  REQUIRE(brief.wins.size() == 1);
  CHECK(brief.wins[0].text == "fresh");
}

TEST_CASE("what waits for its day is counted, not shown") {
  std::string text =
      "## Topics\n- [ ] b on:2026-12-08 ^b1b1b\n- [ ] c ^c1c1c\n## End\n"
      "- [ ] @dana a on:2026-12-01 ^a1a1a\n- [ ] @dana d on:2026-12-01 due:2026-11-24\n";
  Ledger ledger = ledger_of(Tree::shared, {{"topics.md", text}});
  Brief brief = brief_of(ledger, met_on("2026-11-17"), today);
  CHECK(brief.later.size() == 2);
  CHECK(brief.topics.size() == 1);
  CHECK(brief.mine.size() == 1);
  Ledger own = ledger_of(Tree::own, {{"topics.md", "- [ ] Praise: later on:2026-12-08 ^e1e1e\n"}});
  CHECK(private_brief_of(own, today).to_say.empty());
  CHECK(private_brief_of(own, today).later.size() == 1);
}

TEST_CASE("a theme is quiet four weeks after the last of several notes spoke of it") {
  Ledger ledger = ledger_of(Tree::shared, {{"2026-09-15.md", "# Career\nWe spoke of #career.\n"},
                                           {"2026-09-22.md", "- #Career again, #once\n"},
                                           {"2026-11-17.md", "#work and #work\n"},
                                           {"2026-11-18.md", "#work\n"}});
  Brief brief = brief_of(ledger, met_on("2026-11-17"), today);
  REQUIRE(brief.quiet.size() == 1);
  CHECK(brief.quiet[0].theme == "career");
  CHECK(brief.quiet[0].weeks == 9);
}

TEST_CASE("the place is where we met last, and how often in a row") {
  auto at = [](const char* venue) { return "---\nvenue: " + std::string(venue) + "\n---\n"; };
  Ledger ledger = ledger_of(Tree::shared, {{"2026-10-20.md", at("office")},
                                           {"2026-10-27.md", "no front matter\n"},
                                           {"2026-11-03.md", at("Canal")},
                                           {"2026-11-10.md", "---\nstatus: missed\n---\n"},
                                           {"2026-11-17.md", at("canal")},
                                           {"2026-12-01.md", at("not yet")}});
  Brief brief = brief_of(ledger, met_on("2026-11-17"), today);
  CHECK(brief.place == "canal");
  CHECK(brief.times_there == 2);
  CHECK(brief_of(ledger_of(Tree::shared, {}), {}, today).times_there == 0);
}

TEST_CASE("the last line below an item says how it stands") {
  Ledger ledger = ledger_of(Tree::shared, {{"2026-11-17.md",
                                            "- [ ] @dana a\n  - 10 Nov: asked\n  - 12 Nov: asked\n"
                                            "    again\n- [ ] @dana b\n- a bullet of its own\n"}});
  CHECK(latest_word(ledger, ledger.chains()[0]) == "12 Nov: asked again");
  CHECK(latest_word(ledger, ledger.chains()[1]).empty());
}

TEST_CASE("what is private is sorted into what to say, what is open and what to recall") {
  Ledger own =
      ledger_of(Tree::own, {{"topics.md",
                             "## Topics\n- [ ] Feedback: late news ^a1a1a\n"
                             "- [x] Praise: given ^b1b1b\n- [ ] Fact: a daughter, Mia ^c1c1c\n"
                             "- [ ] Ring HR ^d1d1d\n"}});
  PrivateBrief brief = private_brief_of(own, today);
  REQUIRE(brief.to_say.size() == 1);
  CHECK(brief.to_say[0].text == "late news");
  REQUIRE(brief.open.size() == 1);
  CHECK(own.shown(*brief.open[0]).item().words == "Ring HR");
  REQUIRE(brief.facts.size() == 1);
  CHECK(brief.facts[0].text == "a daughter, Mia");
}
