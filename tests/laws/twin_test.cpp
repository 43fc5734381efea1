// SPDX-License-Identifier: MIT
// Law: `actions` says what the slow twin says, with every note parsed or with sketches alone.
#include "laws/twin.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/ledger.hpp"
#include "core/open_items.hpp"
#include "laws/documents.hpp"
#include "laws/notebooks.hpp"
#include "text/sketch.hpp"

namespace {

using namespace oneonone;
using testing::TwinItem;
using testing::TwinNote;

const Reading reading{Headings({"Topics"}, {"Checklist"}), ""};

std::string place_of(const Ledger& ledger, Place place) {
  return ledger.note(place).path.file + ":" + std::to_string(ledger.task(place).box_line);
}

std::string day_of(const std::optional<Date>& date) {
  return date ? date->iso() : "";
}

std::string state_of(const Chain& chain) {
  if (chain.orphan) return "orphan";
  if (chain.state == Mark::open) return "open";
  if (chain.state == Mark::carried) return "carried";
  return chain.state == Mark::done ? "done" : "dropped";
}

TwinItem item_of(const Ledger& ledger, const Chain& chain) {
  const Item& item = ledger.shown(chain).item();
  return {chain.id,
          chain.written,
          chain.role == Role::talking_point,
          item.owner,
          item.words,
          state_of(chain),
          day_of(ledger.since(chain)),
          day_of(ledger.closed(chain)),
          ledger.carries(chain),
          place_of(ledger, chain.shown),
          chain.closed_at ? place_of(ledger, *chain.closed_at) : ""};
}

/// The items as the program finds them: by sketches alone, or with `all` by parsing every note.
std::vector<TwinItem> found(const std::vector<std::string>& people, std::vector<TwinNote> notes,
                            const std::set<std::string>& elsewhere, bool all) {
  std::ranges::sort(notes, {}, &TwinNote::path);
  std::vector<NotePath> paths;
  std::vector<Sketches> sketches;
  std::vector<ParsedNote> parsed;
  IdSet ids;
  for (const TwinNote& note : notes) {
    paths.push_back(note.path);
    // Now and then a block ends.
    if (sketches.empty() || paths.size() % 3 == 0) sketches.emplace_back();
    sketches.back().add(paths.size() - 1, note.bytes, reading);
    ids.merge(IdSet(ids_of_note(note.bytes)));
    if (all) parsed.push_back(parse_note(note.path, note.bytes, reading));
  }
  if (!all) parsed = deciding_items(paths, sketches);
  Person person;
  person.folder = "alice";
  person.people = people;
  const Ledger ledger(person, std::move(parsed), std::move(ids),
                      [&](std::string_view id) { return elsewhere.contains(std::string(id)); });
  std::vector<TwinItem> items;
  for (const Chain& chain : ledger.chains()) items.push_back(item_of(ledger, chain));
  return items;
}

bool is_open(const TwinItem& item) {
  return item.state == "open" || item.state == "orphan";
}

std::vector<std::string> lines_of(std::vector<TwinItem> items, bool all) {
  std::vector<std::string> lines;
  for (const TwinItem& item : items) {
    if (all || is_open(item)) lines.push_back(testing::told(item));
  }
  std::ranges::sort(lines);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n  " + line;
  return text;
}

const std::vector<std::string> pair{"alice", "dana"};

/// Checks both ways of reading against the twin; gives the twin's open items.
std::vector<std::string> agreed(const std::vector<TwinNote>& notes,
                                const std::set<std::string>& elsewhere = {}) {
  const auto expected = testing::twin_items(pair, notes, elsewhere);
  std::string text;
  for (const TwinNote& note : notes) text += "--- " + note.path.file + "\n" + note.bytes + "\n";
  INFO(text);
  for (const bool all : {false, true}) {
    const auto lines = lines_of(found(pair, notes, elsewhere, all), all);
    if (lines != lines_of(expected, all)) CHECK(joined(lines) == joined(lines_of(expected, all)));
  }
  return lines_of(expected, false);
}

bool has_open_box(const std::string& bytes) {
  Sketches sketches;
  sketches.add(0, bytes, reading);
  return std::ranges::any_of(sketches.items,
                             [](const SeenItem& item) { return item.mark == Mark::open; });
}

TwinNote note(const std::string& file, const std::string& bytes) {
  return {NotePath::make(Tree::shared, "alice", file), bytes};
}

}  // namespace

