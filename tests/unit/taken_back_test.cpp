// SPDX-License-Identifier: MIT
// A copy that somebody edited, on its way back into the note.
#include "core/taken_back.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const MergePlace place{{Headings({"Topics"}, {}), ""}, {{"alice", "dana"}, "2026-11-17.md"}};

const std::string front = "---\nmood: 4\n---\n";
const std::string sent =
    "# T\n\n## Topics\n- [ ] Pay ^k7m2q\n- [ ] Rest ^b2b2b\n\n## Recap (alice)\nWell met.\n";

MergedNote taken(const std::string& note, const std::string& copy, Base base = Base::known) {
  return take_back(note, sent, copy, base, place);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a copy says what it was made of, on a line that comes off again") {
  Person person;
  person.people = {"dana", "alice"};
  const NotePath note = NotePath::make(Tree::shared, "al", "2025/2025-11-17 a walk.md");
  const Origin origin = origin_of(person, note, sent);
  CHECK(origin.people == "alice+dana");
  CHECK(origin.version.size() == 8);
  const Returned back =
      read_returned("\xEF\xBB\xBF" + sent + "\r\n  " + origin_line(origin) + "\n");
  CHECK(back.text == sent);
  CHECK(back.origin == origin);
  CHECK(read_returned("a\r\nb").text == "a\nb\n");
  CHECK(read_returned("").text.empty());
  CHECK_FALSE(read_returned("<!-- oneonone share alice -->\n").origin);
}

TEST_CASE("ticks, words and lines of a copy come into the note; its own lines stay") {
  const std::string note = front + replaced(sent, "# T\n", "# T\n<!-- a prompt -->\n");
  const std::string copy =
      replaced(replaced(replaced(sent, "[ ] Pay", "[x] Pay"), "Rest", "Rest well"), "Well met.",
               "Well met.\nThanks.");
  const MergedNote merged = taken(note, copy);
  CHECK_FALSE(merged.conflict);
  CHECK(merged.bytes ==
        front +
            "# T\n<!-- a prompt -->\n\n## Topics\n- [x] Pay ^k7m2q\n- [ ] Rest well ^b2b2b\n\n"
            "## Recap (alice)\nWell met.\nThanks.\n");
}

TEST_CASE("what changed in the note since is kept") {
  const std::string note = front + replaced(sent, "- [ ] Pay", "- [x] Pay") + "Late line.\n";
  const MergedNote merged = taken(note, replaced(sent, "Rest", "Rest well"));
  CHECK_FALSE(merged.conflict);
  CHECK(merged.bytes == replaced(note, "Rest", "Rest well"));
}

TEST_CASE("a copy takes nothing away") {
  const std::string note = front + sent;
  CHECK(taken(note, "").bytes == note);
  CHECK(taken(note, "# T\n").bytes == note);
  CHECK(taken(note, "- [ ] Rest ^b2b2b\n").bytes == note);
  CHECK(taken(note, replaced(sent, "- [ ] Pay ^k7m2q\n", "- [ ] Hire\n")).bytes ==
        replaced(note, "- [ ] Rest", "- [ ] Hire\n- [ ] Rest"));
}

TEST_CASE("two wordings of one item are for a person to decide") {
  const std::string note = front + replaced(sent, "Pay", "Pay and time");
  CHECK(taken(note, replaced(sent, "Pay", "Pay and rank")).conflict);
}

TEST_CASE("when nobody knows what a copy was made of, an older wording does not win") {
  const std::string note = front + sent;
  CHECK(taken(note, replaced(sent, "[ ] Pay", "[x] Pay"), Base::guessed).bytes ==
        replaced(note, "[ ] Pay", "[x] Pay"));
  CHECK(taken(note, replaced(sent, "Rest", "Rest well"), Base::guessed).conflict);
}

TEST_CASE("the note keeps its line endings") {
  CHECK(take_back("a\r\n\r\n- [ ] b ^k7m2q\r\n", "a\n\n- [ ] b ^k7m2q\n", "a\n\n- [x] b ^k7m2q\n",
                  Base::known, place)
            .bytes == "a\r\n\r\n- [x] b ^k7m2q\r\n");
}
