// SPDX-License-Identifier: MIT
// People whom one typed word would name.
#include "core/twins.hpp"

#include <doctest/doctest.h>

namespace oneonone {
namespace {

Person person(const std::string& folder, std::vector<std::string> aka = {}) {
  Person one;
  one.folder = folder;
  one.aka = std::move(aka);
  return one;
}

TEST_CASE("folders that case, accents or their encoding alone tell apart are twins") {
  const auto found = twins_in({person("alice"), person("jose"), person("jos\u00e9"),
                               person("jose\u0301"), person("\u738b\u4f1f")});
  REQUIRE(found.size() == 2);
  CHECK(found[0].path == "people/jos\u00e9");
  CHECK(found[0].message.starts_with("'jos\u00e9' is people/jose, too"));
  CHECK(found[1].path == "people/jose\u0301");
  CHECK(twins_in({person("Alice"), person("alice")}).size() == 1);
}

TEST_CASE("a handle of old that somebody else has now is a twin, one's own is none") {
  CHECK(twins_in({person("ally", {"alice"}), person("bob")}).empty());
  CHECK(twins_in({person("alice", {"Alice", "ally"})}).empty());
  const auto found = twins_in({person("alice"), person("ally", {"alice"})});
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.starts_with("'alice' is people/alice, too"));
}

}  // namespace
}  // namespace oneonone
