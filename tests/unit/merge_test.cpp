// SPDX-License-Identifier: MIT
// The rules of "Merging two notes", each as base, ours, theirs and what comes of them.
#include "core/merge.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace oneonone;

const MergePlace place{{Headings({"Topics"}, {"Checklist"}), ""},
                       {{"alice", "dana"}, "2026-11-24.md"}};

/// The id that a line of Dana's gets in that note.
std::string id_of(const std::string& words) {
  return mint_id({{"alice", "dana"}, "2026-11-24.md", "dana", words}, {});
}

struct Row {
  const char* name;
  std::string base, ours, theirs, result;
  bool conflict = false;
};

void hold(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const MergedNote merged = merge_notes({row.base, row.ours, row.theirs}, place);
    CHECK(merged.bytes == row.result);
    CHECK(merged.conflict == row.conflict);
  }
}

/// The other side may be the one that merges: the result is the same.
void hold_both_ways(const std::vector<Row>& rows) {
  hold(rows);
  std::vector<Row> turned = rows;
  for (Row& row : turned) std::swap(row.ours, row.theirs);
  hold(turned);
}

}  // namespace

TEST_CASE("the mark of an item: closed beats carried beats open, a change beats none") {
  hold_both_ways({
      {"ticked here, carried there", "- [ ] @dana Send it ^k7m2q\n", "- [x] @dana Send it ^k7m2q\n",
       "- [>] @dana Send it ^k7m2q\n", "- [x] @dana Send it ^k7m2q\n"},
      {"reopened here, untouched there", "- [x] @dana Send it done:2026-11-25 ^k7m2q\n",
       "- [ ] @dana Send it ^k7m2q\n",
       "- [x] @dana Send it done:2026-11-25 ^k7m2q\n- [ ] @alice New ^new-1\n",
       "- [ ] @dana Send it ^k7m2q\n- [ ] @alice New ^new-1\n"},
      {"carried here, reworded there: open, with the new words", "- [ ] @dana Send it ^k7m2q\n",
       "- [>] @dana Send it ^k7m2q\n", "- [ ] @dana Send it to Ines ^k7m2q\n",
       "- [ ] @dana Send it to Ines ^k7m2q\n"},
      {"carried here, due another day there", "- [ ] @dana Send it ^k7m2q\n",
       "- [>] @dana Send it ^k7m2q\n", "- [ ] @dana Send it due:2026-12-01 ^k7m2q\n",
       "- [ ] @dana Send it due:2026-12-01 ^k7m2q\n"},
      {"ticked on both sides, stamped on one", "- [ ] @dana Send it ^k7m2q\n",
       "- [x] @dana Send it ^k7m2q\n", "- [x] @dana Send it done:2026-11-25 ^k7m2q\n- b\n",
       "- [x] @dana Send it done:2026-11-25 ^k7m2q\n- b\n"},
      {"stamped on two days: the earlier", "- [ ] @dana Send it ^k7m2q\n",
       "- [x] @dana Send it done:2026-11-26 ^k7m2q\n",
       "- [x] @dana Send it done:2026-11-25 ^k7m2q\n",
       "- [x] @dana Send it done:2026-11-25 ^k7m2q\n"},
  });
  hold({
      {"done against dropped is done, both days kept", "- [ ] @dana Send it ^k7m2q\n",
       "- [x] @dana Send it done:2026-11-25 ^k7m2q\n",
       "- [-] @dana Send it dropped:2026-11-26 ^k7m2q\n",
       "- [x] @dana Send it done:2026-11-25 dropped:2026-11-26 ^k7m2q\n"},
  });
}

