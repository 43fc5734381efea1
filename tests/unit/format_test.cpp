// SPDX-License-Identifier: MIT
// Lines made from a pattern.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "view/view.hpp"

using namespace oneonone;
using namespace oneonone::view;
using namespace std::string_literals;

namespace {

struct Row {
  std::string path;
  int line;
  std::string text;
};

Table rows(std::vector<Row> rows) {
  return {std::move(rows),
          std::vector<Column<Row>>{
              {"path", [](const Row& row) { return Value(row.path); }},
              {"line", [](const Row& row) { return Value(row.line); }},
              {"text", [](const Row& row) { return Value(row.text); }},
              {"due", [](const Row&) { return Value(); }},
              {"late", [](const Row& row) { return Value(row.line > 20); }},
              {"owners", [](const Row&) { return Value(List{"alice", "dana"}); }},
              {"mood", [](const Row&) { return Value(Object{{"alice", 4}, {"dana", 3.5}}); }}}};
}

const Table two =
    rows({{"people/alice/2026-11-24.md", 23, "Draft the RFC"}, {"a.md", 1, "Ask: é"}});

std::string formatted(std::string_view pattern, const Table& items, bool zero) {
  std::string text;
  render_format(pattern, items, zero, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace

TEST_CASE("a pattern gives one line a row") {
  CHECK(formatted("{path}:{line}: {text}", two, false) ==
        "people/alice/2026-11-24.md:23: Draft the RFC\na.md:1: Ask: é\n");
  CHECK(formatted("{late} {owners} [{due}] {mood}", two, false) ==
        "true alice,dana [] alice=4,dana=3.5\nfalse alice,dana [] alice=4,dana=3.5\n");
  CHECK(formatted("{path}", rows({}), false).empty());
}

TEST_CASE("braces are doubled, tabs and newlines as in C") {
  CHECK(formatted("{{{line}}}", two, false) == "{23}\n{1}\n");
  CHECK(formatted(R"({line}\t\n\\n\d\)", two, false) == "23\t\n\\n\\d\\\n1\t\n\\n\\d\\\n");
  CHECK(formatted("", two, false) == "\n\n");
}

TEST_CASE("rows end with NUL when asked") {
  CHECK(formatted("{line}", two, true) == "23\0001\0"s);
  const Table lines = rows({{"a.md", 1, "two\nlines"}});
  CHECK(formatted("{text}", lines, true) == "two\nlines\0"s);
  CHECK(formatted("{text}", lines, false) == "two lines\n");
}

TEST_CASE("control characters in values are made visible") {
  CHECK(formatted("{text}", rows({{"a.md", 1, "\x1b[2J\u202e\xff"}}), false) ==
        "\\x1b[2J\\u202e\\xff\n");
}

TEST_CASE("a pattern that cannot be understood is a usage error") {
  struct Case {
    std::string_view pattern, message, hint;
  };
  const std::string_view fields = "fields are path, line, text, due, late, owners, mood";
  const std::string_view braces = "fields are written {path}; {{ and }} are braces";
  for (const auto& [pattern, message, hint] :
       {Case{"{paht}", "'paht' is no field of this list", fields},
        {"{}", "'' is no field of this list", fields},
        {"{path", "'{path' has a brace without its other half", braces},
        {"path}", "'path}' has a brace without its other half", braces}}) {
    CAPTURE(pattern);
    try {
      formatted(pattern, rows({}), false);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.status == Status::usage);
      CHECK(error.message == message);
      CHECK(error.hint == hint);
    }
  }
}
