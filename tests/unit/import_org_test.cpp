// SPDX-License-Identifier: MIT
// Org files as Markdown.
#include "core/import_org.hpp"

#include <doctest/doctest.h>

#include "core/import_items.hpp"

using namespace oneonone;

TEST_CASE("headlines become headings or tasks, code is fenced, a comment is none of the text") {
  const FromOrg read = markdown_of_org(
      "#+TITLE: Alice\n"
      "# mine\n"
      "* 2026-11-17 Tue\n"
      "** Topics\n"
      "   - [ ] a\n"
      "   - [-] begun\n"
      "** TODO Draft it\n"
      "   DEADLINE: <2026-12-01 Tue>\n"
      "   said twice\n"
      "** DONE b\n"
      "#+begin_src sh\n"
      "* TODO no\n"
      "#+end_src");
  CHECK(read.markdown ==
        "#+TITLE: Alice\n"
        "<!-- mine -->\n"
        "# 2026-11-17 Tue\n"
        "## Topics\n"
        "- [ ] a\n"
        "- [/] begun\n"
        "## Tasks\n"
        "- TODO Draft it\n"
        "  DEADLINE: <2026-12-01 Tue>\n"
        "\n"
        "said twice\n"
        "- DONE b\n"
        "````\n"
        "* TODO no\n"
        "````");
  CHECK(read.lines == std::vector<std::size_t>{1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 9, 10, 11, 12, 13});
}

TEST_CASE("what is no org markup keeps its bytes") {
  for (const char* text :
       {"", "a\r\n\r\nb\r\n", "  indented *bold*\n- a\n  - b\n", "**bold** a\n"}) {
    CAPTURE(text);
    CHECK(markdown_of_org(text).markdown == text);
  }
}

TEST_CASE("the days below a task of org or Logseq become its own") {
  const Reading reading{Headings({}, {}), ""};
  const auto imported = [&](const char* text) {
    return import_items(text, {}, reading, false).bytes;
  };
  CHECK(imported("- TODO a\n  DEADLINE: <2026-12-01 Tue 10:00 +1w>\n") ==
        "- [ ] a\n  due:2026-12-01\n");
  CHECK(imported("- DONE a\n  CLOSED: [2026-11-20 Fri 09:12] DEADLINE: <2026-12-01 Tue>\n") ==
        "- [x] a\n  done:2026-11-20 due:2026-12-01\n");
  for (const char* text : {"- [ ] a DEADLINE: <2026-12-01>\n", "- [ ] a\n  DEADLINE: <soon>\n",
                           "- [ ] a\n  DEADLINE: ", "- [ ] a\n\n  DEADLINE: <2026-12-01>\n"}) {
    CAPTURE(text);
    CHECK(imported(text) == text);
  }
}
