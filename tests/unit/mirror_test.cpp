// SPDX-License-Identifier: MIT
// What the notes show about how two people meet.
#include "core/mirror.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Window window = quarter_to(*Date::parse("2026-11-24"));

using Files = std::vector<std::pair<std::string, std::string>>;

Ledger ledger_of(const std::string& me, const Files& files, Tree tree = Tree::shared) {
  Person person;
  person.folder = me == "dana" ? "alice" : "dana";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.manager = "dana";
  person.me = me;
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(tree, person.folder, file), text, reading));
  }
  return {person, std::move(notes), {}, nullptr};
}

Mirror mirror_for(const std::string& me, const Files& files, const Files& own = {}) {
  return mirror_of(ledger_of(me, files), ledger_of(me, own, Tree::own), window);
}

std::string front(const std::string& keys) {
  return "---\n" + keys + "---\n";
}

std::string iso(const std::optional<Date>& date) {
  return date ? date->iso() : "-";
}

}  // namespace

TEST_CASE("a promise is kept when it was done by its due day, or at all when it has none") {
  struct Row {
    const char* line;
    int kept, of;
  };
  const Row rows[] = {
      {"- [x] @dana a due:2026-11-13 done:2026-11-13", 1, 1},
      {"- [x] @dana a due:2026-11-13 done:2026-11-14", 0, 1},
      {"- [x] @dana a done:2026-11-14", 1, 1},
      {"- [x] @dana a", 1, 1},  // the note's day counts
      {"- [x] @dana early due:2027-01-31 done:2026-11-14", 1, 1},
      {"- [ ] @dana a due:2026-11-20", 0, 1},
      {"- [ ] @dana today is not late yet due:2026-11-24", 0, 0},
      {"- [ ] @dana a due:2026-12-01", 0, 0},
      {"- [ ] @dana a", 0, 0},
      {"- [-] @dana a due:2026-11-13 dropped:2026-11-20", 0, 0},
      {"- [x] @alice not mine due:2026-11-13 done:2026-11-13", 0, 0},
      {"- [x] nobody's done:2026-11-13", 0, 0},
      {"- [x] @dana long ago due:2026-02-13 done:2026-02-13", 0, 0},
      {"- [x] @dana due long ago, done late due:2026-02-13 done:2026-11-02", 0, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    Ledger ledger = ledger_of("dana", {{"2026-11-10.md", row.line}});
    Kept promises = kept_promises(ledger, window);
    CHECK(promises.kept == row.kept);
    CHECK(promises.of == row.of);
  }
}

TEST_CASE("topics are counted by who brought them, once however often they were carried") {
  Mirror mirror =
      mirror_for("dana", {{"2026-01-13.md", "## Topics\n- [x] long ago (dana) ^v1v1v\n"},
                          {"2026-11-10.md",
                           "## Topics\n- [>] a (alice) ^w1w1w\n- [x] b (alice)\n- [x] c (dana)\n"
                           "- [x] d\n- [x] Win: e (alice)\n"},
                          {"2026-11-17.md",
                           "## Topics\n- [ ] a (alice) since:2026-11-10 ^w1w1w\n"
                           "## Notes\n- [ ] f (dana)\n"}});
  CHECK(mirror.topics == SaidBy{{"alice", 2}, {"dana", 1}});
}

TEST_CASE("the share of the time is the mean of what the two say, and they may differ") {
  Mirror mirror = mirror_for("dana", {{"2026-10-06.md", front("talk_alice: 60\n")},
                                      {"2026-10-13.md", front("mood: 4\n")},
                                      {"2026-10-27.md", front("talk_alice: 60\ntalk_dana: 55\n")},
                                      {"2026-11-03.md", front("talk: 70\n")},
                                      {"2026-11-17.md", front("talk_alice: 75\ntalk_dana: 65\n")}});
  CHECK(mirror.talk == std::vector<int>{60, 58, 70, 70});
  CHECK(mirror.talk_average() == 65);
  CHECK(mirror.talk_said.at("alice").value() == 65);
  CHECK(mirror.talk_said.at("dana").value() == 60);
  CHECK(mirror.gap == 8);
  CHECK_FALSE(mirror_for("dana", {}).talk_average());
  CHECK_FALSE(mirror_for("dana", {{"2026-10-06.md", front("talk_alice: 60\n")}}).gap);
}

TEST_CASE(
    "praise counts when I said it, or when the meeting is for the other and nobody is named") {
  struct Row {
    const char* me;
    const char* file;
    const char* line;
    const char* last;
  };
  const Row rows[] = {
      {"dana", "2026-10-27.md", "- Praise: the handover (dana)", "2026-10-27"},
      {"dana", "2026-10-27.md", "- Praise: the handover", "2026-10-27"},
      {"dana", "2026-10-27.md", "- Praise: you listened (alice)", "-"},
      {"dana", "2026-10-27.md", "- Win: found the leak (dana)", "2026-10-27"},
      {"dana", "2026-10-27.md", "- Win: found the leak (alice)", "-"},
      {"dana", "2026-10-27.md", "- [-] Praise: not now (dana)", "-"},
      {"dana", "2025-10-27.md", "- Praise: a year ago", "2025-10-27"},
      {"dana", "2026-12-01.md", "- Praise: not said yet", "-"},
      {"dana", "topics.md", "- [ ] Praise: not said yet (dana)", "-"},
      {"alice", "2026-10-27.md", "- Praise: you listened (alice)", "2026-10-27"},
      {"alice", "2026-10-27.md", "- Praise: the handover", "-"},
      {"alice", "2026-10-27.md", "- Win: found the leak (alice)", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.me);
    CAPTURE(row.line);
    CHECK(iso(mirror_for(row.me, {{row.file, row.line}}).praise) == row.last);
  }
}

TEST_CASE("private praise counts once it was delivered") {
  Mirror open = mirror_for("dana", {}, {{"topics.md", "- [ ] Praise: calm ^f1f1f\n"}});
  CHECK(iso(open.praise) == "-");
  Mirror told =
      mirror_for("dana", {}, {{"topics.md", "- [x] Praise: calm done:2026-11-18 ^f1f1f\n"}});
  CHECK(iso(told.praise) == "2026-11-18");
}

TEST_CASE(
    "what was planned was held or missed; an informal talk is neither, a move is by someone") {
  Mirror mirror = mirror_for(
      "dana", {{"2025-11-10.md", front("status: missed\nby: dana\n")},
               {"2026-10-27.md", front("moved_dana: [2026-10-26, 2026-10-25]\nminutes: 30\n")},
               {"2026-11-03.md", front("status: missed\nby: dana\n")},
               {"2026-11-10.md", front("status: missed\nby: alice\n")},
               {"2026-11-13.md", front("counts: false\nminutes: 60\n")},
               {"2026-11-17.md", front("worth_alice: 4\nworth_dana: 3\n")},
               {"2026-11-20.md", front("worth_alice: 5\n")},
               {"2026-11-24.md", ""}});
  CHECK(mirror.planned == 5);
  CHECK(mirror.held == 3);
  CHECK(mirror.missed == SaidBy{{"alice", 1}, {"dana", 1}});
  CHECK(mirror.moved == SaidBy{{"dana", 2}});
  CHECK(mirror.minutes == 90);
  CHECK(mirror.worth.at("alice").value() == 4.5);
  CHECK(mirror.worth.at("dana").value() == 3);
}

TEST_CASE("asks and blockers that were done are cleared, by word or by heading") {
  Mirror mirror = mirror_for(
      "dana", {{"2026-11-17.md",
                "## Blockers and asks\n- [x] @dana access to the logs done:2026-11-18 ^a1a1a\n"
                "## Notes\n- [x] @dana Ask: a screen done:2026-11-19 ^b1b1b\n"
                "- [-] @dana Ask: a dog dropped:2026-11-19 ^c1c1c\n"
                "- [ ] @dana Ask: a day ^d1d1d\n- [x] @dana a letter done:2026-11-19 ^f1f1f\n"
                "- [x] @dana no id\n"}});
  CHECK(mirror.cleared == 2);
}

TEST_CASE("who should talk how much is a setting, with a default for each relation") {
  Person person = ledger_of("dana", {}).person();
  CHECK(talk_target(person, std::nullopt) == 80);
  CHECK(talk_target(person, 70) == 70);
  person.manager.clear();
  CHECK(talk_target(person, std::nullopt) == 50);
  person.talk_target = 60;
  CHECK(talk_target(person, 70) == 60);
}
