// SPDX-License-Identifier: MIT
// Items that are there at one look and not at the next.
#include "cli/item_search.hpp"

#include <doctest/doctest.h>

#include "error.hpp"
#include "support/memory_system.hpp"

using namespace oneonone;
using oneonone::testing::MemorySystem;

TEST_CASE("an item whose note cannot be read a second time is told, not changed") {
  MemorySystem world{{"oneonone.yaml", "format: 1\nme: dana\n"},
                     {"people/alice/2026-11-17.md", "- [ ] @dana Send the packet ^k7m2q\n"},
                     {"people/alice/2026-11-24.md", "hello\n"}};
  const Globals globals;
  System ports = world.system();
  const auto find = [&] {
    Session session(ports, globals);
    Ledgers ledgers(session);
    return find_items(session, ledgers, {"k7m2q"}).items.size();
  };
  CHECK(find() == 1);
  world.files.fail_scan("people/alice/2026-11-17.md", 2);
  CHECK_THROWS_WITH_AS(find(), "'k7m2q' was there and cannot be read now", Error);
}
