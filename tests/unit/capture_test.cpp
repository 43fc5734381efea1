// SPDX-License-Identifier: MIT
// What becomes of a typed line, and what the options add to it.
#include "core/capture.hpp"

#include <doctest/doctest.h>

#include "error.hpp"

using namespace oneonone;

namespace {

const Date today = *Date::parse("2026-11-24");

Person dana_and(const std::string& manager) {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.manager = manager;
  person.me = "dana";
  return person;
}

Captured typed(std::string text) {
  Captured captured;
  captured.text = std::move(text);
  return captured;
}

Captured with_kind(std::string text, std::string kind) {
  Captured captured = typed(std::move(text));
  captured.kind = std::move(kind);
  return captured;
}

/// The line without its day of birth and its id.
std::string line_of(const Captured& captured, const std::string& manager = "dana") {
  std::string line = captured_line(captured, dana_and(manager), {}, today).text;
  std::size_t since = line.find(" since:2026-11-24");
  line.erase(since, std::string(" since:2026-11-24").size());
  return line.substr(0, line.rfind(" ^"));
}

}  // namespace

TEST_CASE("a win, a fact and a decision have no box and stand below the heading that names them") {
  CapturedLine win =
      captured_line(typed("Win: builds are faster (alice)"), dana_and(""), {}, today);
  CHECK(win.text.starts_with("- builds are faster (alice) since:2026-11-24 ^"));
  CHECK(win.kind == "win");
  Reading reading{Headings({"Topics"}, {}), ""};
  CHECK(topics_with(std::nullopt, win, dana_and(""), reading) ==
        "# Alice Ng and Dana Lee, for the next meeting\n\n## Wins\n" + win.text);
  CHECK(line_of(typed("fact:  has a dog")) == "- has a dog");
  CHECK(line_of(with_kind("one hire from February", "decision")) ==
        "- one hire from February (dana)");
  CHECK(line_of(typed("@alice Decision: write it down")) == "- [ ] @alice Decision: write it down");
}

TEST_CASE("an option is the word of its kind") {
  CHECK(line_of(with_kind("swap the desks", "idea")) == "- [ ] Idea: swap the desks (dana)");
  CHECK(line_of(with_kind("Idea: swap the desks", "idea")) == "- [ ] Idea: swap the desks (dana)");
  CHECK_THROWS_WITH(line_of(with_kind("Ask: more desks", "idea")),
                    "the text says ask, the option --idea");
}

TEST_CASE("an ask belongs to the other one, a blocker to the manager") {
  CHECK(line_of(with_kind("budget", "ask")) == "- [ ] @alice Ask: budget (dana)");
  CHECK(line_of(with_kind("budget (alice)", "ask")) == "- [ ] @dana Ask: budget (alice)");
  CHECK(line_of(with_kind("no access (alice)", "blocker")) ==
        "- [ ] @dana Blocker: no access (alice)");
  CHECK(line_of(with_kind("no access", "blocker"), "") == "- [ ] @alice Blocker: no access (dana)");
  CHECK(line_of(typed("Ask: budget")) == "- [ ] Ask: budget (dana)");
  Captured named = with_kind("budget", "ask");
  named.owner = "me";
  CHECK(line_of(named) == "- [ ] @dana Ask: budget (dana)");
  CHECK_FALSE(captured_line(named, dana_and(""), {}, today).owner_chosen);
}

TEST_CASE("a figure and an address stand between the text and its author") {
  Captured win = with_kind("Builds are faster (alice)", "win");
  win.metric = "14 to 6 minutes";
  win.link = "https://example.org/ci";
  CHECK(line_of(win) == "- Builds are faster: 14 to 6 minutes <https://example.org/ci> (alice)");
  win.metric = "a lot";
  CHECK_THROWS_WITH(line_of(win), "'a lot' holds no figure");
  win.metric = "6";
  for (const char* link : {"example.org", "ftp://example.org", "https://a b", "https://a>b"}) {
    win.link = link;
    CHECK_THROWS_AS(line_of(win), Error);
  }
}

TEST_CASE("a line can wait for its day, by option or by word") {
  Captured waits = typed("Bonus round due:2026-12-24");
  waits.on = Date::parse("2026-12-08");
  CHECK(line_of(waits) == "- [ ] Bonus round (dana) on:2026-12-08 due:2026-12-24");
  CHECK(line_of(typed("Bonus round on:8dec")) == "- [ ] Bonus round (dana) on:2026-12-08");
  CHECK(line_of(typed("on:fri Bonus round")) == "- [ ] Bonus round (dana) on:2026-11-27");
  CHECK(line_of(typed("Who is on:call")) == "- [ ] Who is on:call (dana)");
  waits.due = Date::parse("2026-12-01");
  CHECK_THROWS_WITH(line_of(waits), "it would be due before the day it comes up");
  CHECK_THROWS_WITH(line_of(typed("Win: done due:fri")), "a win has no day to wait for");
}

TEST_CASE("a line that was over before it was written is refused, as are bytes that are no text") {
  CHECK_THROWS_WITH(line_of(typed("Sent it done:2026-11-20")),
                    "a new line is neither done nor dropped");
  CHECK_THROWS_WITH(line_of(typed("@alice Send it dropped:2026-11-20")),
                    "a new line is neither done nor dropped");
  CHECK(line_of(typed("Well done: a toast")) == "- [ ] Well done: a toast (dana)");
  CHECK_THROWS_WITH(line_of(typed("bad \xff")), "the text is not UTF-8");
  Captured owned = typed("Send it");
  for (const char* owner : {"", "\xff", "bob ito", "@bob"}) {
    owned.owner = owner;
    CHECK_THROWS_AS(line_of(owned), Error);
  }
}
