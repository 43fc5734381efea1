// SPDX-License-Identifier: MIT
// What a command does through its session: writing, renaming, asking, the editor.
#include "cli/session.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "error.hpp"
#include "support/memory_system.hpp"

using namespace oneonone;
using oneonone::testing::MemorySystem;

namespace {

using Words = std::vector<std::string>;

/// A notebook with one note, and what a session needs.
struct World : MemorySystem {
  World()
      : MemorySystem{{"oneonone.yaml", "format: 1\nme: dana\n"},
                     {"people/al/a.md", "- [ ] one\n"}} {
    clock.now = Date::from(2026, 11, 24).value_or(Date());
  }
  Globals globals;
  System ports = system();
};

const std::vector<Change> tick = {{"people/al/a.md", "- [ ] one\n", "- [x] one\n"}};

/// What the editor's shell is given, with the environment's variables as they are.
Words editor_words(World& world) {
  world.processes.on_run = [](const Words&, const std::string&) { return Ran{3, {}}; };
  Session session(world.ports, world.globals);
  CHECK(session.edit({"people/al/a.md"}) == 3);
  return world.processes.started.back();
}

}  // namespace

TEST_CASE("changes are written, or under -n shown") {
  World world;
  world.globals.dry_run = true;
  Session(world.ports, world.globals).apply(tick);
  CHECK(world.files.text("people/al/a.md") == "- [ ] one\n");
  CHECK(world.terminal.output.find("-- [ ] one\n+- [x] one\n") != std::string::npos);
  world.globals.dry_run = false;
  Session(world.ports, world.globals).apply(tick);
  CHECK(world.files.text("people/al/a.md") == "- [x] one\n");
}

TEST_CASE("a diff steers no terminal; in a pipe it is a patch, byte for byte") {
  for (const bool is_terminal : {true, false}) {
    World world;
    world.globals.dry_run = true;
    world.terminal.is_terminal = is_terminal;
    Session(world.ports, world.globals)
        .apply({{"people/al/a.md", "- [ ] one\n", "- [ ] \x1b[31mone\n"}});
    CHECK(world.terminal.output.ends_with(is_terminal ? "+- [ ] \\x1b[31mone\n"
                                                      : "+- [ ] \x1b[31mone\n"));
  }
}

TEST_CASE("a diff beside --json is talk") {
  World world;
  world.globals.dry_run = world.globals.json = true;
  Session(world.ports, world.globals).apply(tick);
  CHECK(world.terminal.output.empty());
  CHECK(world.terminal.errors.find("+- [x] one\n") != std::string::npos);
}

TEST_CASE("a folder is renamed under the lock, or under -n named") {
  World world;
  world.globals.dry_run = true;
  Session(world.ports, world.globals).rename("people/al", "people/alice");
  CHECK(world.terminal.output == "rename from people/al\nrename to people/alice\n");
  CHECK(world.files.touched("rename").empty());
  world.globals.dry_run = false;
  Session(world.ports, world.globals).rename("people/al", "people/alice");
  CHECK(world.files.touched("rename") == Words{"people/al people/alice"});
  CHECK(world.files.touched("lock") == Words{"."});
}

TEST_CASE("a notebook of a newer format is not written") {
  World world;
  world.files.put("oneonone.yaml", "format: 99\nme: dana\n");
  Session session(world.ports, world.globals);
  CHECK_THROWS_AS(session.apply(tick), Error);
  CHECK_THROWS_AS(session.rename("people/al", "people/alice"), Error);
  CHECK(world.files.touched("write").empty());
}

TEST_CASE("a person can be asked on a terminal, unless told not to") {
  World world;
  const Session session(world.ports, world.globals);
  CHECK_FALSE(session.can_ask());
  world.terminal.is_terminal = true;
  CHECK(session.can_ask());
  world.globals.no_input = true;
  CHECK_FALSE(session.can_ask());
}

TEST_CASE("the editor is a command for the shell, the files are its arguments") {
  World world;
  world.environment.variables = {{"EDITOR", "code --wait"}};
  CHECK(editor_words(world) ==
        Words{"/bin/sh", "-c", "code --wait \"$@\"", "code --wait", "/notebook/people/al/a.md"});
}

TEST_CASE("the editor is ONEONONE_EDITOR, VISUAL or EDITOR, never what a cloned notebook names") {
  World world;
  auto& variables = world.environment.variables;
  variables = {{"ONEONONE_EDITOR", "own"}, {"VISUAL", "visual"}, {"EDITOR", "ed"}};
  CHECK(editor_words(world).at(3) == "own");
  variables.erase("ONEONONE_EDITOR");
  CHECK(editor_words(world).at(3) == "visual");
  variables.erase("VISUAL");
  CHECK(editor_words(world).at(3) == "ed");
  variables.erase("VISUAL");
  world.files.put("oneonone.yaml", "format: 1\nme: dana\neditor: hx\n");
  CHECK(editor_words(world).at(3) == "ed");
}

TEST_CASE("without a choice an editor of the system is taken, on a terminal") {
  World world;
  world.terminal.is_terminal = true;
  world.processes.on_capture = [](const Words&, const std::string&) {
    return Ran{0, "/usr/bin/nano\n"};
  };
  CHECK(editor_words(world).at(3) == "/usr/bin/nano");
  world.processes.on_capture = nullptr;
  Session session(world.ports, world.globals);
  CHECK_THROWS_WITH_AS(session.edit({"people/al/a.md"}), "no editor found", Error);
  world.terminal.is_terminal = false;
  CHECK_THROWS_WITH_AS(session.edit({"people/al/a.md"}), "there is no terminal for an editor",
                       Error);
}
