// SPDX-License-Identifier: MIT
// Puts documents together from pieces.
#include "laws/documents.hpp"

#include <cstdlib>

namespace oneonone::testing {
namespace {

const std::vector<std::string_view> prefixes{
    "- ", "- ", "* ", "+ ", "-",   "1. ",  "1) ", "2. ", "0. ", "12) ", "> ",
    "> ", ">",  " ",  "  ", "   ", "    ", "\t",  "-\t", ">\t", "-   ", "-     "};
const std::vector<std::string_view> boxes{"[ ] ",  "[ ] ",   "[ ] ",    "[x] ", "[x] ", "[X] ",
                                          "[-] ",  "[>] ",   "[>] ",    "[/] ", "[ ]",  "[x]",
                                          "[ ]\t", "[\t] ",  "[é] ",    "[y] ", "[1] ", "[📅] ",
                                          "[[] ",  "\\[ ] ", "[\xC3] ", "[\n] "};
const std::vector<std::string_view> tails{"",
                                          "a",
                                          "a",
                                          "b ",
                                          "@dana a",
                                          "@dana: b",
                                          "```",
                                          "~~~",
                                          "````",
                                          "<!--",
                                          "-->",
                                          "<!-- a -->",
                                          "<div>",
                                          "</div>",
                                          "<pre>",
                                          "</pre>",
                                          "<?",
                                          "?>",
                                          "<b>",
                                          "---",
                                          "- - -",
                                          "***",
                                          "===",
                                          "=",
                                          "-",
                                          "# a",
                                          "#",
                                          "# Checklist",
                                          "[a]: /b",
                                          "[a]:",
                                          "/b",
                                          "'t'",
                                          "`",
                                          "\\",
                                          "|",
                                          ">",
                                          "*",
                                          "+",
                                          "1.",
                                          "due:2026-12-01 - a",
                                          "since:2026-11-01 # b",
                                          "done:2026-11-01 1. c",
                                          "due:fri > d",
                                          "  ",
                                          "\t",
                                          "é",
                                          "\xFF",
                                          "\f",
                                          "[ ]"};
const std::vector<std::string_view> tokens{" ^k7m2q",
                                           " ^k7m2q",
                                           " ^old-1",
                                           " since:2026-11-01",
                                           " due:2026-12-01",
                                           " due:fri",
                                           " done:2026-11-20",
                                           " dropped:2026-11-20",
                                           " 📅 2026-12-02",
                                           " [due:: 2026-12-03]",
                                           " ^",
                                           " ^a_b"};
const std::vector<std::string_view> endings{"\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r"};

const std::vector<std::string_view> listed{"- [x] a",   "- [x] @dana a",
                                           "* [>] b",   "- [-] c",
                                           "+ [X] d",   "- [>] a",
                                           "- [x] a  ", "- [x] ",
                                           "- [x]",     "- [y] a",
                                           "  - [x] a", "text",
                                           "",          "",
                                           "# Topics",  "# Checklist",
                                           "  wrapped", "---",
                                           "===",       "<!-- a -->",
                                           "<!--",      "<b>",
                                           "> [x] a",   "> - [x] a",
                                           "\t",        "    code",
                                           "1. [x] a",  "# Attendance: #",
                                           "-",         "- a",
                                           "- <b>",     "[a]: /b",
                                           "- [a]: /b"};

const std::vector<std::string_view> inner{
    "- [ ] a", "- [x] b",   "- [>] c",   "- [y] d",  "* [ ] a",     "- [ ]",      "- a",
    "- @dana", "text",      "text",      "# Topics", "# Checklist", "> q",        "> - [ ] a",
    "1. a",    "-  a",      "-",         "---",      "```",         "<!-- a -->", "\\",
    "|",       "",          " ",         "[a]: /b",  "- [a](b)",    "- - [ ] a",  "> text",
    "> text",  "> - [x] b", "> - [ ] a", "> ```",    "1. [ ] a",    "1. [x] b",   "2) [ ] a",
    "- ```",   "- \\"};

}  // namespace

std::size_t Random::below(std::size_t limit) {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
}

std::string hostile_document(Random& random) {
  std::string text;
  for (std::size_t line = 1 + random.below(6); line > 0; --line) {
    for (std::size_t n = random.below(4); n > 0; --n) text += random.of(prefixes);
    if (random.chance(55)) text += random.of(boxes);
    text += random.of(tails);
    if (random.chance(15)) text += random.of(tails);
    while (random.chance(30)) text += random.of(tokens);
    if (line > 1 || random.chance(60)) text += random.of(endings);
  }
  return text;
}

std::string list_document(Random& random) {
  std::string text;
  for (std::size_t line = 1 + random.below(5); line > 0; --line) {
    text += random.chance(60)
                ? random.of({"- [x] a", "- [x] a", "- [>] @dana b", "- [>] @dana b", "- [ ] c"})
                : random.of(listed);
    if (random.chance(30)) text += random.of({" since:2026-11-01", " since:2026-02-30", " since:"});
    if (random.chance(60)) text += random.of({" ^k7m2q", " ^old-1", " ^b", "^c"});
    text += random.of(endings);
  }
  return text;
}

std::string nested_document(Random& random) {
  std::string text;
  for (std::size_t line = 2 + random.below(5); line > 0; --line) {
    text += random.of({"", "", "", " ", "  ", "  ", "  ", "   ", "    "});
    text += random.chance(60)
                ? random.of({"- [ ] a", "- [x] b", "- [ ] c", "- d", "text", "text", " "})
                : random.of(inner);
    if (random.chance(30)) text += random.of({" ^k7m2q", " ^old-1"});
    text += random.chance(25) ? "\n\n" : "\n";
  }
  return text;
}

std::string everyday_document(Random& random) {
  static const std::vector<std::string_view> marks{"> ", "> ", "> ", "> ", ">"};
  static const std::vector<std::string_view> starts{
      "- ",   "- ",       "- [ ] ", "- [x] ", "* ",  "+ ",        "1. ",     "2) ", "10. ",
      "-  ",  "-    ",    "-     ", "# ",     "## ", "#",         "###### ", "> ",  "```",
      "~~~",  "````",     "<!-- ",  "<b>",    "",    "",          "",        "-",   "1.",
      "> - ", "> - [ ] ", ">   ",   "> ```",  ">",   "<details>", "</div>",  "<p ", "   ~~~ "};
  static const std::vector<std::string_view> words{
      "text",     "@dana do it", "a #tag",   "<!-- c -->", "-->", "[a]: /b", "[a](b)", "[a\\]: c",
      "- x",      "1. y",        "# z",      "***",        "---", "===",     "--",     "- - -",
      "`c`",      "*e*",         "```",      "a  #",       "##",  "",        " ",      "\t",
      "    code", "&amp;",       "- [ ] in", "> q",        "=",   "_ _ _"};
  std::string text;
  const bool quoted = random.chance(15);
  const bool fenced = random.chance(15);
  for (std::size_t lines = 1 + random.below(7); lines > 0; --lines) {
    if (quoted && !random.chance(5)) text += random.of(marks);
    if (fenced && random.chance(30)) {
      text += random.of({"  ```\n", "```\n", "   ```\n"});
      continue;
    }
    text += std::string(random.chance(40) ? random.below(8) : 0, ' ');
    text += random.of(starts) + random.of(words);
    if (random.chance(10)) text += " " + random.of(words);
    text += !quoted && random.chance(25) ? "\n\n" : random.chance(3) ? "\r\n" : "\n";
    if (random.chance(5)) text += "\n";
  }
  return text;
}

std::size_t setting(const char* name, std::size_t usual) {
  const char* number = std::getenv(name);
  return number == nullptr ? usual : std::strtoull(number, nullptr, 10);
}

}  // namespace oneonone::testing