TEST_CASE("fields of one item that were changed on either side go together") {
  hold_both_ways({
      {"due here, owner there", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @dana Send it due:2026-12-01 ^k7m2q\n", "- [ ] @alice Send it ^k7m2q\n",
       "- [ ] @alice Send it due:2026-12-01 ^k7m2q\n"},
      {"words here, tick there", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @dana Send the plan ^k7m2q\n", "- [x] @dana Send it done:2026-11-25 ^k7m2q\n",
       "- [x] @dana Send the plan done:2026-11-25 ^k7m2q\n"},
      {"an owner here, words there", "- [ ] Send it ^k7m2q\n", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] Send it all ^k7m2q\n", "- [ ] @dana Send it all ^k7m2q\n"},
      {"nobody's here, words there", "- [ ] @dana: Send it ^k7m2q\n", "- [ ] Send it ^k7m2q\n",
       "- [ ] @dana: Send it all ^k7m2q\n", "- [ ] Send it all ^k7m2q\n"},
      {"due in words here, words there", "- [ ] @dana Send it\n", "- [ ] @dana Send it due:fri\n",
       "- [ ] @dana Send it all\n", "- [ ] @dana Send it all due:fri\n"},
      {"due taken away here, words there", "- [ ] @dana Send it due:2026-12-01 ^k7m2q\n",
       "- [ ] @dana Send it ^k7m2q\n", "- [ ] @dana Send it all due:2026-12-01 ^k7m2q\n",
       "- [ ] @dana Send it all ^k7m2q\n"},
      {"wrapped here, ticked there", "- [ ] @dana Send the plan to all ^k7m2q\n",
       "- [ ] @dana Send the plan\n  to all ^k7m2q\n", "- [x] @dana Send the plan to all ^k7m2q\n",
       "- [x] @dana Send the plan\n  to all ^k7m2q\n"},
      {"two births: the earlier", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @dana Send it since:2026-11-17 ^k7m2q\n",
       "- [ ] @dana Send it since:2026-11-10 ^k7m2q\n",
       "- [ ] @dana Send it since:2026-11-10 ^k7m2q\n"},
      {"two days to bring it up: the earlier", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @dana Send it on:2026-12-08 ^k7m2q\n", "- [ ] @dana Send it on:2026-12-01 ^k7m2q\n",
       "- [ ] @dana Send it on:2026-12-01 ^k7m2q\n"},
      {"the same change once", "- [ ] @dana Send it ^k7m2q\n- a\n",
       "- [x] @dana Send it ^k7m2q\n- a\n- b\n", "- [x] @dana Send it ^k7m2q\n- a\n",
       "- [x] @dana Send it ^k7m2q\n- a\n- b\n"},
  });
}

TEST_CASE("two wordings, owners or due days of one item are a conflict that shows both lines") {
  hold({
      {"words, and what could be decided is decided",
       "# A\n- [ ] @dana Send it ^k7m2q\n  - by mail\n",
       "# A\n- [ ] @dana Send the plan ^k7m2q\n  - by mail\n",
       "# A\n- [x] @dana Send the budget ^k7m2q\n  - by mail\n- b\n",
       "# A\n<<<<<<< ours\n- [x] @dana Send the plan ^k7m2q\n=======\n"
       "- [x] @dana Send the budget ^k7m2q\n>>>>>>> theirs\n  - by mail\n- b\n",
       true},
      {"due days", "- [ ] @dana Send it ^k7m2q\n", "- [ ] @dana Send it due:2026-12-01 ^k7m2q\n",
       "- [ ] @dana Send it due:2026-12-08 ^k7m2q\n",
       "<<<<<<< ours\n- [ ] @dana Send it due:2026-12-01 ^k7m2q\n=======\n"
       "- [ ] @dana Send it due:2026-12-08 ^k7m2q\n>>>>>>> theirs\n",
       true},
      {"owners", "- [ ] Send it ^k7m2q\n", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @alice Send it ^k7m2q\n",
       "<<<<<<< ours\n- [ ] @dana Send it ^k7m2q\n=======\n- [ ] @alice Send it ^k7m2q\n"
       ">>>>>>> theirs\n",
       true},
      {"a new item with one id and two wordings", "# A\n", "# A\n- [ ] @dana Send it ^k7m2q\n",
       "# A\n- [ ] @dana Send all ^k7m2q\n",
       "# A\n<<<<<<< ours\n- [ ] @dana Send it ^k7m2q\n=======\n- [ ] @dana Send all ^k7m2q\n"
       ">>>>>>> theirs\n",
       true},
  });
}

