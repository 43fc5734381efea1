// SPDX-License-Identifier: MIT
// Laws of a note's bytes over the examples, the nasty notes and random documents.
#include "laws/round_trip.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "laws/documents.hpp"

namespace {

using namespace oneonone;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void hold(const std::string& name, const std::string& bytes) {
  for (const std::string& broken : testing::broken_laws(bytes)) {
    INFO("in: ", name);
    CHECK(broken == "");
  }
}

int hold_in(const std::string& folder) {
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(ONEONONE_SOURCE) / folder)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    hold(entry.path().string(), read(entry.path()));
  }
  return files;
}

}  // namespace

TEST_CASE("tokens do not make a list of a list marker that stands alone") {
  hold("a star", "- [ ] @dana a\n  *\n");
  hold("a number", "- [ ]\n  1.\n");
}

TEST_CASE("closing and reopening keeps the blanks before an id") {
  hold("two blanks", "- [ ] a  ^k7m2q\n");
  hold("no words", "- [ ]\t ^k7m2q\n");
}

TEST_CASE("a token that is taken away does not leave a list at its line's start") {
  hold("a wrapped line", "- [ ] @dana a\n  due:2026-12-01 - b\n");
  hold("two of them", "- [ ] @dana a\n  due:fri due:2026-12-01\n  b ^k7m2q\n");
}

TEST_CASE("the examples print back, and an edit changes the lines it names") {
  CHECK(hold_in("examples") > 0);
}

TEST_CASE("nasty notes print back, and an edit changes the lines it names") {
  CHECK(hold_in("tests/nasty") >= 30);
}

TEST_CASE("random documents print back, and an edit changes the lines it names") {
  testing::Random random(20261128);
  for (int n = 0; n < 50000; ++n) {
    const std::string document = testing::hostile_document(random);
    hold(document, document);
  }
  MESSAGE("50000 documents, ", testing::edits_tried(), " edits");
}
