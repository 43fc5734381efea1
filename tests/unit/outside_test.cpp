// SPDX-License-Identifier: MIT
// The formats of other programs, with what each must escape.
#include "core/outside.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "core/name_uuid.hpp"

namespace oneonone {
namespace {

OutsideItem nasty_item() {
  return {"u-1",
          "k7m2q",
          "alice",
          "dana",
          R"(Say "hi", a\b; c)",
          *Date::parse("2026-11-17"),
          Date::parse("2026-11-27")};
}

TEST_CASE("a UUID of a name is the one that other programs make") {
  CHECK(name_uuid("http://www.example.com/") == "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
  CHECK(name_uuid(std::string(200, 'a')) != name_uuid(std::string(201, 'a')));
}

TEST_CASE("todo.txt has the day it was made, project, context, due and id") {
  CHECK(todo_txt({nasty_item()}) ==
        "2026-11-17 Say \"hi\", a\\b; c +alice @dana due:2026-11-27 id:k7m2q\n");
}

TEST_CASE("Taskwarrior's JSON escapes quotes and backslashes, and is a list when it is empty") {
  CHECK(taskwarrior_json({nasty_item()}) ==
        "[\n{\"uuid\":\"u-1\",\"status\":\"pending\",\"entry\":\"2026-11-17\",\"description\":"
        "\"Say \\\"hi\\\", a\\\\b; c\",\"project\":\"alice\",\"due\":\"2026-11-27\",\"tags\":"
        "[\"dana\"]}\n]\n");
  CHECK(taskwarrior_json({}) == "[\n]\n");
}

TEST_CASE("CSV doubles quotes") {
  CHECK(rfc4180_csv({nasty_item()}) ==
        "id,person,owner,text,since,due\r\n"
        "\"k7m2q\",\"alice\",\"dana\",\"Say \"\"hi\"\", a\\b; c\",2026-11-17,2026-11-27\r\n");
}

TEST_CASE("iCalendar escapes commas, semicolons and backslashes") {
  const std::string text = icalendar({nasty_item()}, {});
  CHECK(text.find("SUMMARY:dana: Say \"hi\"\\, a\\\\b\\; c\r\n") != std::string::npos);
  CHECK(text.find("DUE;VALUE=DATE:20261127\r\n") != std::string::npos);
}

TEST_CASE("a line of iCalendar has at most 75 octets and is not folded inside a character") {
  OutsideItem item = nasty_item();
  item.text.clear();
  for (int i = 0; i < 100; ++i) item.text += "é";
  std::istringstream lines(icalendar({item}, {}));
  std::string unfolded;
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.size() <= 75 + 1);
    CHECK(line.back() == '\r');
    line.pop_back();
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80);
  }
  CHECK(unfolded.find("SUMMARY:dana: " + item.text) != std::string::npos);
}

TEST_CASE("what would break a line is made visible") {
  CHECK(outside_text("a\nb\x1b[2J\xff") == "a b\\x1b[2J\\xff");
  CHECK(outside_text("") == "(no text)");
}

}  // namespace
}  // namespace oneonone
