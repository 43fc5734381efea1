// SPDX-License-Identifier: MIT
// Ids minted one by one, and many at once.
#include "core/ids.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

TEST_CASE("a mint gives what minting one by one gives, also to lines that say the same") {
  const std::vector<std::string> words{"call", "call", "write", "call", "write"};
  IdSet taken{mint_id({{"alice", "dana"}, "2026-11-24.md", "dana", "call"}, {})};
  Mint mint(taken);
  for (const std::string& word : words) {
    const Birth birth{{"dana", "alice"}, "2026-11-24.md", "dana", word};
    const std::string id = mint_id(birth, taken);
    CHECK(mint.next(birth) == id);
    CHECK(taken.insert(id).second);
  }
}

TEST_CASE("fifty thousand lines that say the same get fifty thousand ids") {
  Mint mint;
  IdSet ids;
  for (int n = 0; n < 50'000; ++n) ids.insert(mint.next({{"alice"}, "topics.md", "", "a"}));
  CHECK(ids.size() == 50'000);
}
