// SPDX-License-Identifier: MIT
// Law: whenever the split of plain lines reads a front matter, yaml-cpp reads the same.
#include "text/front_matter.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "laws/documents.hpp"

namespace {

using namespace oneonone;
using oneonone::testing::Random;

const std::vector<std::string_view> keys{"people", "date", "mood", "talk_dana", "größe",
                                         "a-b",    "null", "1",    "yes",       "x",
                                         "y",      "-a",   "",     "a b"};
const std::vector<std::string_view> values{
    "alice", "2026-11-24", "3",    "a b",  "[",        "]",    "[a, b]", "[]",          ", ",
    ",",     "null",       "~",    "true", "no",       "0x1F", "1e3",    ":",           ": ",
    "#",     " #",         "-",    "- ",   "'",        "\"",   "é",      "(x)",         "a/b",
    "1.",    ".5",         "&",    "*",    "!",        "|",    ">",      "%",           "@",
    "`",     "{",          "}",    "?",    "? ",       "=",    "<<",     "\t",          "  ",
    "---",   "...",        "\xFF", "\x01", "\xC2\x85", "日本", "Null",   "\xE2\x80\xA8"};

std::string random_lines(Random& random) {
  std::string text;
  for (std::size_t line = 1 + random.below(3); line > 0; --line) {
    text += random.of(keys) + (random.chance(90) ? ":" : random.of(values));
    text += random.of({" ", " ", " ", "", "  ", "\t"});
    for (std::size_t n = random.below(4); n > 0; --n) text += random.of(values);
    text += random.of({"\n", "\n", "\n", " \n", "\r\n"});
  }
  return text;
}

bool same(const Field& a, const Field& b) {
  return a.key == b.key && a.line == b.line && a.last_line == b.last_line && a.list == b.list &&
         a.nested == b.nested && a.values == b.values;
}

}  // namespace

TEST_CASE("what the split of front matter is sure of, a YAML reader reads alike") {
  Random random(20261127);
  int sure = 0;
  for (int n = 0; n < 100000; ++n) {
    const std::string text = random_lines(random);
    const Note note(text);
    const auto split = split_front_matter(note, 1, note.lines());
    if (!split) continue;
    ++sure;
    const FrontMatter parsed = parse_front_matter(note, 1, note.lines());
    INFO("front matter: ", doctest::String(text.c_str()));
    if (parsed.problem) CHECK(parsed.problem->message == "");
    if (!std::ranges::equal(split->fields, parsed.fields, same)) CHECK("read alike" == text);
  }
  MESSAGE("100000 texts, sure of ", sure);
  CHECK(sure > 5000);
}
