// SPDX-License-Identifier: MIT
// Reading front matter, refusing what a note has no use for, and editing one key.
#include "text/front_matter.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

FrontMatter read(const std::string& inside) {
  return read_front_matter(Note("---\n" + inside + "---\nbody\n"));
}

std::string set(const std::string& bytes, std::string_view key, std::string_view value) {
  Note note(bytes);
  return apply_edits(bytes, {set_field(note, key, value)});
}

}  // namespace

TEST_CASE("scalars and lists are read, in flow and in block form") {
  FrontMatter matter =
      read("people: [alice, dana]\nmood: 4\nvenue: 'the: canal'\ntags:\n  - a\n  - b\nempty:\n");
  CHECK_FALSE(matter.problem);
  CHECK(matter.list("people") == std::vector<std::string>{"alice", "dana"});
  CHECK(matter.text("mood") == "4");
  CHECK(matter.text("venue") == "the: canal");
  CHECK(matter.list("tags") == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(matter.text("empty"));
  CHECK_FALSE(matter.text("missing"));
}

TEST_CASE("what a note has no use for is refused at its line") {
  struct Row {
    const char* inside;
    std::size_t line;
    const char* message;
  };
  const Row rows[] = {
      {"a: 1\na: 2\n", 3, "the key 'a' stands twice"},
      {"a: &x 1\n", 2, "anchors ('&name') are not understood"},
      {"a: !!int 1\n", 2, "tags ('!name') are not understood"},
      {"a: 1\ntitle: 'Bob\nperson: maria\n", 3, "a quote is not closed"},
      {"a: 1\nmood\n", 3, "a ':' is missing after 'mood'"},
      {"a: 1\nb:2\n c\n", 3, "a blank is missing after 'b:'"},
      {"a: 1\nmood:3\n", 3, "a blank is missing after 'mood:'"},
      {"a: \"b\"# c\n", 2, "a blank is missing between a quote and '#'"},
      {"a: \"b \\' c\"\n", 2, "within double quotes a quote stands for itself, without '\\'"},
      {"a: ># b\n  c\n", 2, "a blank is missing before '#'"},
      {"%YAML 1.2\na: 1\n", 2, "directives ('%NAME') are not understood"},
      {"a: 1\n# \x04 b\nc: 2\n", 3, "a control character stands here"},
      {"\xEF\xBB\xBF"
       "a: 1\nb: 2\n",
       2, "a byte order mark stands here"},
      {"\xFF\xFE: 1\nb: 2\n", 2, "a byte order mark stands here"},
      {"a: 1\n...\n", 2, "the value of 'a' does not end"},
      {"a:\n b: c\n d\n", 2, "the value of 'a' does not end"},
      {"a: 1\n\"b: ' # '\": \"c\n", 3, "the value of 'b: ' # '' does not end"},
      {"a: 1\nb:\n \"c: 1\n", 3, "the value of 'b' does not end"},
      {"a: 1\n--- # next\nb: 2\n", 3, "a second YAML document begins"},
      {"{a: 1, b: 2}\nc: \n", 2,
       "keys stand in braces; each needs a line of its own, without them"},
      {"{\na: 1}\n", 2, "keys stand in braces; each needs a line of its own, without them"},
      {"? a\n: 1\nb: 2\n", 2, "the key 'a' must begin its line"},
      {"a:\n  - [[[1]]]\n", 3, "nested more than three levels deep"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    FrontMatter matter = read(row.inside);
    REQUIRE(matter.problem);
    CHECK(matter.problem->line == row.line);
    CHECK(matter.problem->message == row.message);
  }
}

TEST_CASE("one byte that hangs some readers of YAML is just a problem") {
  CHECK(read_front_matter(Note(","), true).problem);
  CHECK(read_front_matter(Note("- a\n"), true).problem);
  CHECK_FALSE(read_front_matter(Note(""), true).problem);
}

TEST_CASE("a nested value that we do not know is kept and not read") {
  FrontMatter matter = read("mine: 1\nplugin:\n  color: red\n  size: [1, 2]\nlast: x\n");
  CHECK_FALSE(matter.problem);
  CHECK(matter.find("plugin")->nested);
  CHECK(matter.find("plugin")->last_line == 5);
  CHECK(matter.text("last") == "x");
}

TEST_CASE("the split and the parser agree") {
  const char* insides[] = {"a: 1\nb: two words\n", "people: [alice, Dana Lee]\n", "x: ~\ny: null\n",
                           "k-1: a.b/c\n", "list: []\n"};
  for (const char* inside : insides) {
    CAPTURE(inside);
    Note note(inside);
    auto split = split_front_matter(note, 1, note.lines());
    REQUIRE(split);
    FrontMatter parsed = parse_front_matter(note, 1, note.lines());
    REQUIRE(split->fields.size() == parsed.fields.size());
    for (std::size_t i = 0; i < split->fields.size(); ++i) {
      CHECK(split->fields[i].key == parsed.fields[i].key);
      CHECK(split->fields[i].values == parsed.fields[i].values);
      CHECK(split->fields[i].list == parsed.fields[i].list);
      CHECK(split->fields[i].line == parsed.fields[i].line);
    }
  }
}

TEST_CASE("setting a key changes its lines and no other byte") {
  CHECK(set("---\r\na: 1 # why\r\nb: 2\r\n---\r\ntext", "b", "3") ==
        "---\r\na: 1 # why\r\nb: 3\r\n---\r\ntext");
  CHECK(set("---\na: 1\n---\ntext\n", "b", "[x]") == "---\na: 1\nb: [x]\n---\ntext\n");
  CHECK(set("---\na:\n  - 1\n  - 2\n\nb: 2\n---\n", "a", "3") == "---\na: 3\n\nb: 2\n---\n");
  CHECK(set("text\n", "a", "1") == "---\na: 1\n---\ntext\n");
  CHECK(set("", "a", "1") == "---\na: 1\n---\n");
}

TEST_CASE("scalars are quoted where a reader would take them for something else") {
  CHECK(yaml_scalar("Alice Ng") == "Alice Ng");
  CHECK(yaml_scalar("no") == "'no'");
  CHECK(yaml_scalar("10:30") == "'10:30'");
  CHECK(yaml_scalar("0123") == "'0123'");
  CHECK(yaml_scalar("it's: so") == "'it''s: so'");
  CHECK(yaml_scalar("") == "''");
  CHECK(yaml_list({"alice", "dana"}) == "[alice, dana]");
}

TEST_CASE("a comment behind a value stays when the value is set") {
  const auto with = [](const std::string& yaml, std::string_view key, std::string_view value) {
    return apply_edits(yaml, {set_field(Note(yaml), key, value, true)});
  };
  CHECK(with("me: dana   # that is me\n", "me", "dora") == "me: dora   # that is me\n");
  CHECK(with("name: 'Di # ''D'' Lee' # me\n", "name", "Di") == "name: Di # me\n");
  CHECK(with("name: \"a \\\" # b\"\n", "name", "c") == "name: c\n");
  CHECK(with("tags: ['a # b', \"c\"]\n", "tags", "[d]") == "tags: [d]\n");
  CHECK(with("url: a#b\n", "url", "c") == "url: c\n");
}
