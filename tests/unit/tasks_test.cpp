// SPDX-License-Identifier: MIT
// Which list items are task items, what they are to the two people, and where they stand.
#include "text/tasks.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics", "Agenda"}, {"Attendance"}), "b"};

Outline outline(const std::string& bytes) {
  return outline_of(Note(bytes), reading);
}

std::string words(const std::string& bytes) {
  std::string all;
  for (const Task& task : outline(bytes).tasks) all += task.item().words + "|";
  return all;
}

std::string roles(const std::string& bytes) {
  std::string all;
  for (const Task& task : outline(bytes).tasks) all += "ctsn"[static_cast<int>(task.role)];
  return all;
}

}  // namespace

TEST_CASE("any list marker at any depth makes a task item, also in quotes") {
  CHECK(words("- [ ] a\n* [x] b\n+ [-] c\n1. [>] d\n2) [ ] e\n") == "a|b|c|d|e|");
  CHECK(words("> - [ ] a\n>   - [ ] b\n") == "a|b|");
  CHECK(words("- - [ ] a\n") == "a|");
  CHECK(words("-\n  [ ] a\n") == "a|");
  CHECK(words("- [ ]\n  a\n") == "a|");
}

TEST_CASE("no task item hides in code, HTML, comments or prose") {
  CHECK(words("```\n- [ ] a\n```\n").empty());
  CHECK(words("- x\n\n      - [ ] a\n").empty());
  CHECK(words("<!--\n- [ ] a\n-->\n").empty());
  CHECK(words("<div>\n- [ ] a\n</div>\n").empty());
  CHECK(words("[ ] a\n").empty());
  CHECK(words("- \\[ ] a\n").empty());
  CHECK(words("- [ ]a\n- [  ] b\n- [ ]\n- []\n").empty());
  CHECK(words("- [\xF4\n-n] a\n").empty());
  CHECK(words("- [ ] a\n  ---\n").empty());
  CHECK(words("---\nlist: |\n  - [ ] a\n---\n").empty());
}

TEST_CASE("a side of a conflict ends at git's marker") {
  CHECK(words("<<<<<<< ours\n- [ ] a\n=======\n- [ ] b\n  c\n>>>>>>> theirs\n") == "a|b c|");
  CHECK(words("- [ ] a\n||||||| base\n- [ ] b\n<<<<<<< ours\n") == "a|b|");
}

TEST_CASE("marks are read; letters and digits only when the notebook names them") {
  CHECK(words("- [1] Knuth\n- [a] b\n- [(] c\n") == "c|");
  CHECK(words("- [b] ours\n") == "ours|");
  CHECK(outline("- [/] a\n").tasks[0].item().mark == Mark::open);
  CHECK_FALSE(outline("- [/] a\n").tasks[0].odd_mark);
  CHECK(outline("- [✓] a\n").tasks[0].odd_mark);
}

TEST_CASE("an owner makes a commitment wherever it stands") {
  CHECK(roles("## Topics\n- [ ] @a b\n- [ ] c\n  - [ ] @a d\n") == "ctc");
  CHECK(roles("- [ ] a\n  - [ ] b\n") == "cs");
}

TEST_CASE("what has no owner is a talking point, a step or nobody's commitment yet") {
  CHECK(roles("# Agenda\n## Sub\n- [ ] a\n# Other\n- [ ] b\n") == "tc");
  CHECK(roles("Topics:\n---\n- [ ] a\n") == "t");
  CHECK(roles("## Attendance\n- [ ] a\n- [ ] @b c\n") == "nn");
  CHECK(roles("## Topics\n- [ ] a\n  - [ ] step\n- [x] b\n  - [ ] lives on\n") == "tstt");
}

TEST_CASE("places are bytes and lines of the file, behind a BOM and front matter too") {
  Note note("\xEF\xBB\xBF---\na: 1\n---\n\n> 1. [ ] a\n>    b\n>\n>    c\n>\n\nend\n");
  Outline found = outline_of(note, reading);
  REQUIRE(found.tasks.size() == 1);
  const Task& task = found.tasks[0];
  CHECK(task.box_line == 5);
  CHECK(note.bytes().substr(task.box.at - 1, 3) == "[ ]");
  CHECK(task.paragraph_end == 6);
  CHECK(task.first_line == 5);
  CHECK(task.last_line == 8);
  CHECK(note.bytes()[task.marker] == '1');
}

TEST_CASE("an underlined heading ends with its line, whatever follows") {
  for (const char* rest : {"", "\n", "\ntext\n", "\n---\n", "\n\n# Next\n"}) {
    const Note note(std::string("Two\nlines\n  ===  ") + rest);
    const Heading heading = outline_of(note, reading).headings.at(0);
    CHECK(heading.line == 1);
    CHECK(heading.last_line == 3);
  }
}
