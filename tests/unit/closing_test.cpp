// SPDX-License-Identifier: MIT
// The end of a meeting: which note, what is written into it, what its items lack.
#include "core/closing.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/item_change.hpp"
#include "text/meeting_record.hpp"

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Date today = *Date::parse("2026-11-24");

struct Day {
  const char *file, *matter;
};

/// The note that `close` takes among notes with this front matter; empty for none.
std::string chosen(const std::vector<Day>& days) {
  std::vector<Meeting> meetings;
  for (const Day& day : days) {
    std::string text = std::string("---\n") + day.matter + "\n---\n";
    NotePath path = NotePath::make(Tree::shared, "alice", std::string(day.file) + ".md");
    meetings.push_back(read_meeting(path, text, today));
  }
  auto note = note_to_close(meetings, today);
  return note ? note->file : "";
}

Ledger ledger_of(const std::vector<std::pair<std::string, std::string>>& files) {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = "dana";
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(Tree::shared, "alice", file), text, reading));
  }
  return {person, std::move(notes), {}, nullptr};
}

const NotePath note = NotePath::make(Tree::shared, "alice", "2026-11-24.md");

/// `owner bcdfg, due bcdfh`
std::string gaps_in(const Ledger& ledger) {
  std::string text;
  for (const Gap& gap : gaps_of(ledger, note, today)) {
    text += text.empty() ? "" : ", ";
    text += gap.lack == Lack::owner ? "owner " : gap.lack == Lack::due ? "due " : "decision ";
    text += gap.id;
  }
  return text;
}

}  // namespace

TEST_CASE("close takes today's note, else the last of a week that is neither closed nor missed") {
  struct Row {
    const char* what;
    std::vector<Day> days;
    const char* file;
  };
  const std::vector<Row> rows{
      {"today's", {{"2026-11-20", "a: b"}, {"2026-11-24", "a: b"}}, "2026-11-24.md"},
      {"today's, though closed", {{"2026-11-24", "status: held"}}, "2026-11-24.md"},
      {"today's second", {{"2026-11-24", "a: b"}, {"2026-11-24-2", "a: b"}}, "2026-11-24-2.md"},
      {"the last open one",
       {{"2026-11-20", "a: b"}, {"2026-11-23", "status: held"}},
       "2026-11-20.md"},
      {"not one that was missed", {{"2026-11-23", "status: missed"}}, ""},
      {"a week ago", {{"2026-11-17", "a: b"}}, "2026-11-17.md"},
      {"not eight days ago", {{"2026-11-16", "a: b"}}, ""},
      {"not tomorrow's", {{"2026-11-25", "a: b"}}, ""},
      {"none", {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(chosen(row.days) == row.file);
  }
}

TEST_CASE("what was said is a key each, and what was not said stays") {
  Closing closing;
  closing.mood = 4;
  closing.talk = {{"dana", 65}};
  closing.venue = "tea: green";
  closing.next = today + 7;
  CHECK(closed_note("---\ndate: 2026-11-24\nvenue: room 3\n---\n# Us\n", closing, reading) ==
        "---\ndate: 2026-11-24\nvenue: 'tea: green'\nstatus: held\nmood: 4\ntalk_dana: 65\n"
        "next: 2026-12-01\n---\n# Us\n");
}

TEST_CASE("a meeting that was missed after all was held when it is closed") {
  CHECK(closed_note("---\nstatus: missed\nby: dana\n---\n", {}, reading) ==
        "---\nstatus: held\n---\n");
}

TEST_CASE("the recap is a paragraph of its own below the heading of its author") {
  Closing closing;
  closing.recap = "Packet is in.";
  closing.recap_by = "alice";
  const std::string matter = "---\nstatus: held\nrecapped_by: alice\n---\n";
  auto closed = [&](const char* body) {
    return closed_note("---\nstatus: held\n---\n" + std::string(body), closing, reading)
        .substr(matter.size());
  };
  CHECK(closed("# Us\n") == "# Us\n\n## Recap (alice)\nPacket is in.\n");
  CHECK(closed("## Recap (Alice)\n<!-- Alice writes -->\n\n## End\n") ==
        "## Recap (Alice)\n<!-- Alice writes -->\nPacket is in.\n\n## End\n");
  CHECK(closed("## Recap\nSome.\n") == "## Recap\nSome.\n\nPacket is in.\n");
  CHECK(closed("## Recap (dana)\nMine.\n") ==
        "## Recap (dana)\nMine.\n\n## Recap (alice)\nPacket is in.\n");
}

TEST_CASE("gaps are an owner, a day for what was born here, a decision at the third carry") {
  const std::string old = "- [>] @dana Old ^bcdfg\n";
  Ledger ledger = ledger_of({{"2026-11-03.md", old},
                             {"2026-11-10.md", old},
                             {"2026-11-17.md", old},
                             {"2026-11-24.md",
                              "- [ ] @dana Old since:2026-11-03 ^bcdfg\n- [ ] Nobody's ^bcdfh\n"
                              "- [ ] @alice Born here ^bcdfj\n- [x] @alice Done ^bcdfk\n"
                              "- [ ] @alice With a day due:2026-12-01 ^bcdfm\n"
                              "## Topics\n- [ ] A topic ^bcdfn\n"}});
  CHECK(gaps_in(ledger) == "decision bcdfg, owner bcdfh, due bcdfh, due bcdfj");
  Tally tally = tally_of(ledger, note);
  CHECK(tally.open == 4);
  CHECK(tally.done == 1);
  CHECK(tally.open_by_owner ==
        std::map<std::string, int>{{"alice", 2}, {"dana", 1}, {"nobody", 1}});

  SUBCASE("a day ahead is a decision") {
    const Chain& chain = *std::ranges::find(ledger.chains(), "bcdfg", &Chain::id);
    Ledger after = edited(ledger, set_due(ledger, chain, today + 1), reading);
    CHECK(gaps_in(after).find("decision") == std::string::npos);
  }
  SUBCASE("an owner goes behind the box, and nothing else changes") {
    const Chain& chain = *std::ranges::find(ledger.chains(), "bcdfh", &Chain::id);
    Ledger after = edited(ledger, set_owner(ledger, chain, "alice"), reading);
    CHECK(after.notes().back().note.line(2) == "- [ ] @alice Nobody's ^bcdfh");
  }
}

TEST_CASE("what @me owns nobody does, and the owner takes its place") {
  const Ledger ledger =
      ledger_of({{"2026-11-24.md", "- [ ]  @me: Send the sheet to @me due:2026-12-01 ^bcdfg\n"}});
  CHECK(gaps_in(ledger) == "owner bcdfg");
  const Ledger after = edited(ledger, set_owner(ledger, ledger.chains()[0], "alice"), reading);
  CHECK(after.notes()[0].note.line(1) ==
        "- [ ]  @alice: Send the sheet to @me due:2026-12-01 ^bcdfg");
}

TEST_CASE("a short note is front matter and a title") {
  CHECK(short_note(ledger_of({}).person(), today) ==
        "---\npeople: [alice, dana]\ndate: 2026-11-24\n---\n"
        "# Alice Ng and Dana Lee, 24 November 2026\n");
}