using Told = std::vector<std::string>;

/// The parts of a told item that a case is about: where, what, and what is said of it.
Told brief(const std::vector<TwinNote>& notes, const std::set<std::string>& elsewhere = {}) {
  agreed(notes, elsewhere);
  Told lines;
  for (const TwinItem& item : found(pair, notes, elsewhere, false)) {
    if (!is_open(item)) continue;
    lines.push_back(item.place + (item.topic ? " topic " : " ") + item.words + " " + item.state +
                    (item.closed.empty() ? "" : ", closed in " + item.closed));
  }
  return lines;
}

TEST_CASE("actions agree with the slow twin on random notebooks") {
  testing::Random random(20261129);
  std::size_t open = 0;
  for (int n = 0; n < 5000; ++n) {
    const auto notes = testing::random_notes(random, "alice");
    std::set<std::string> elsewhere;
    if (random.chance(30)) elsewhere = {"k7m2q", "old-1"};
    open += agreed(notes, elsewhere).size();
  }
  MESSAGE("5000 notebooks, ", open, " open items");
  CHECK(open > 10000);
}

TEST_CASE("the twin catches a reader that parses only notes with an open box") {
  testing::Random random(20261130);
  int caught = 0;
  for (int n = 0; n < 500; ++n) {
    auto notes = testing::random_notes(random, "alice");
    const auto expected = lines_of(testing::twin_items(pair, notes, {}), false);
    std::erase_if(notes, [](const TwinNote& note) { return !has_open_box(note.bytes); });
    if (lines_of(found(pair, notes, {}, true), false) != expected) ++caught;
  }
  CHECK(caught > 50);
}

TEST_CASE("a newer tick over an older open line: open where it is open, and said to be closed") {
  CHECK(brief({note("2026-11-17.md", "- [ ] @dana a ^k7m2q\n"),
               note("2026-11-24.md", "- [x] @dana a since:2026-11-17 ^k7m2q\n")}) ==
        Told{"2026-11-17.md:1 a open, closed in 2026-11-24.md:1"});
}

TEST_CASE("a tick in an old copy: the newest open line is shown, and said to be closed") {
  CHECK(brief({note("2026-11-17.md", "- [x] @dana a ^k7m2q\n"),
               note("2026-11-24.md", "- [ ] @dana a since:2026-11-17 ^k7m2q\n")}) ==
        Told{"2026-11-24.md:1 a open, closed in 2026-11-17.md:1"});
}

TEST_CASE("a deleted later note leaves an orphan, which is open") {
  CHECK(brief({note("2026-11-10.md", "- [>] @dana a ^k7m2q\n"),
               note("2026-11-17.md", "- [>] @dana a since:2026-11-10 ^k7m2q\n")}) ==
        Told{"2026-11-17.md:1 a orphan"});
}

TEST_CASE("what was carried into another person's folder is no orphan") {
  CHECK(brief({note("2026-11-10.md", "- [>] @dana a ^k7m2q\n")}, {"k7m2q"}).empty());
}

TEST_CASE("a typed arrow without an id is an orphan of its own") {
  CHECK(brief({note("2026-11-10.md", "- [>] @dana a\n"),
               note("2026-11-17.md", "- [x] @dana a\n")}) == Told{"2026-11-10.md:1 a orphan"});
}