TEST_CASE("lines pair by id, by the id they would get, by words, by similar words in one place") {
  const std::string id = id_of("Send it");
  hold_both_ways({
      {"a line that got its id here was reworded there", "- [ ] @dana Send it\n",
       "- [ ] @dana Send it ^" + id + "\n", "- [ ] @dana Send it all\n",
       "- [ ] @dana Send it all ^" + id + "\n"},
      {"the line that got the id was ticked", "- [ ] @dana Send it\n",
       "- [x] @dana Send it done:2026-11-25 ^" + id + "\n", "- [ ] @dana Send it\n- b\n",
       "- [x] @dana Send it done:2026-11-25 ^" + id + "\n- b\n"},
      {"moved and ticked, without ids", "- [ ] @dana Send it\n- [ ] @alice Ask Bob\n",
       "- [ ] @alice Ask Bob\n- [ ] @dana Send it\n", "- [x] @dana Send it\n- [ ] @alice Ask Bob\n",
       "- [ ] @alice Ask Bob\n- [x] @dana Send it\n"},
      {"similar words in the same place", "- [ ] a\n- [ ] @dana Send the plan to Ines\n- [ ] b\n",
       "- [ ] a\n- [ ] @dana Send the budget to Ines\n- [ ] b\n",
       "- [ ] a\n- [x] @dana Send the plan to Ines\n- [ ] b\n",
       "- [ ] a\n- [x] @dana Send the budget to Ines\n- [ ] b\n"},
      {"the same words in another order are another line", "- [ ] @dana Plan the offsite\n",
       "- [x] @dana Plan the offsite\n", "- [ ] @dana Ask where the offsite plan is\n",
       "- [ ] @dana Ask where the offsite plan is\n- [x] @dana Plan the offsite\n"},
      {"an id that was retyped away is not lost", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @dana Send it\n", "- [x] @dana Send it ^k7m2q\n", "- [x] @dana Send it ^k7m2q\n"},
      {"typed on both sides, named on one", "# A\n", "# A\n- [ ] @dana Send it\n",
       "# A\n- [ ] @dana Send it ^" + id + "\n- b\n",
       "# A\n- [ ] @dana Send it ^" + id + "\n- b\n"},
  });
  hold({
      {"a line that came from elsewhere is another item", "- [ ] @dana Send it\n",
       "- [x] @dana Send it\n", "- [ ] @dana Send it since:2026-11-10 ^old-1\n",
       "- [ ] @dana Send it since:2026-11-10 ^old-1\n- [x] @dana Send it\n"},
      {"equal lines pair in their order", "- [ ] @dana Call\n- [ ] @dana Call\n",
       "- [x] @dana Call\n- [ ] @dana Call\n", "- [ ] @dana Call\n- [-] @dana Call\n",
       "- [x] @dana Call\n- [-] @dana Call\n"},
  });
}

TEST_CASE("a second line with a taken id gets a new one") {
  const std::string id = id_of("Send it");
  hold({
      {"duplicated here, ticked there", "- [ ] @dana Send it ^k7m2q\n",
       "- [ ] @dana Send it ^k7m2q\n- [ ] @dana Send it ^k7m2q\n", "- [x] @dana Send it ^k7m2q\n",
       "- [x] @dana Send it ^k7m2q\n- [ ] @dana Send it ^" + id + "\n"},
  });
}

TEST_CASE("an item that is removed on one side stays when the other changed it") {
  hold_both_ways({
      {"untouched: gone", "- [ ] a\n- [ ] b\n- [ ] c\n", "- [ ] a\n- [ ] c\n",
       "- [x] a\n- [ ] b\n- [ ] c\n", "- [x] a\n- [ ] c\n"},
      {"ticked: stays", "- [ ] a\n- [ ] b\n- [ ] c\n", "- [ ] a\n- [ ] c\n",
       "- [ ] a\n- [x] b\n- [ ] c\n", "- [ ] a\n- [x] b\n- [ ] c\n"},
      {"a line was added below it: stays with all its lines", "- [ ] a\n- [ ] b\n  one\n- [ ] c\n",
       "- [ ] a\n- [ ] c\n", "- [ ] a\n- [ ] b\n  one\n  - two\n- [ ] c\n",
       "- [ ] a\n- [ ] b\n  one\n  - two\n- [ ] c\n"},
      {"a step of it was ticked: both steps stay",
       "- [ ] a\n- [ ] b\n  - [ ] one\n  - [ ] two\n- [ ] c\n", "- [ ] a\n- [ ] c\n",
       "- [ ] a\n- [ ] b\n  - [x] one\n  - [ ] two\n- [ ] c\n",
       "- [ ] a\n- [ ] b\n  - [x] one\n  - [ ] two\n- [ ] c\n"},
      {"only a step was removed: gone", "- [ ] b\n  - [ ] one\n  - [ ] two\n",
       "- [ ] b\n  - [ ] two\n", "- [x] b\n  - [ ] one\n  - [ ] two\n", "- [x] b\n  - [ ] two\n"},
      {"removed on both sides: gone", "- [ ] a\n- [ ] b\n", "- [ ] a\n", "- [x] a\n", "- [x] a\n"},
  });
}

TEST_CASE("an item stands once, where it was moved to, with what both did to it") {
  hold_both_ways({
      {"up here, ticked there", "- [ ] a\n- [ ] b\n- [ ] c\n", "- [ ] c\n- [ ] a\n- [ ] b\n",
       "- [ ] a\n- [ ] b\n- [x] c\n", "- [x] c\n- [ ] a\n- [ ] b\n"},
      {"with its lines, and one that was added there", "- [ ] a\n  one\n- [ ] b\n- [ ] c\n",
       "- [ ] b\n- [ ] c\n- [ ] a\n  one\n", "- [ ] a\n  one\n  - two\n- [ ] b\n- [ ] c\n",
       "- [ ] b\n- [ ] c\n- [ ] a\n  one\n  - two\n"},
      {"into another item, with its new indent", "- [ ] a\n- [ ] b\n  one\n",
       "- [ ] a\n  - [ ] b\n    one\n", "- [ ] a\n- [x] b\n  one\n  - two\n",
       "- [ ] a\n  - [x] b\n    one\n    - two\n"},
      {"the same way on both sides", "- [ ] a\n- [ ] b\n- [ ] c\n", "- [ ] c\n- [ ] a\n- [ ] b\n",
       "- [x] c\n- [ ] a\n- [ ] b\n", "- [x] c\n- [ ] a\n- [ ] b\n"},
      {"below another heading", "# A\n- [ ] a\n# B\n- [ ] b\n", "# A\n# B\n- [ ] a\n- [ ] b\n",
       "# A\n- [x] a\n# B\n- [ ] b\n", "# A\n# B\n- [x] a\n- [ ] b\n"},
  });
}

TEST_CASE("new items and lines of both sides stay, each with what it belongs to") {
  hold({
      {"both add an item: ours first", "- [ ] a\n", "- [ ] a\n- [ ] b\n", "- [ ] a\n- [ ] c\n",
       "- [ ] a\n- [ ] b\n- [ ] c\n"},
      {"the same item on both sides once", "# T\n", "# T\n- [ ] a ^k7m2q\n- [ ] b\n",
       "# T\n- [ ] a ^k7m2q\n- [ ] c\n", "# T\n- [ ] a ^k7m2q\n- [ ] b\n- [ ] c\n"},
      {"a section below, an item above it", "- [ ] a\n", "- [ ] a\n\n## Wins\n- shipped\n",
       "- [ ] a\n- [ ] b\n", "- [ ] a\n- [ ] b\n\n## Wins\n- shipped\n"},
      {"both add lines to one section", "## Wins\n- a\n", "## Wins\n- a\n- b\n",
       "## Wins\n- a\n- c\n", "## Wins\n- a\n- b\n- c\n"},
      {"an item here, a paragraph there", "- [ ] a\n\ntext\n", "- [ ] a\n- [ ] b\n\ntext\n",
       "- [ ] a\n\nmore\n\ntext\n", "- [ ] a\n- [ ] b\n\nmore\n\ntext\n"},
      {"a paragraph goes on below its own lines", "text\n\n- [ ] a\n", "text\n- [ ] b\n\n- [ ] a\n",
       "text\nmore\n\n- [ ] a\n", "text\nmore\n- [ ] b\n\n- [ ] a\n"},
      {"two paragraphs stay two", "a\n", "a\n\nb\nb\n", "a\n\nc\nc\n", "a\n\nb\nb\n\nc\nc\n"},
      {"a step here, an item there", "- [ ] a\n- [ ] z\n", "- [ ] a\n- [ ] b\n- [ ] z\n",
       "- [ ] a\n  - [ ] one\n- [ ] z\n", "- [ ] a\n  - [ ] one\n- [ ] b\n- [ ] z\n"},
      {"a bullet's bullet here, an item there", "- a\n- z\n", "- a\n- [ ] b\n- z\n",
       "- a\n  - one\n- z\n", "- a\n  - one\n- [ ] b\n- z\n"},
      {"the line below was removed", "- [ ] a\n- one\n- [ ] z\n", "- [ ] a\n- [ ] b\n- [ ] z\n",
       "- [ ] a\n- one\n- two\n- [ ] z\n", "- [ ] a\n- [ ] b\n- two\n- [ ] z\n"},
      {"both made the note", "", "# T\n- [ ] a\n- [ ] b\n", "# T\n- [ ] a\n- [ ] c\n",
       "# T\n- [ ] a\n- [ ] b\n- [ ] c\n"},
  });
}

TEST_CASE("both made the note, and each put a section of their own at its end") {
  hold({{"each section keeps the blank line above it", "", "# T\n\nText\n\n## A\none\n",
         "# T\n\nText\n\n## B\ntwo\n", "# T\n\nText\n\n## A\none\n\n## B\ntwo\n"}});
}

TEST_CASE("an empty heading that one side took away stays when the other wrote below it") {
  const std::string base =
      "## Topics\n- [ ] A ^a2a2a\n\n## Action items\n<!-- who? -->\n\n## Recap\n<!-- what? -->\n";
  const std::string promised =
      "## Topics\n- [ ] A ^a2a2a\n\n## Action items\n- [ ] @dana B ^b2b2b\n";
  const std::string recap = "## Topics\n- [ ] A ^a2a2a\n\n## Recap\nWell met.\n";
  hold_both_ways({
      {"each closed the meeting with what they wrote", base, promised, recap,
       promised + "\n## Recap\nWell met.\n"},
      {"one only took the empty headings away", base, "## Topics\n- [ ] A ^a2a2a\n",
       base + "Well met.\n", recap},
      {"a heading with another name takes its place", "## Topics\n\n## Ideas\n",
       "## Topics\n\n## Plans\n", "## Topics\n\n## Ideas\n- one\n",
       "## Topics\n\n## Plans\n- one\n"},
      {"the headings above it stay, too", "## A\n\n### B\n\n## C\n", "## C\n",
       "## A\n\n### B\nText\n\n## C\n", "## A\n\n### B\nText\n\n## C\n"},
  });
}

TEST_CASE("prose is merged line by line; two changes of one line are a conflict") {
  hold({
      {"removed here, untouched there", "a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"},
      {"neighbours changed, in their order", "a\nb\nc\n", "a\nB\nc\n", "A\nb\nc\n", "A\nB\nc\n"},
      {"one line, two ways", "a\nb\nc\n", "a\nours\nc\n", "a\ntheirs\nc\n",
       "a\n<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\nc\n", true},
      {"below an item", "- [ ] a\n  - b\n- [ ] c\n", "- [x] a\n  - ours\n- [ ] c\n",
       "- [ ] a\n  - theirs\n- [x] c\n",
       "- [x] a\n<<<<<<< ours\n  - ours\n=======\n  - theirs\n>>>>>>> theirs\n- [x] c\n", true},
      {"one line, one way", "a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\nd\n", "a\nB\nc\nd\n"},
      {"what they begin and end with alike is no conflict", "a\nb\n", "a\nx\no\ny\n",
       "a\nx\nt\ny\n", "a\nx\n<<<<<<< ours\no\n=======\nt\n>>>>>>> theirs\ny\n", true},
  });
}

TEST_CASE("front matter is merged key by key") {
  const auto note = [](const std::string& keys) { return "---\n" + keys + "---\n# A\n"; };
  hold({
      {"a key each", note("date: 2026-11-24\n"), note("date: 2026-11-24\nmood: 4\n"),
       note("date: 2026-11-24\ntalk: 60\n"), note("date: 2026-11-24\ntalk: 60\nmood: 4\n")},
      {"changed here, removed there", note("a: 1\nb: 2\n"), note("a: 2\nb: 2\n"), note("b: 3\n"),
       note("a: 2\nb: 3\n")},
      {"removed here, untouched there", note("a: 1\nb: 2\n"), note("b: 2\n"), note("a: 1\nb: 3\n"),
       note("b: 3\n")},
      {"two values of one key", note("a: 1\nmood: 3\n"), note("a: 1\nmood: 4\n"),
       note("a: 2\nmood: 5\n"),
       note("a: 2\n<<<<<<< ours\nmood: 4\n=======\nmood: 5\n>>>>>>> theirs\n"), true},
      {"lists are sets", note("moved_dana: [2026-11-10, 2026-11-12]\n"),
       note("moved_dana: [2026-11-12, 2026-11-17]\n"),
       note("moved_dana: [2026-11-10, 2026-11-12, 2026-11-18]\n"),
       note("moved_dana: [2026-11-12, 2026-11-17, 2026-11-18]\n")},
      {"a comment belongs to the key below", note("a: 1\nb: 2\n"), note("a: 1\n# why\nb: 2\n"),
       note("a: 3\nb: 2\n"), note("a: 3\n# why\nb: 2\n")},
      {"the same value, quoted on one side", note("a: 1\n"), note("a: b\n"), note("a: 'b'\n"),
       note("a: b\n")},
      {"front matter on one side only", "# A\n- [ ] a\n", note("mood: 4\n") + "- [ ] a\n",
       "# A\n- [x] a\n", note("mood: 4\n") + "- [x] a\n"},
      {"what cannot be read is merged by lines", note("a: [1\nb: 2\n"), note("a: [1\nb: 3\n"),
       note("a: [1\nb: 2\nc: 4\n"), note("a: [1\nb: 3\nc: 4\n")},
  });
}

TEST_CASE("a file of keys alone is merged key by key") {
  MergePlace yaml = place;
  yaml.yaml = true;
  const MergedNote merged =
      merge_notes({"me: dana\n", "me: dana\ncadence: 2w\n", "me: dana\nmax_gap: 45\n"}, yaml);
  CHECK(merged.bytes == "me: dana\nmax_gap: 45\ncadence: 2w\n");
}

TEST_CASE("line endings and byte order marks: what one side changed, else what is there") {
  hold({
      {"CRLF everywhere", "- [ ] a\r\n- [ ] b\r\n", "- [x] a\r\n- [ ] b\r\n",
       "- [ ] a\r\n- [x] b\r\n", "- [x] a\r\n- [x] b\r\n"},
      {"turned into CRLF there", "- [ ] a\n- [ ] b\n", "- [x] a\n- [ ] b\n",
       "- [ ] a\r\n- [x] b\r\n", "- [x] a\r\n- [x] b\r\n"},
      {"a mark from one side", "- [ ] a\n- [ ] b\n", "\xEF\xBB\xBF- [ ] a\n- [ ] b\n",
       "- [ ] a\n- [x] b\n", "\xEF\xBB\xBF- [ ] a\n- [x] b\n"},
      {"no ending at the end", "- [ ] a\n- [ ] b", "- [x] a\n- [ ] b", "- [ ] a\n- [ ] b\n- c",
       "- [x] a\n- [ ] b\n- c"},
      {"mixed endings stay", "- [ ] a\n- [ ] b\r\n- c\n", "- [x] a\n- [ ] b\r\n- c\n",
       "- [ ] a\n- [ ] b\r\n- c\n- d\n", "- [x] a\n- [ ] b\r\n- c\n- d\n"},
  });
}

TEST_CASE("what cannot be read again is one conflict that holds both sides whole") {
  hold({
      {"each moved into the other", "# A\n- [ ] a\n- [ ] b\n# Z\n",
       "# A\n- [ ] a\n  - [ ] b\n# Z\n", "# A\n- [ ] b\n  - [ ] a\n# Z\n",
       "# A\n<<<<<<< ours\n- [ ] a\n  - [ ] b\n=======\n- [ ] b\n  - [ ] a\n>>>>>>> theirs\n# Z\n",
       true},
      {"a side holds an old conflict", "a\n", "<<<<<<< x\na\n=======\nb\n>>>>>>> y\n", "a\nc\n",
       "<<<<<<< ours\n<<<<<<< x\na\n=======\nb\n>>>>>>> y\n=======\na\nc\n>>>>>>> theirs\n", true},
  });
}

TEST_CASE("the markers call the sides as they were told to") {
  MergePlace named = place;
  named.sides = {"received", "mine"};
  CHECK(merge_notes({"a\n", "b\n", "c\n"}, named).bytes ==
        "<<<<<<< received\nb\n=======\nc\n>>>>>>> mine\n");
}

TEST_CASE("what both carried into a new note is merged with what it was before") {
  MergePlace carried = place;
  add_elders(Note("- [ ] @dana Send it due:2026-11-20 ^k7m2q\n- [ ] @dana Call Bob ^b2b2b\n"),
             place.reading, carried.elders);
  const std::string ours =
      "- [ ] @dana Send it since:2026-11-17 due:2026-12-01 ^k7m2q\n- [ ] @dana Call Bob ^b2b2b\n";
  const std::string theirs =
      "- [ ] @dana Send it since:2026-11-17 due:2026-11-20 ^k7m2q\n- [x] @dana Call Rob ^b2b2b\n";
  CHECK(merge_notes({"", ours, theirs}, place).conflict);
  for (const auto& [left, right] : {std::pair(ours, theirs), std::pair(theirs, ours)}) {
    const MergedNote merged = merge_notes({"", left, right}, carried);
    CHECK_FALSE(merged.conflict);
    CHECK(merged.bytes ==
          "- [ ] @dana Send it since:2026-11-17 due:2026-12-01 ^k7m2q\n- [x] @dana Call Rob "
          "^b2b2b\n");
  }
}
