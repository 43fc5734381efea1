// SPDX-License-Identifier: MIT
// The grammar of an item's text, and edits of one item.
#include "text/item_text.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

/// A note that is one item, its text read.
struct One {
  explicit One(const std::string& bytes) : note(bytes) {
    text = read_item(note, note.bytes().find(']') + 1, note.lines());
  }
  std::string after(const ItemEdit& edit) const { return apply_edits(note.bytes(), edit.edits()); }

  Note note;
  ItemText text;
};

std::string iso(const std::optional<Date>& date) {
  return date ? date->iso() : "-";
}

}  // namespace

TEST_CASE("owner, words, tokens and id are told apart") {
  One one("- [ ] @dana Send the   packet since:2026-10-27 due:2026-11-20 ^k7m2q");
  CHECK(one.text.item.owner == "dana");
  CHECK(one.text.item.words == "Send the packet");
  CHECK(iso(one.text.item.since) == "2026-10-27");
  CHECK(iso(one.text.item.due) == "2026-11-20");
  CHECK(one.text.item.id == "k7m2q");
}

TEST_CASE("an owner is the first word, with or without a colon") {
  struct Row {
    const char* text;
    const char* owner;
    const char* words;
  };
  const Row rows[] = {
      {"[ ] @bob: call", "bob", "call"},    {"[ ] @bob, call", "bob", "call"},
      {"[ ] ask @bob", "", "ask @bob"},     {"[ ] @ call", "", "@ call"},
      {"[ ] @bob/eve x", "", "@bob/eve x"}, {"[ ] @Inês geh", "Inês", "geh"},
      {"[ ] @me call", "me", "call"},       {"[ ] dana@x.org", "", "dana@x.org"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    One one(row.text);
    CHECK(one.text.item.owner == row.owner);
    CHECK(one.text.item.words == row.words);
  }
}

TEST_CASE("tokens are read over wrapped and quoted lines") {
  One one("> - [ ] @a wrapped\n>   due:2026-12-01\n> lazy ^ab-1");
  CHECK(one.text.item.words == "wrapped lazy");
  CHECK(iso(one.text.item.due) == "2026-12-01");
  CHECK(one.text.item.id == "ab-1");
}

TEST_CASE("an id ends a line; writing on below it does not lose it") {
  CHECK(One("[ ] a ^x1\nmore words").text.item.id == "x1");
  CHECK(One("[ ] a ^x1 more").text.item.id.empty());
  CHECK(One("[ ] a ^x1 due:fri").text.item.id == "x1");
  CHECK(One("[ ] a ^x1 due:2026-12-01 done:2026-12-02 ").text.item.id == "x1");
  CHECK(id_of_line("- [ ] a ^x1 due:fri\t") == "x1");
  CHECK(id_of_line("- [ ] a ^x1 since:never").empty());
  CHECK(id_of_line("due:fri").empty());
  CHECK(One("[ ] a^x1").text.item.id.empty());
  CHECK(One("[ ] a ^x_1").text.item.id.empty());
}

TEST_CASE("Obsidian's dates are read") {
  One one("[ ] a 📅 2026-12-01 ✅ 2026-12-02");
  CHECK(iso(one.text.item.due) == "2026-12-01");
  CHECK(iso(one.text.item.done) == "2026-12-02");
  CHECK(one.text.item.words == "a");
  CHECK(iso(One("[ ] a [due:: 2026-12-01]").text.item.due) == "2026-12-01");
}

TEST_CASE("a due that is no date is kept for a person to see") {
  CHECK(One("[ ] a due:fri").text.item.due_word == "fri");
  CHECK(One("[ ] a due:2026-02-30").text.item.due_word == "2026-02-30");
  CHECK(One("[ ] note: due: soon").text.item.words == "note: due: soon");
  CHECK(One("[ ] a since:never").text.item.words == "a since:never");
}

TEST_CASE("a date is changed where it stands") {
  One one("- [ ] a 📅 2026-12-01 b ^x1");
  ItemEdit edit(one.note, one.text);
  edit.put(TokenKey::due, *Date::parse("2026-12-24"));
  CHECK(one.after(edit) == "- [ ] a 📅 2026-12-24 b ^x1");
}

TEST_CASE("new tokens go to the end, the id last") {
  One bare("- [ ] a\r\n");
  ItemEdit first(bare.note, bare.text);
  first.put(TokenKey::since, *Date::parse("2026-12-01"));
  first.set_id("k7m2q");
  CHECK(bare.after(first) == "- [ ] a since:2026-12-01 ^k7m2q\r\n");
  One named("- [ ] a ^k7m2q  ");
  ItemEdit second(named.note, named.text);
  second.put(TokenKey::done, *Date::parse("2026-12-01"));
  CHECK(named.after(second) == "- [ ] a done:2026-12-01 ^k7m2q  ");
  ItemEdit third(named.note, named.text);
  third.set_id("other");
  CHECK(named.after(third) == "- [ ] a ^other  ");
}

TEST_CASE("a new token takes the place of one before the id, at the start of a line") {
  One one("- [ ] a\n  dropped:2026-11-03 ^k7m2q\n");
  ItemEdit edit(one.note, one.text);
  edit.put(TokenKey::done, *Date::parse("2026-12-01"));
  edit.remove(TokenKey::dropped);
  CHECK(one.after(edit) == "- [ ] a\n  done:2026-12-01 ^k7m2q\n");
}

TEST_CASE("the day to bring an item up stands between its birth and its due day") {
  One one("- [ ] a due:2026-12-24 ^x1");
  ItemEdit edit(one.note, one.text);
  edit.put(TokenKey::on, *Date::parse("2026-12-08"));
  CHECK(one.after(edit) == "- [ ] a on:2026-12-08 due:2026-12-24 ^x1");
  One snoozed("- [ ] a on:2026-12-08 due:2026-12-24 ^x1");
  CHECK(iso(snoozed.text.item.on) == "2026-12-08");
  ItemEdit born(snoozed.note, snoozed.text);
  born.put(TokenKey::since, *Date::parse("2026-11-24"));
  CHECK(snoozed.after(born) == "- [ ] a since:2026-11-24 on:2026-12-08 due:2026-12-24 ^x1");
  CHECK(One("[ ] a on:call on:2026-02-30").text.item.words == "a on:call on:2026-02-30");
}

TEST_CASE("a token is removed with one blank, or with its line") {
  struct Row {
    const char* before;
    const char* after;
  };
  const Row rows[] = {
      {"- [x] a done:2026-12-01 ^x1", "- [x] a ^x1"},
      {"- [x] a\n  done:2026-12-01\n  b ^x1", "- [x] a\n  b ^x1"},
      {"- [x] a\n  done:2026-12-01 b", "- [x] a\n  b"},
      {"- [x] a\n  done:2026-12-01", "- [x] a"},
      {"- [x] a done:2026-12-01 done:2026-12-02 b", "- [x] a b"},
      {"- [x] a\n  done:2026-12-01 done:2026-12-02 b", "- [x] a\n  b"},
      {"- [x] a ✅ 2026-12-01", "- [x] a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    One one(row.before);
    ItemEdit edit(one.note, one.text);
    edit.remove(TokenKey::done);
    CHECK(one.after(edit) == row.after);
  }
}

TEST_CASE("tokens of two keys are removed together") {
  One one("- [x] a\n  dropped:2026-12-01 done:2026-12-02 ^x1");
  ItemEdit edit(one.note, one.text);
  edit.remove(TokenKey::done);
  edit.remove(TokenKey::dropped);
  CHECK(one.after(edit) == "- [x] a\n  ^x1");
}
