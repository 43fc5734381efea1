// SPDX-License-Identifier: MIT
// What two sequences have in common.
#include "text/alignment.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace oneonone;

Sequence sequence(const std::string& letters) {
  return {letters.begin(), letters.end()};
}

std::string matched(const std::string& before, const std::string& after, bool anchored) {
  const auto align = anchored ? alignment : shortest_alignment;
  std::string letters;
  for (const Match& match : align(sequence(before), sequence(after))) {
    CHECK(before[match.before] == after[match.after]);
    letters += before[match.before];
  }
  return letters;
}

}  // namespace

TEST_CASE("a shortest script keeps as much as can be kept") {
  CHECK(matched("abcabba", "cbabac", false).size() == 4);
  CHECK(matched("", "abc", false).empty());
  CHECK(matched("abc", "abc", false) == "abc");
  CHECK(matched("axb", "ab", false) == "ab");
}

TEST_CASE("what stands once in each is matched first") {
  CHECK(matched("..a..b", "..b", true) == "..b");
  CHECK(matched("--ab---", "---ab--", true) == "--ab--");
  CHECK(matched("abcd", "dabc", true) == "abc");
}

TEST_CASE("twenty thousand lines that are all new are no trouble") {
  Sequence before(20000);
  Sequence after(20000);
  for (std::size_t i = 0; i < before.size(); ++i) {
    before[i] = i % 7;
    after[i] = 7 + i % 5;
  }
  CHECK(shortest_alignment(before, after).empty());
  CHECK(alignment(before, after).empty());
}
