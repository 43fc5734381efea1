// SPDX-License-Identifier: MIT
// Which items a scan leaves to a ledger: those that decide what is open.
#include "core/open_items.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

/// The items that decide, a note a line: `day: words words`.
std::vector<std::string> deciding(const std::vector<std::string>& notes) {
  const Reading reading{Headings({"Topics"}, {"Attendance"}), ""};
  std::vector<NotePath> paths;
  std::vector<Sketches> sketches;
  for (const std::string& note : notes) {
    const std::string day = "2026-11-1" + std::to_string(paths.size());
    paths.push_back(NotePath::make(Tree::shared, "alice", day + ".md"));
    // Now and then a block ends.
    if (paths.size() % 2 == 1) sketches.emplace_back();
    sketches.back().add(paths.size() - 1, note, reading);
  }
  std::vector<std::string> lines;
  for (const ParsedNote& note : deciding_items(paths, sketches)) {
    lines.push_back(note.path.file.substr(8, 2) + ":");
    for (const Task& task : note.outline.tasks) lines.back() += " " + task.item().words;
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what was carried and surely closed decides nothing") {
  CHECK(deciding({"- [>] @a x ^k1\n", "- [x] @a x since:2026-11-03 ^k1\n"}).empty());
}

TEST_CASE("of a note with an open item only what decides is read") {
  CHECK(deciding({"- [>] @a x ^k1\n- [ ] @a y\n",
                  "- [x] @a x since:2026-11-03 ^k1\n- [ ] @a z ^k2\n- [x] @a w\n"}) ==
        Lines{"10: y", "11: z"});
}

TEST_CASE("what was carried to a note that is gone decides") {
  CHECK(deciding({"- [>] @a x ^k1\n", "no item\n"}) == Lines{"10: x"});
}

TEST_CASE("all copies of an open item decide") {
  CHECK(deciding({"- [ ] @a x ^k1\n", "- [x] @a x since:2026-11-03 ^k1\n", "- [x] y ^k2\n"}) ==
        Lines{"10: x", "11: x"});
}

TEST_CASE("a copy that says the same without since: may be another item, so all of them decide") {
  CHECK(deciding({"- [>] @a x ^k1\n", "- [x] @a x ^k1\n"}) == Lines{"10: x", "11: x"});
}

TEST_CASE("ids of which only the ends differ are two items") {
  CHECK(deciding({"- [>] @a x ^deadline-1\n- [>] @a y ^deadline-2\n",
                  "- [x] @a x since:2026-11-03 ^deadline-1\n"}) == Lines{"10: y"});
  CHECK(deciding({"- [ ] @a x ^k7m2q\n", "- [x] @a y ^k7m2q9\n"}) == Lines{"10: x"});
}
