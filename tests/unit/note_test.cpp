// SPDX-License-Identifier: MIT
// Lines, endings, front matter and edits of a note.
#include "text/note.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using oneonone::apply_edits;
using oneonone::Note;

TEST_CASE("a note is its bytes, whatever they are") {
  for (const char* bytes :
       {"", "\n", "a", "a\r\nb\rc\n", "\xEF\xBB\xBF# x\n", "\xff\xfe", "---\n"}) {
    CHECK(Note(bytes).bytes() == bytes);
  }
}

TEST_CASE("lines end at any ending, and the last one starts no further line") {
  Note note("one\r\ntwo\rthree\n\nfive");
  REQUIRE(note.lines() == 5);
  CHECK(note.line(1) == "one");
  CHECK(note.line(2) == "two");
  CHECK(note.line(3) == "three");
  CHECK(note.line(4).empty());
  CHECK(note.line(5) == "five");
  CHECK(note.start(2) == 5);
  CHECK(note.next(2) == 9);
  CHECK(note.line_at(6) == 2);
  CHECK(note.ending() == "\r\n");
}

TEST_CASE("a line ends at the first ending, however long it is") {
  for (std::size_t length : {0U, 1U, 255U, 256U, 257U, 600U}) {
    std::string line(length, 'a');
    for (const char* ending : {"\n", "\r", "\r\n", ""}) {
      CHECK(oneonone::end_of_line("b\n" + line + ending, 2) == length + 2);
    }
  }
}

TEST_CASE("a byte order mark belongs to no line") {
  Note note("\xEF\xBB\xBF---\na: 1\n---\ntext\n");
  CHECK(note.line(1) == "---");
  CHECK(note.body_line() == 4);
}

TEST_CASE("front matter is closed, and holds keys") {
  struct Row {
    const char* bytes;
    std::size_t body_line;
  };
  const Row rows[] = {
      {"---\na: 1\n---\nbody", 4},        {"---\n---\nbody", 3},
      {"--- \na:\n--- \nbody", 4},        {"---\nnever closed: 1\n", 1},
      {"---\nSome prose.\n---\nbody", 1}, {"text\n---\na: 1\n---\n", 1},
      {"----\na: 1\n----\n", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(Note(row.bytes).body_line() == row.body_line);
  }
}

TEST_CASE("a conflict has both of its markers") {
  CHECK(Note("a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n").conflict_line() == 2);
  CHECK_FALSE(Note("<<<<<<< only this\n").conflict_line());
}

TEST_CASE("edits come in any order and change nothing else") {
  CHECK(apply_edits("abcdef", {{4, 1, "E"}, {0, 0, ">"}, {1, 2, ""}}) == ">adEf");
  CHECK(apply_edits("ab", {{1, 0, "1"}, {1, 0, "2"}}) == "a12b");
  CHECK_THROWS_AS(apply_edits("abc", {{0, 2, ""}, {1, 1, "x"}}), std::logic_error);
  CHECK_THROWS_AS(apply_edits("abc", {{2, 2, ""}}), std::logic_error);
}

TEST_CASE("a cursor finds line ends wherever they stand in the windows it looks through") {
  const std::vector<std::string> ends{"\n", "\r\n", "\r", ""};
  for (std::size_t before = 0; before < 140; ++before) {
    for (const std::string& one : ends) {
      for (const std::string& other : ends) {
        const std::string first(before, 'a');
        const std::string text = first + one + "b" + other + "c";
        std::vector<std::string> twin{first};
        if (one.empty())
          twin.back() += 'b';
        else
          twin.emplace_back("b");
        if (other.empty())
          twin.back() += 'c';
        else
          twin.emplace_back("c");
        std::vector<std::string> lines;
        for (oneonone::LineCursor cursor(text); !cursor.done();) lines.emplace_back(cursor.take());
        CHECK(lines == twin);
        CHECK(oneonone::end_of_line(text, 0) == twin[0].size());
      }
    }
  }
}

TEST_CASE("the last of two characters is found wherever it stands in the windows") {
  for (std::size_t size = 0; size < 140; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = at % 2 == 0 ? '[' : '^';
      CHECK(oneonone::last_of('[', '^', text, 0) == at + 1);
      CHECK(oneonone::last_of('[', '^', text, at) == at + 1);
      CHECK(oneonone::last_of('[', '^', text, at + 1) == at + 1);
      text[0] = '[';
      CHECK(oneonone::last_of('[', '^', text, 0) == at + 1);
    }
    CHECK(oneonone::last_of('[', '^', std::string(size, 'a'), size / 2) == size / 2);
  }
}

TEST_CASE("a cursor takes a line again, and the rest of its text from there") {
  const std::string text = std::string(70, 'a') + "\r\nb\n\nc";
  oneonone::LineCursor cursor(text, 60);
  CHECK(cursor.take() == std::string(10, 'a'));
  CHECK(cursor.take() == "b");
  cursor.back_to(cursor.start());
  CHECK(cursor.take() == "b");
  CHECK(cursor.take().empty());
  CHECK(cursor.take() == "c");
  CHECK(cursor.done());
}
