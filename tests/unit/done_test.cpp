// SPDX-License-Identifier: MIT
// Ids that are only shown yet: `done` and its like take them, and none is given twice.
#include <doctest/doctest.h>

#include "app.hpp"
#include "support/memory_system.hpp"

using namespace oneonone;
using oneonone::testing::MemorySystem;

namespace {

constexpr const char* note = "people/alice/2026-11-24.md";

MemorySystem world_with(std::string_view lines) {
  MemorySystem world{{"oneonone.yaml", "format: 1\nme: dana\n"}, {note, lines}};
  world.clock.now = *Date::from(2026, 11, 25);
  return world;
}

/// Runs a command that must succeed and gives its standard output.
std::string run(MemorySystem& world, std::vector<std::string> words) {
  world.terminal.output.clear();
  System system = world.system();
  CHECK(run_app(system, words) == 0);
  return world.terminal.output;
}

/// The ids of what is listed, in order.
std::vector<std::string> ids(MemorySystem& world) {
  std::string text = run(world, {"actions", "--format", "{id}"});
  std::vector<std::string> ids;
  for (std::size_t at = 0; at + 5 <= text.size(); at += 6) ids.push_back(text.substr(at, 5));
  return ids;
}

}  // namespace

TEST_CASE("ids that are only shown work two at a time") {
  MemorySystem world = world_with("- [ ] @dana one\n- [ ] @dana two\n- [ ] @dana two\n");
  std::vector<std::string> shown = ids(world);
  REQUIRE(shown.size() == 3);
  run(world, {"done", shown[0], shown[1], shown[2]});
  CHECK(world.files.text(note) == "- [x] @dana one done:2026-11-25 ^" + shown[0] +
                                      "\n- [x] @dana two done:2026-11-25 ^" + shown[1] +
                                      "\n- [x] @dana two done:2026-11-25 ^" + shown[2] + "\n");
}

TEST_CASE("the same line in both trees shows two ids") {
  MemorySystem world = world_with("");
  world.files.put("people/alice/topics.md", "- [ ] @dana call\n");
  world.files.put("private/alice/topics.md", "- [ ] @dana call\n");
  std::string both = run(world, {"actions", "-p", "--format", "{id}"});
  CHECK(both.substr(0, 5) != both.substr(6, 5));
}

TEST_CASE("an item that is open already is shown again, with the id it would get") {
  MemorySystem world = world_with("- [ ] @dana one\n- [ ] @dana two\n");
  std::vector<std::string> shown = ids(world);
  REQUIRE(shown.size() == 2);
  CHECK(run(world, {"reopen", shown[0], "--format", "{id}"}).find(shown[0]) != std::string::npos);
  CHECK(world.files.text(note) == "- [ ] @dana one\n- [ ] @dana two\n");
}

TEST_CASE("no item gets the id of a goal, and no goal without one the id of an item") {
  MemorySystem world = world_with("- [ ] @dana one\n");
  const std::string usual = ids(world).front();
  world.files.put("people/alice/goals.md", "## Aim ^" + usual + "\n");
  CHECK(ids(world).front() != usual);

  const std::vector<std::string> goals{"goals", "--format", "{id}"};
  world.files.put("people/alice/goals.md", "## Aim\n");
  const std::string of_goal = run(world, goals).substr(0, 5);
  world.files.put(note, "- [ ] @dana one ^" + of_goal + "\n");
  CHECK(run(world, goals).substr(0, 5) != of_goal);
}
