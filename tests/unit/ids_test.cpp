// SPDX-License-Identifier: MIT
// Ids minted one by one, and many at once.
#include "core/ids.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace oneonone;

TEST_CASE("a mint gives what minting one by one gives, also to lines that say the same") {
  const std::vector<std::string> words{"call", "call", "write", "call", "write"};
  IdSet taken({mint_id({{"alice", "dana"}, "2026-11-24.md", "dana", "call"}, {})});
  Mint mint(taken);
  for (const std::string& word : words) {
    const Birth birth{{"dana", "alice"}, "2026-11-24.md", "dana", word};
    const std::string id = mint_id(birth, taken);
    CHECK(mint.next(birth) == id);
    CHECK(taken.insert(id));
  }
}

TEST_CASE("fifty thousand lines that say the same get fifty thousand ids") {
  Mint mint;
  IdSet ids;
  for (int n = 0; n < 50'000; ++n) CHECK(ids.insert(mint.next({{"alice"}, "topics.md", "", "a"})));
}

TEST_CASE("a set of ids knows what was put in, short and long, and forgets what was taken out") {
  std::set<std::string> twin;
  IdSet ids;
  for (int n = 0; n < 5000; ++n) {
    const std::string one = (n % 3 == 0 ? "longer-than-" : "k") + std::to_string(n * n % 3001);
    CHECK(ids.insert(one) == twin.insert(one).second);
    if (n % 7 != 0) continue;
    ids.erase(one);
    twin.erase(one);
  }
  for (int n = 0; n < 3001; ++n) {
    for (const std::string start : {"longer-than-", "k", "n"}) {
      const std::string one = start + std::to_string(n);
      CHECK(ids.contains(one) == twin.contains(one));
    }
  }
  CHECK_FALSE(ids.contains(""));
  CHECK_FALSE(IdSet().contains("k1"));
}
