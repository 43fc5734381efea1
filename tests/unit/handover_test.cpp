// SPDX-License-Identifier: MIT
// What goes on with the next one.
#include "core/handover.hpp"

#include "support/meetings.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

const Date first_day = *Date::parse("2026-06-01");

Person alice_and_frank() {
  Person heir;
  heir.folder = "frank";
  heir.people = {"alice", "frank"};
  heir.names = {"Alice", "Frank"};
  heir.me = "alice";
  return heir;
}

/// topics.md of Frank's folder after all was handed on.
std::string inherited(const Ledger& ledger, const std::optional<std::string>& topics = {}) {
  std::vector<std::string> left;
  const std::string text = inherited_topics(topics, ledger, heirlooms(ledger, {}, first_day),
                                            alice_and_frank(), {"dana", "frank"}, reading, left);
  CHECK(left.empty());
  return text;
}

}  // namespace

TEST_CASE("what is open can be handed on, and wins of late") {
  const Ledger ledger = ledger_of({{"2026-11-17.md",
                                    "## Topics\n- [ ] Pay ^t2t2t\n\n## Wins\n- shipped (alice)\n\n"
                                    "## Action items\n- [ ] @dana A ^a2a2a\n  - [ ] a step\n"
                                    "- [x] @dana B ^b2b2b\n- [>] @dana C ^c2c2c\n"},
                                   {"2026-03-03.md", "## Wins\n- long ago\n"},
                                   {"2026-11-24.md", "- [-] @dana C ^c2c2c\n"}});
  std::vector<std::string> found;
  for (const Heirloom& one : heirlooms(ledger, {}, first_day)) {
    found.push_back(one.what + " " + one.id + " " + one.text);
  }
  CHECK(found == std::vector<std::string>{"item t2t2t Pay", "item a2a2a A", "win  shipped"});
}

TEST_CASE("copies keep id, birth and what stands below; the successor owns what the other did") {
  const Ledger ledger =
      ledger_of({{"2026-11-17.md",
                  "- [ ] @dana: A due:2026-12-01 ^a2a2a\n  - a note\n- [ ] @alice B ^b2b2b\n"}});
  CHECK(inherited(ledger) ==
        "# Alice and Frank, for the next meeting\n\n## Action items\n"
        "- [ ] @frank: A since:2026-11-17 due:2026-12-01 ^a2a2a\n  - a note\n"
        "- [ ] @alice B since:2026-11-17 ^b2b2b\n");
}

TEST_CASE("handing on twice writes nothing twice") {
  const Ledger ledger =
      ledger_of({{"2026-11-17.md",
                  "## Wins\n- shipped (alice)\n- led ^w2w2w\n\n## Topics\n"
                  "- [ ] Pay ^t2t2t\n\n## Action items\n- [ ] @dana A ^a2a2a\n"}});
  const std::string once = inherited(ledger);
  CHECK(once.find("- shipped (alice) since:2026-11-17\n") != std::string::npos);
  CHECK(inherited(ledger, once) == once);
}

TEST_CASE("ids are written before the copies, and then the old lines went on") {
  const Ledger ledger = ledger_of(
      {{"2026-11-17.md", "- [ ] @dana A\n"}, {"2026-11-10.md", "- [ ] @alice B ^b2b2b\n"}});
  const auto chosen = heirlooms(ledger, {}, first_day);
  const Ledger named = edited(ledger, identified(ledger, chosen, today), reading);
  CHECK(named.notes()[1].note.bytes().starts_with("- [ ] @dana A ^"));
  const auto changes = changes_of(named, handed_on(named, chosen));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].bytes == "- [>] @alice B ^b2b2b\n");
  CHECK(changes[1].bytes.starts_with("- [>] @dana A ^"));
}

TEST_CASE("a goal goes on with all that stands below it, once") {
  const ParsedNote old = parse_note(
      note_of("goals.md"),
      "# Goals\n\n## Ship it\n- calls: 3 a week\n\n### Why\nBecause.\n\n## Rest ^r2r2r\n", reading);
  Person person = alice_and_frank();
  const auto goals = goals_in(old, person, {});
  const auto chosen = heirlooms(ledger_of({}), goals, first_day);
  REQUIRE(chosen.size() == 2);
  const std::string text = inherited_goals(std::nullopt, old, chosen);
  CHECK(text == "# Goals\n\n## Ship it ^" + goals[0].id +
                    "\n- calls: 3 a week\n\n### Why\nBecause.\n\n## Rest ^r2r2r\n");
  CHECK(inherited_goals(text, old, chosen) == text);
  CHECK(inherited_goals("# Mine", old, {}) == "# Mine");
}
