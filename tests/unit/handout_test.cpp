// SPDX-License-Identifier: MIT
// A note for someone who has no oneonone.
#include "core/handout.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Date day = *Date::parse("2026-11-17");
const Reading reading{Headings({"Topics"}, {}), ""};

Person alice_and_dana() {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.me = "dana";
  return person;
}

std::string handout_of(const std::string& text) {
  return handout(Note(text), day, alice_and_dana(), reading);
}

std::string words_of(const std::string& text, Boxes boxes = Boxes::ascii) {
  return in_words(text, alice_and_dana(), reading, day, boxes);
}

}  // namespace

TEST_CASE("a handout is the body, without what the tool needs and what nobody filled in") {
  CHECK(handout_of("---\nmood: 2\n---\n# Ours\n\n## Wins\n<!-- one thing -->\n\n"
                   "## Topics\n- [ ] Pay ^k7m2q\n\n## Goals\n- calls: ?  <!-- aim: 3 -->\n") ==
        "# Ours\n\n## Topics\n- [ ] Pay ^k7m2q\n");
}

TEST_CASE("a handout has a title, even of a note that has none") {
  CHECK(handout_of("---\nvenue: x\n---\n- [ ] Pay\n") ==
        "# Alice Ng and Dana Lee, 17 November 2026\n\n- [ ] Pay\n");
  CHECK(handout_of("## Topics\n- [ ] Pay\n") ==
        "# Alice Ng and Dana Lee, 17 November 2026\n\n## Topics\n- [ ] Pay\n");
}

TEST_CASE("a handout has plain lines, whatever the note has") {
  CHECK(handout_of("\xEF\xBB\xBF# T\r\n\r\n- [ ] Pay \x1b[31m\r\n\r\n\r\n") ==
        "# T\n\n- [ ] Pay \\x1b[31m\n");
}

TEST_CASE("in words there are names and days, and no ids") {
  CHECK(words_of("- [ ] @dana Send it since:2026-10-27 due:2026-11-20 ^k7m2q\n") ==
        "- [ ] Dana Lee: Send it (since Tue 27 Oct, due Fri 20 Nov)\n");
  CHECK(words_of("- [x] Talk (alice) since:2026-11-03 done:2026-11-17 ^k7m2q\n") ==
        "- [x] Talk (Alice Ng) (done Tue 17 Nov)\n");
  CHECK(words_of("- [-] @zoe Send it dropped:2026-11-17\n") ==
        "- [-] zoe: Send it (dropped Tue 17 Nov)\n");
  CHECK(words_of("- [>] @alice Go on due:2027-11-20 ^k7m2q\n") ==
        "- [>] Alice Ng: Go on (carried on)\n");
  CHECK(words_of("- Win: wrapped\n  here (dana) since:2026-11-17 ^k7m2q\n\nText ^k7m2q\n") ==
        "- Win: wrapped here (Dana Lee)\n\nText ^k7m2q\n");
  CHECK(words_of("### Recap (alice)\nText (alice)\n") == "### Recap (Alice Ng)\nText (alice)\n");
}

TEST_CASE("for a reader of HTML boxes are signs and owners stand out") {
  CHECK(words_of("- [ ] @dana A\n- [x] B\n- [>] C\n- [-] D\n", Boxes::signs) ==
        "- ☐ **Dana Lee:** A\n- ☑ B\n- → C (carried on)\n- ✕ D\n");
}

TEST_CASE("nested items keep their places, and what is in a fence is left alone") {
  CHECK(words_of("- [ ] @dana A ^k7m2q\n  - [ ] @alice B ^b2b2b\n\n```\n- [ ] @dana C\n```\n") ==
        "- [ ] Dana Lee: A\n  - [ ] Alice Ng: B\n\n```\n- [ ] @dana C\n```\n");
}

TEST_CASE("the text of a mail has no marks of headings and leaves the title to the subject") {
  CHECK(as_mail_text("# T\n\n## Wins\n- a\n\nLater\n=====\nb\n", reading) ==
        "Wins\n- a\n\nLater\nb\n");
}
