// SPDX-License-Identifier: MIT
// What found lines belong to, and which copies are left.
#include "core/found.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};

const char* const text =
    "# Alice, 17 November\n"
    "a word before\n"
    "## Topics\n"
    "- [ ] a word of its own\n"
    "  and a word that wrapped\n"
    "  - below it, a word\n"
    "  - Decision: a word ^d3c1s\n"
    "    due:2026-11-20 ^k7m2q\n"
    "### Wins\n"
    "1. a word won\n"
    "\n"
    "   a word more\n"
    "> - [x] Ask: a word quoted since:2026-11-01 ^q4b4q\n";

std::vector<Found> found(const std::string& file, const std::string& note,
                         const FoundFilter& filter = {}) {
  const Note parsed(note);
  const Pattern pattern = Pattern::words("word", Letters::folded);
  return found_in(NotePath::make(Tree::shared, "alice", file), parsed, pattern.lines_in(parsed, 1),
                  reading, filter);
}

std::vector<std::size_t> lines(const std::vector<Found>& all) {
  std::vector<std::size_t> numbers;
  for (const Found& one : all) numbers.push_back(one.hit.line);
  return numbers;
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a line knows its section, its item's kind and id") {
  std::string all;
  for (const Found& one : found("2026-11-17.md", text)) {
    all += std::to_string(one.hit.line) + "|" + one.section.value_or("") + "|" + one.kind + "|" +
           one.id + (one.below ? "|below\n" : "\n");
  }
  CHECK(all ==
        "2|Alice, 17 November||\n"
        "4|Topics||\n"
        "5|Topics||\n"
        "6|Topics||\n"
        "7|Topics|decision|k7m2q\n"
        "10|Wins|win|\n"
        "12|Wins||\n"
        "13|Wins|ask|q4b4q\n");
}

TEST_CASE("a filter asks for kind, section and day") {
  FoundFilter filter;
  filter.kind = "win";
  CHECK(lines(found("2026-11-17.md", text, filter)) == Numbers{10});
  filter = {};
  filter.section = "topic";
  CHECK(lines(found("2026-11-17.md", text, filter)) == Numbers{4, 5, 6, 7, 10, 12, 13});
  filter = {};
  filter.since = Date::parse("2026-11-17");
  CHECK(found("2026-11-17.md", text, filter).size() == 8);
  CHECK(found("2026-11-16.md", text, filter).empty());
  filter = {};
  filter.until = Date::parse("2026-11-16");
  CHECK(found("2026-11-17.md", text, filter).empty());
  CHECK(lines(found("topics.md", text, filter)) == Numbers{13});
}

TEST_CASE("a file that is no Markdown has lines and nothing else") {
  const std::vector<Found> all = found("plan.txt", "# word\n- Win: word ^k7m2q\n");
  REQUIRE(all.size() == 2);
  CHECK_FALSE(all[1].section);
  CHECK(all[1].kind.empty());
  CHECK(all[1].id.empty());
  FoundFilter filter;
  filter.kind = "win";
  CHECK(found("plan.txt", "- Win: word\n", filter).empty());
}

TEST_CASE(
    "an item that was carried is found once, in its newest note, and so is what is below it") {
  const std::string item = "- [>] a word ^k7m2q\n  - a word below\n- word without an id\n";
  std::vector<Found> all = found("2026-11-10.md", item);
  for (Found& one : found("2026-11-17.md", item + "  - a word new ^n4w1n\n")) {
    all.push_back(std::move(one));
  }
  REQUIRE(all.size() == 7);
  std::string left;
  for (const Found& one : without_copies(all)) {
    left += one.path->file + ":" + std::to_string(one.hit.line) + " ";
  }
  CHECK(left == "2026-11-10.md:3 2026-11-17.md:1 2026-11-17.md:2 2026-11-17.md:3 2026-11-17.md:4 ");
}
