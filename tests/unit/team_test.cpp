// SPDX-License-Identifier: MIT
// A message to the whole team is the same topic in several people's notes.
#include "core/team.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};

Ledger notes_of(const std::string& handle, const std::string& line) {
  Person person;
  person.folder = handle;
  person.people = {handle, "dana"};
  person.names = {handle, "Dana"};
  person.me = "dana";
  NotePath path = NotePath::make(Tree::shared, handle, "2026-11-24.md");
  return {person, {parse_note(path, "## Topics\n" + line + "\n", reading)}, {}, nullptr};
}

template <typename... Ledgers>
std::vector<Ledger> team_of(Ledgers... ledgers) {
  std::vector<Ledger> team;
  (team.push_back(std::move(ledgers)), ...);
  return team;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a message was told where it is ticked and waits where it is open") {
  const auto team = team_of(notes_of("alice", "- [x] New rule (dana) ^a1a1a"),
                            notes_of("bob", "- [ ] New rule (dana) ^b1b1b"),
                            notes_of("chen", "- [-] New rule (dana) ^c1c1c"));
  std::vector<TeamMessage> messages = team_messages(team);
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].text == "New rule");
  CHECK(messages[0].told == Names{"alice"});
  CHECK(messages[0].waiting == Names{"bob"});
}

TEST_CASE("a topic of one person, somebody else's, and what everybody was told are no messages") {
  CHECK(team_messages(
            team_of(notes_of("alice", "- [ ] One (dana)"), notes_of("bob", "- [ ] Two (dana)")))
            .empty());
  CHECK(team_messages(
            team_of(notes_of("alice", "- [ ] One (alice)"), notes_of("bob", "- [ ] One (bob)")))
            .empty());
  CHECK(team_messages(
            team_of(notes_of("alice", "- [x] One (dana)"), notes_of("bob", "- [x] One (dana)")))
            .empty());
}