TEST_CASE("half done and odd marks are open; a letter or digit is no item") {
  CHECK(brief({note("2026-11-10.md", "- [/] a\n- [!] b\n- [1] c\n- [y] d\n")}) ==
        Told{"2026-11-10.md:1 a open", "2026-11-10.md:2 b open"});
}

TEST_CASE("two notes a day come in the order of their numbers") {
  const std::string text = "- [ ] @dana a since:2026-11-03 ^k7m2q\n";
  CHECK(brief({note("2026-11-10-10.md", text), note("2026-11-10-2.md", text),
               note("2026-11-10.md", text), note("2025/2025-12-01.md", text),
               note("topics.md", text)}) == Told{"2026-11-10-10.md:1 a open"});
}

TEST_CASE("one repository under two names: both people see the same items with the same ids") {
  const std::string text = "- [ ] @dana a\n- [ ] @alice b\n";
  std::vector<TwinNote> mine{note("2026-11-10.md", text)};
  std::vector<TwinNote> theirs{{NotePath::make(Tree::shared, "dana", "2026-11-10.md"), text}};
  const auto ours = lines_of(found({"alice", "dana"}, mine, {}, false), true);
  CHECK(ours == lines_of(found({"dana", "alice"}, theirs, {}, false), true));
  CHECK(ours == lines_of(testing::twin_items(pair, mine, {}), true));
}

TEST_CASE("equal ids of two people are two items") {
  const std::vector<TwinNote> alice{note("2026-11-10.md", "- [ ] @dana a ^k7m2q\n")};
  const std::vector<TwinNote> bob{note("2026-11-17.md", "- [x] @dana b ^k7m2q\n")};
  CHECK(brief(alice, testing::twin_ids(bob[0].bytes)) == Told{"2026-11-10.md:1 a open"});
  CHECK(brief(bob, testing::twin_ids(alice[0].bytes)).empty());
}

TEST_CASE("a promise typed under a talking point is a commitment; a step is none") {
  CHECK(brief({note("2026-11-10.md",
                    "# Topics\n- [ ] budget\n  - [ ] @alice send it\n  - [ ] a step\n")}) ==
        Told{"2026-11-10.md:2 topic budget open", "2026-11-10.md:3 send it open"});
}

TEST_CASE("a duplicated line is an item of its own, with an id of its own") {
  const std::vector<TwinNote> notes{
      note("2026-11-10.md", "- [ ] @dana a ^k7m2q\n- [ ] @dana a ^k7m2q\n")};
  CHECK(brief(notes) == Told{"2026-11-10.md:1 a open", "2026-11-10.md:2 a open"});
  const auto items = found(pair, notes, {}, false);
  CHECK(items[0].id == "k7m2q");
  CHECK(items[1].id != "k7m2q");
}

TEST_CASE("a wrapped line is one item with the id on its last line") {
  CHECK(brief({note("2026-11-10.md", "- [>] @dana ask\n  them ^k7m2q\n"),
               note("2026-11-17.md", "- [ ] @dana ask them\nsince:2026-11-10\n  ^k7m2q\n")}) ==
        Told{"2026-11-17.md:1 ask them open"});
}

TEST_CASE("one id with other words is another item, unless the line says since when") {
  const TwinNote old = note("2026-11-10.md", "- [ ] @dana a ^k7m2q\n");
  CHECK(brief({old, note("2026-11-17.md", "- [ ] @dana b ^k7m2q\n")}).size() == 2);
  CHECK(brief({old, note("2026-11-17.md", "- [ ] @dana b since:2026-11-10 ^k7m2q\n")}) ==
        Told{"2026-11-17.md:1 b open"});
}

TEST_CASE("nothing in a fence, a comment or a checklist is an item") {
  CHECK(
      brief({note("2026-11-10.md",
                  "```\n- [ ] @dana a\n```\n<!--\n- [ ] @dana b\n-->\n# Checklist\n- [ ] @dana c\n"
                  "# Notes\n> - [ ] @dana d\n")}) == Told{"2026-11-10.md:10 d open"});
}
