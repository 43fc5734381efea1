// SPDX-License-Identifier: MIT
// Items that are not to come up before a day, `on:2026-12-08`.
#include <doctest/doctest.h>

#include "support/meetings.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

bool holds(const Files& files, const std::string& file, const std::string& part) {
  return files.at(file).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a snoozed item stays in topics.md until the first note of its day or later") {
  Files files{
      {"topics.md", "## Topics\n- [ ] Bonus round since:2026-11-20 on:2026-12-08 ^t1t1t\n"}};
  Files early = met(files, "2026-12-01.md");
  CHECK(early["topics.md"] == files["topics.md"]);
  CHECK_FALSE(holds(early, "2026-12-01.md", "Bonus"));
  Files there = met(early, "2026-12-08.md");
  CHECK(holds(there, "2026-12-08.md", "- [ ] Bonus round since:2026-11-20 on:2026-12-08 ^t1t1t\n"));
  CHECK(there["topics.md"] ==
        "## Topics\n- [>] Bonus round since:2026-11-20 on:2026-12-08 ^t1t1t\n");
  CHECK(plan(there, "2026-12-08.md").changes.empty());
  CHECK(met(there, "2026-12-15.md")["topics.md"] == "## Topics\n");
}

TEST_CASE("an item snoozed in a dated note stays open there and goes on when its day has come") {
  Files files{{"2026-11-17.md", "- [ ] @dana Ask again on:2026-12-08\n- [ ] @dana Now ^k1k1k\n"}};
  Files early = met(met(files, "2026-11-24.md"), "2026-12-01.md");
  CHECK(holds(early, "2026-11-17.md", "- [ ] @dana Ask again on:2026-12-08\n"));
  CHECK(holds(early, "2026-12-01.md", "@dana Now"));
  CHECK_FALSE(holds(early, "2026-12-01.md", "Ask again"));
  CHECK(plan(early, "2026-12-01.md").changes.empty());
  Files there = met(early, "2026-12-08.md");
  CHECK(holds(there, "2026-11-17.md", "- [>] @dana Ask again on:2026-12-08 ^"));
  CHECK(holds(there, "2026-12-08.md", "- [ ] @dana Ask again since:2026-11-17 on:2026-12-08 ^"));
}

TEST_CASE("an item that was carried and then snoozed waits where it is") {
  Files files = met({{"2026-11-17.md", "- [ ] @dana a ^k1k1k\n"}}, "2026-11-24.md");
  std::string& note = files["2026-11-24.md"];
  note.replace(note.find("since:2026-11-17"), 16, "since:2026-11-17 on:2026-12-08");
  Files early = met(files, "2026-12-01.md");
  CHECK(early["2026-11-24.md"] == files["2026-11-24.md"]);
  CHECK(early["2026-11-17.md"] == files["2026-11-17.md"]);
  CHECK(holds(met(early, "2026-12-09.md"), "2026-12-09.md", "^k1k1k"));
}

TEST_CASE("a back-dated note takes no snoozed item, nor one that a later note holds") {
  Files files{{"2026-11-03.md", "- [ ] @dana a on:2026-12-08 ^k1k1k\n"}};
  CHECK_FALSE(holds(met(files, "2026-11-10.md"), "2026-11-10.md", "k1k1k"));
  Files planned = met(files, "2026-12-08.md");
  CHECK_FALSE(holds(met(planned, "2026-12-01.md"), "2026-12-01.md", "k1k1k"));
}

TEST_CASE("what is due comes up, snoozed or not") {
  Files files{{"2026-11-17.md", "- [ ] @dana a on:2026-12-08 due:2026-12-01 ^k1k1k\n"}};
  CHECK_FALSE(holds(met(files, "2026-11-24.md"), "2026-11-24.md", "k1k1k"));
  CHECK(holds(met(files, "2026-12-01.md"), "2026-12-01.md", "k1k1k"));
}

TEST_CASE("a tick settles a snoozed item too") {
  Files files{{"2026-11-10.md", "- [x] @dana a ^k1k1k\n"},
              {"2026-11-17.md", "- [ ] @dana a since:2026-11-10 on:2026-12-08 ^k1k1k\n"}};
  Files now = met(files, "2026-11-24.md");
  CHECK(now["2026-11-17.md"] ==
        "- [x] @dana a since:2026-11-10 on:2026-12-08 done:2026-11-10 ^k1k1k\n");
}

TEST_CASE("a topic goes into the note while what is snoozed in it stays behind, open") {
  Files files{
      {"topics.md", "## Topics\n- [ ] One ^t1t1t\n  - [ ] @dana Two on:2026-12-08 ^k2k2k\n"}};
  Files first = met(files, "2026-11-24.md");
  CHECK(first["topics.md"] ==
        "## Topics\n- [>] One ^t1t1t\n  - [ ] @dana Two on:2026-12-08 ^k2k2k\n");
  Files second = met(first, "2026-12-01.md");
  CHECK(second["topics.md"] == first["topics.md"]);
  Files third = met(met(second, "2026-12-08.md"), "2026-12-15.md");
  CHECK(third["topics.md"] == "## Topics\n");
  CHECK(holds(third, "2026-12-15.md", "@dana Two"));
}
