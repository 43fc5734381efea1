// SPDX-License-Identifier: MIT
// A note in which nothing was ticked or typed.
#include "core/untouched.hpp"

#include <doctest/doctest.h>

#include "text/meeting_record.hpp"

using namespace oneonone;

namespace {

const char* const before =
    "---\nmood: 4\n---\n## Topics\n- [>] A staff role\n  - not this year, says HR\n"
    "- [>] @bob Mend the lock\n      and say so\n";

bool untouched(const std::string& body, const std::string& keys = "template: weekly\n") {
  std::string text = "---\n" + keys + "---\n" + body;
  Meeting meeting = read_meeting(NotePath::make(Tree::shared, "farah", "2026-11-12.md"), text,
                                 *Date::parse("2026-11-24"));
  return is_untouched(meeting, text, {before});
}

}  // namespace

TEST_CASE("headings, comments and what was carried are what new wrote") {
  CHECK(untouched(""));
  CHECK(
      untouched("# Farah Aziz and Dana Lee, 12 November 2026\n\n## Wins\n\n## Topics\n"
                "- [ ] A staff role (farah) since:2026-11-05 ^t5r9b\n  - not this year, says HR\n"
                "<!-- one\n     and two -->\n## Recap (farah)\n<!-- Farah writes -->\n"));
  CHECK(untouched("- [ ] @bob Mend the lock\n      and say so since:2026-11-05 ^z2t6k\n"));
  CHECK(untouched("- [>] @bob Mend the lock since:2026-11-05 ^z2t6k\n"));
  CHECK(untouched("- A win from the inbox since:2026-11-10 ^n4f6r\n"));
}

TEST_CASE("a tick or a word of any kind says that somebody was there") {
  for (const char* line :
       {"we talked", "- a bullet", "- [ ] @bob a new promise", "  - said below an item",
        "- [x] A staff role since:2026-11-05 ^t5r9b", "- [-] A staff role since:2026-11-05 ^t5r9b",
        "1. [x] done since:2026-11-05", "- [ ] since:soon"}) {
    CAPTURE(line);
    CHECK_FALSE(untouched("## Topics\n" + std::string(line) + "\n"));
  }
}

TEST_CASE("so does what the front matter tells of the meeting") {
  for (const char* keys : {"mood: 4\n", "minutes: 30\n", "talk: 60\n", "worth_farah: 5\n",
                           "next: 2026-11-19\n", "recapped_by: farah\n", "status: held\n"}) {
    CAPTURE(keys);
    CHECK_FALSE(untouched("", keys));
  }
  CHECK(untouched("", "venue: outside\n"));  // a template may say so
}
