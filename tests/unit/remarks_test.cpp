// SPDX-License-Identifier: MIT
// Wins and decisions on their way from topics.md into a note.
#include "core/remarks.hpp"

#include <doctest/doctest.h>

#include "support/meetings.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

const MeetingTemplate with_wins{"wins", "# {{names}}\n\n## Wins\n{{wins}}\n## Topics\n{{topics}}",
                                "wins"};
const Files one_win{
    {"topics.md", "# Next\n\n## Wins\n- Faster (alice) since:2026-11-19 ^n4f6r\n\n## Topics\n"}};

/// The files when a crash lets only the first changes of a plan happen.
Files crashed_after(std::size_t changes, const Files& files, MeetingPlan plan) {
  plan.changes.resize(changes);
  return after(files, plan);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a win goes from topics.md into the note, below the template's heading") {
  Files now = met(one_win, "2026-11-24.md", with_wins);
  CHECK(holds(now["2026-11-24.md"],
              "## Wins\n- Faster (alice) since:2026-11-19 ^n4f6r\n\n## Topics\n"));
  CHECK(now["topics.md"] == "# Next\n\n## Wins\n\n## Topics\n");
  CHECK(plan(one_win, "2026-11-24.md", with_wins).wins == 1);
}

TEST_CASE("without a place in the template a win goes below a heading that fits, else a new one") {
  MeetingTemplate bare{"bare", "# {{names}}\n", "bare"};
  CHECK(met(one_win, "2026-11-24.md", bare)["2026-11-24.md"].ends_with(
      "# Alice and Dana\n\n## Wins\n- Faster (alice) since:2026-11-19 ^n4f6r\n"));
  MeetingTemplate named{"named", "## Wins and news\n<!-- two -->\n\n## Rest\n", "named"};
  CHECK(
      holds(met(one_win, "2026-11-24.md", named)["2026-11-24.md"],
            "## Wins and news\n<!-- two -->\n- Faster (alice) since:2026-11-19 ^n4f6r\n\n## Rest"));
}

TEST_CASE("carrying a win twice changes nothing, and it stays in its note from then on") {
  Files once = met(one_win, "2026-11-24.md", with_wins);
  CHECK(plan(once, "2026-11-24.md", with_wins).changes.empty());
  Files later = met(once, "2026-12-01.md", with_wins);
  CHECK_FALSE(holds(later["2026-12-01.md"], "Faster"));
  CHECK(later["2026-11-24.md"] == once["2026-11-24.md"]);
}

TEST_CASE("a crash after any change leaves a win twice at worst, and a second run mends it") {
  Files files = one_win;
  files["topics.md"] += "- [ ] Talk\n\n## Decisions\n- One hire from February\n";
  MeetingPlan made = plan(files, "2026-11-24.md", with_wins);
  Files whole = after(files, made);
  REQUIRE(made.changes.size() >= 3);
  for (std::size_t changes = 0; changes <= made.changes.size(); ++changes) {
    Files crashed = crashed_after(changes, files, made);
    std::string all;
    for (const auto& [file, text] : crashed) all += text;
    CHECK(holds(all, "Faster"));
    CHECK(holds(all, "One hire"));
    CHECK(met(crashed, "2026-11-24.md", with_wins) == whole);
  }
}

TEST_CASE("two clones write the same bytes") {
  Files typed{{"topics.md", "## Wins\n- Shipped it\n* And more\n  - with a child\n"}};
  Files one = met(typed, "2026-11-24.md", with_wins);
  Files other = met(typed, "2026-11-24.md", with_wins);
  CHECK(one == other);
  CHECK(holds(one["2026-11-24.md"], "- Shipped it ^"));
  CHECK(holds(one["2026-11-24.md"], "* And more ^"));
  CHECK(holds(one["2026-11-24.md"], "\n  - with a child\n"));
  CHECK(one["topics.md"] == "## Wins\n");
}

TEST_CASE("a promise inside a win goes its own way, and the win leaves topics.md after it") {
  Files files{
      {"topics.md", "## Wins\n- Faster ^n4f6r\n  - why\n  - [ ] @dana Thank them ^k2k2k\n"}};
  Files first = met(files, "2026-11-17.md", with_wins);
  CHECK(holds(first["2026-11-17.md"], "## Wins\n- Faster ^n4f6r\n  - why\n"));
  CHECK(holds(first["2026-11-17.md"], "- [ ] @dana Thank them since:2026-11-17 ^k2k2k"));
  CHECK(holds(first["topics.md"], "- Faster"));
  Files second = met(first, "2026-11-24.md", with_wins);
  CHECK(second["topics.md"] == "## Wins\n");
  CHECK_FALSE(holds(second["2026-11-24.md"], "Faster"));
}

TEST_CASE("what was added below a win after it was carried is not taken away") {
  Files files = met(one_win, "2026-11-17.md", with_wins);
  files["topics.md"] = "## Wins\n- Faster (alice) since:2026-11-19 ^n4f6r\n  - a late word\n";
  CHECK(met(files, "2026-11-24.md", with_wins)["topics.md"] == files["topics.md"]);
}

TEST_CASE("a line that borrowed another's id is a win of its own") {
  Files files = met(one_win, "2026-11-17.md", with_wins);
  files["topics.md"] = "## Wins\n- Something else ^n4f6r\n";
  std::string text = met(files, "2026-11-24.md", with_wins)["2026-11-24.md"];
  CHECK(holds(text, "## Wins\n- Something else ^"));
  CHECK_FALSE(holds(text, "n4f6r"));
}

TEST_CASE("decisions go along, facts and plain bullets stay") {
  Files files{{"topics.md",
               "## Decisions\n- One hire ^d2d2d\n\n## Facts\n- Has a dog ^f2f2f\n\n## Topics\n"
               "- talk about X\n- Win: in a word ^w2w2w\n"}};
  Files now = met(files, "2026-11-24.md", with_wins);
  CHECK(holds(now["2026-11-24.md"], "## Wins\n- Win: in a word ^w2w2w\n"));
  CHECK(holds(now["2026-11-24.md"], "## Decisions\n- One hire ^d2d2d\n"));
  CHECK(now["topics.md"] ==
        "## Decisions\n\n## Facts\n- Has a dog ^f2f2f\n\n## Topics\n- talk about X\n");
}

TEST_CASE("bullets in quotes, in other items and in dated notes are nobody's to carry") {
  Files files{
      {"topics.md", "## Wins\n> - quoted ^q2q2q\n\n- [ ] @dana a ^k2k2k\n  - inside ^i2i2i\n"},
      {"2026-11-17.md", "## Wins\n- old ^o2o2o\n"}};
  CHECK(remarks_in(ledger_of(files)).empty());
}
