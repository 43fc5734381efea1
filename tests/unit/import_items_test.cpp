// SPDX-License-Identifier: MIT
// What becomes of the task items of a source.
#include "core/import_items.hpp"

#include <doctest/doctest.h>

#include <string>

#include "core/import_owner.hpp"

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {"Attendance"}), ""};

std::vector<Spelling> spellings() {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = "dana";
  return spellings_of(person, "Dana Lee");
}

ImportedText imported(std::string_view text, bool bullets = false) {
  return import_items(text, spellings(), reading, bullets);
}

/// A line as it is after the import.
std::string line(const std::string& text) {
  return imported(text).bytes;
}

}  // namespace

TEST_CASE("an owner of the two is written as a handle in front, however it was spelled") {
  for (const char* text :
       {"- [ ] Alice: Draft it", "- [ ] alice: Draft it", "- [ ] Alice Ng: Draft it",
        "- [ ] @Alice Ng Draft it", "- [ ] @Alice Ng: Draft it", "- [ ] **Alice:** Draft it",
        "- [ ] **Alice**: Draft it", "- [ ] *@Alice Ng* Draft it", "- [ ] (@alice) Draft it",
        "- [ ] (@Alice Ng): Draft it", "- [ ] Draft it (@alice)", "- [ ] Draft it (@Alice Ng)",
        "- [ ] [Alice Ng](mailto:alice@example.org) Draft it"}) {
    CAPTURE(text);
    CHECK(line(text) == "- [ ] @alice Draft it");
  }
  CHECK(line("- [ ] [Alice Ng](mailto:alice@example.org) \\- Draft it") == "- [ ] @alice Draft it");
  CHECK(line("- [ ] @Alice Ng – Draft it") == "- [ ] @alice Draft it");
  CHECK(line("- [ ] Me: Draft it") == "- [ ] @dana Draft it");
  CHECK(line("- [ ] @me Draft it") == "- [ ] @dana Draft it");
  CHECK(line("- [x] Draft it (@dana) ✅ 2026-11-18") == "- [x] @dana Draft it ✅ 2026-11-18");
}

TEST_CASE("what names no owner, or names one already, keeps every byte") {
  for (const char* text :
       {"- [ ] @alice Draft it", "- [ ] @alice: Draft it", "- [ ] @Alice Draft it",
        "- [ ] Alice should draft it", "- [ ] Alice - draft it", "- [ ] [[Alice Ng]] Draft it",
        "- [ ] Bob: Draft it", "- [ ] Ask Alice: the budget", "- [ ] Win: Draft is out (alice)",
        "- [ ] Alice:", "- [ ] Draft it with (@bob)", "- [ ] Alice:draft",
        "- [ ] [Alice](https://x.org) Draft it", "## Attendance\n- [x] Alice: here",
        "text Alice: Draft it"}) {
    CAPTURE(text);
    CHECK(line(text) == text);
  }
}

TEST_CASE("a keyword of org and Logseq becomes the box it means") {
  CHECK(line("- TODO Draft it") == "- [ ] Draft it");
  CHECK(line("* TODO: @alice Draft it") == "* [ ] @alice Draft it");
  CHECK(line("- LATER Alice: Draft it") == "- [ ] @alice Draft it");
  CHECK(line("- NOW a\n  - DONE b\n  - CANCELED c") == "- [ ] a\n  - [x] b\n  - [-] c");
  for (const char* text : {"- TODOS: a", "- todo a", "- TODO", "TODO a", "- Do the TODO"}) {
    CAPTURE(text);
    CHECK(line(text) == text);
  }
}

TEST_CASE("a bullet below action items is a promise only when that is said") {
  for (const char* heading : {"## Action items\n", "**Action items:**\n\n", "Next steps:\n",
                              "# Action Items\n\n### This week\n\n"}) {
    CAPTURE(heading);
    const std::string text = std::string(heading) + "- Alice: Draft it\n  - by Friday\n";
    const ImportedText kept = imported(text);
    CHECK(kept.bytes == text);
    CHECK(kept.counts.unclear == 1);
    CHECK(kept.doubts[0].line == Note(text).lines() - 1);
    const ImportedText boxed = imported(text, true);
    CHECK(boxed.bytes == std::string(heading) + "- [ ] @alice Draft it\n  - by Friday\n");
    CHECK(boxed.counts.open == 1);
    CHECK(boxed.counts.unclear == 0);
  }
  CHECK(imported("## Notes\n- nothing to do\n").counts.sum() == 0);
}

TEST_CASE("every item is counted once") {
  const ItemCounts counts = imported(
                                "## Attendance\n- [x] Alice\n"
                                "## Topics\n- [ ] a\n- [x] b\n"
                                "## Tasks\n- [ ] c\n- [x] d\n- [-] e\n- [>] f\n- [/] g\n- [i] h\n"
                                "- TODO i\n- j\n> - [ ] k\n\n```\n- [ ] no\n```\n")
                                .counts;
  CHECK(counts.ignored == 1);
  CHECK(counts.topics == 1);
  CHECK(counts.done == 2);
  CHECK(counts.open == 4);
  CHECK(counts.dropped == 1);
  CHECK(counts.carried == 1);
  CHECK(counts.unclear == 2);
  CHECK(counts.sum() == 12);
}

TEST_CASE("a letter that is no status is named with its line") {
  const ImportedText text = imported("a\n\n- [i] b\n");
  REQUIRE(text.doubts.size() == 1);
  CHECK(text.doubts[0].line == 3);
  CHECK(text.bytes == "a\n\n- [i] b\n");
}

TEST_CASE("headings that sound like attendance or a checklist are offered as ignored") {
  const char* text =
      "## Attendance\n- [x] a\n## Who was there\n- [x] b\n## Laptop checklist\n- [ ] c\n"
      "## Presents\n\n## Topics\n- [ ] d\n";
  CHECK(headings_to_ignore(text, reading) ==
        std::vector<std::string>{"Who was there", "Laptop checklist"});
}
