// SPDX-License-Identifier: MIT
// Which copies belong together and which of them counts.
#include "core/ledger.hpp"

#include <doctest/doctest.h>

#include "core/item_change.hpp"

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {"Attendance"}), ""};

Person alice() {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = "dana";
  return person;
}

/// A ledger of notes given as file and text, oldest first.
Ledger ledger_of(const std::vector<std::pair<std::string, std::string>>& files,
                 Ledger::Elsewhere elsewhere = nullptr) {
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(Tree::shared, "alice", file), text, reading));
  }
  return {alice(), std::move(notes), {}, std::move(elsewhere)};
}

/// Each chain as "state words file:line".
std::string said(const Ledger& ledger) {
  std::string all;
  for (const Chain& chain : ledger.chains()) {
    all += chain.state == Mark::open ? "open " : chain.state == Mark::done ? "done " : "else ";
    all += ledger.shown(chain).item().words + " " + ledger.note(chain.shown).path.file + ":" +
           std::to_string(ledger.shown(chain).box_line) + (chain.orphan ? " orphan" : "") +
           (chain.closed_at ? " closed elsewhere" : "") + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("an item is open in its newest copy") {
  CHECK(said(ledger_of({{"2026-11-03.md", "- [>] @a x ^k1\n"},
                        {"2026-11-10.md", "- [>] @a x since:2026-11-03 ^k1\n"},
                        {"2026-11-17.md", "- [ ] @a x, reworded since:2026-11-03 ^k1\n"}})) ==
        "open x, reworded 2026-11-17.md:1\n");
}

TEST_CASE("a newer tick over an older open box is open until it is settled") {
  CHECK(said(ledger_of({{"2026-11-03.md", "- [ ] @a x ^k1\n"},
                        {"2026-11-10.md", "- [x] @a x since:2026-11-03 ^k1\n"}})) ==
        "open x 2026-11-03.md:1 closed elsewhere\n");
}

TEST_CASE("a tick in an old copy closes nothing by itself, but is told") {
  CHECK(said(ledger_of({{"2026-11-03.md", "- [x] @a x ^k1\n"},
                        {"2026-11-10.md", "- [ ] @a x since:2026-11-03 ^k1\n"}})) ==
        "open x 2026-11-10.md:1 closed elsewhere\n");
}

TEST_CASE("what was carried to a note that is gone counts as open") {
  CHECK(said(ledger_of({{"2026-11-03.md", "- [>] @a x ^k1\n"}})) ==
        "open x 2026-11-03.md:1 orphan\n");
  auto elsewhere = [](std::string_view id) { return id == "k1"; };
  CHECK(said(ledger_of({{"2026-11-03.md", "- [>] @a x ^k1\n"}}, elsewhere)) ==
        "else x 2026-11-03.md:1\n");
  Ledger looks_later = ledger_of({{"2026-11-03.md", "- [>] @a x ^k1\n"}});
  CHECK(looks_later.has_orphans());
  looks_later.look(elsewhere);
  CHECK(said(looks_later) == "else x 2026-11-03.md:1\n");
  CHECK_FALSE(looks_later.has_orphans());
}

TEST_CASE("a second line with the same id in one note is an item of its own") {
  Ledger ledger = ledger_of({{"2026-11-03.md", "- [ ] @a x ^k1\n- [ ] @a x ^k1\n"}});
  REQUIRE(ledger.chains().size() == 2);
  CHECK(ledger.chains()[0].id == "k1");
  CHECK(ledger.chains()[1].id != "k1");
}

TEST_CASE("one id with other words and no since: is two items") {
  CHECK(said(ledger_of(
            {{"2026-11-03.md", "- [ ] @a x ^k1\n"}, {"2026-11-10.md", "- [ ] @a y ^k1\n"}})) ==
        "open x 2026-11-03.md:1\nopen y 2026-11-10.md:1\n");
}

TEST_CASE("ids are minted alike from either chair, and differ for the same words twice") {
  std::string text = "- [ ] @a x\n- [ ] @a x\n";
  Ledger mine = ledger_of({{"2026-11-03.md", text}});
  Person other = alice();
  other.folder = "dana";
  other.me = "alice";
  Ledger theirs(other,
                {parse_note(NotePath::make(Tree::shared, "dana", "2026-11-03.md"), text, reading)},
                {}, nullptr);
  CHECK(mine.chains()[0].id == theirs.chains()[0].id);
  CHECK(mine.chains()[1].id == theirs.chains()[1].id);
  CHECK(mine.chains()[0].id != mine.chains()[1].id);
}

TEST_CASE("age and carries come from the notes that hold an item") {
  Ledger ledger = ledger_of({{"topics.md", "- [>] @a x since:2026-10-30 ^k1\n"},
                             {"2026-11-03.md", "- [>] @a x since:2026-10-30 ^k1\n"},
                             {"2026-11-10.md", "- [x] @a x since:2026-10-30 ^k1\n"}});
  const Chain& chain = ledger.chains()[0];
  CHECK(ledger.since(chain)->iso() == "2026-10-30");
  CHECK(ledger.carries(chain) == 1);
  CHECK(ledger.closed(chain)->iso() == "2026-11-10");
}

TEST_CASE("closing changes one line, and every other open copy") {
  Ledger ledger = ledger_of({{"2026-11-03.md", "- [ ] @a x ^k1\n"},
                             {"2026-11-10.md", "a\n- [ ] @a x since:2026-11-03 ^k1\nb\n"}});
  NoteEdits edits = close_item(ledger, ledger.chains()[0], Mark::done, *Date::parse("2026-11-12"));
  std::vector<Change> changes = changes_of(ledger, edits);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].bytes == "- [>] @a x ^k1\n");
  CHECK(changes[1].bytes == "a\n- [x] @a x since:2026-11-03 done:2026-11-12 ^k1\nb\n");
}

TEST_CASE("reopening opens the newest copy and takes its day away") {
  Ledger ledger =
      ledger_of({{"2026-11-03.md", "- [x] @a x ^k1\n"},
                 {"2026-11-10.md", "- [x] @a x since:2026-11-03 done:2026-11-12 ^k1\n"}});
  std::vector<Change> changes = changes_of(ledger, reopen_item(ledger, ledger.chains()[0]));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].bytes == "- [>] @a x ^k1\n");
  CHECK(changes[1].bytes == "- [ ] @a x since:2026-11-03 ^k1\n");
}
