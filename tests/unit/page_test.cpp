// SPDX-License-Identifier: MIT
// The page as a whole: what it may hold, what it may read, where it may be written.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app.hpp"
#include "support/memory_system.hpp"

using namespace oneonone;
using oneonone::testing::MemorySystem;

namespace {

namespace fs = std::filesystem;

/// One run of `oneonone` in a notebook in memory, on 24 November 2026.
struct Program {
  MemorySystem world{{"oneonone.yaml", "format: 1\nme: dana\nname: Dana Lee\n"}};

  Program() { world.clock.now = *Date::parse("2026-11-24"); }

  void load(const fs::path& folder) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      world.files.put(fs::relative(entry.path(), folder).string(),
                      std::string{std::istreambuf_iterator<char>(in), {}});
    }
  }

  int run(std::vector<std::string> words) {
    world.terminal.output.clear();
    world.terminal.errors.clear();
    words.insert(words.begin(), "page");
    System system = world.system();
    return run_app(system, words);
  }
  const std::string& out() const { return world.terminal.output; }
  const std::string& err() const { return world.terminal.errors; }
  bool says(std::string_view text) const { return out().find(text) != std::string::npos; }
};

Program manager() {
  Program program;
  program.load(fs::path(ONEONONE_SOURCE) / "examples/manager");
  return program;
}

/// The names of the tags that a browser would see.
std::vector<std::string> tags_of(const std::string& html) {
  std::vector<std::string> tags;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find_first_of(" >\n", at);
    std::string tag = html.substr(at + 1, end - at - 1);
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
  }
  std::ranges::sort(tags);
  return tags;
}

}  // namespace

TEST_CASE("what hostile notes say makes no tag and no control on the page") {
  Program hostile;
  hostile.load(fs::path(ONEONONE_SOURCE) / "tests/browser/hostile");
  REQUIRE(hostile.run({"-o", "-", "--private", "mallory"}) == 0);
  REQUIRE(hostile.says("&lt;script&gt;alert('item')"));
  REQUIRE(hostile.says("secretword"));
  Program tame = manager();
  tame.world.files.put("people/alice/goals.md", "## Calls\n- calls: 3\n");
  tame.world.files.put("people/alice/2026-11-18.md", "## Growth\n- calls: 2\n");
  REQUIRE(tame.run({"alice", "-o", "-", "--private", "alice"}) == 0);
  CHECK(tags_of(hostile.out()) == tags_of(tame.out()));
  const bool steers = std::ranges::any_of(
      hostile.out(), [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 127; });
  CHECK_FALSE(steers);
  for (const char* control : {"\u202e", "\u2066", "\u2069"}) CHECK_FALSE(hostile.says(control));
}

TEST_CASE("a page reads no private note and tells nothing of one, unless a person is named") {
  Program program = manager();
  program.world.files.put("private/alice/2026-11-17.md", "- [ ] @dana secretword ^s5c7r\n");
  program.world.files.put("private/alice/goals.md", "## Calls\n- secretmeasure: 3\n");
  program.world.files.put("private/alice/2026-11-18.md", "## Growth\n- secretmeasure: 2\n");
  program.world.files.put("private/ceo/topics.md", "- [ ] @dana secretword\n");
  program.world.files.log.clear();
  REQUIRE(program.run({"-o", "-"}) == 0);
  CHECK_FALSE(program.says("secret"));
  CHECK_FALSE(program.says("ceo"));
  CHECK_FALSE(program.says("private"));
  for (const std::string& touched : program.world.files.log) {
    CAPTURE(touched);
    const bool reads = touched.starts_with("read private") || touched.starts_with("scan private");
    CHECK((!reads || touched.ends_with("/about.md")));
  }
  REQUIRE(program.run({"-o", "-", "--private", "alice"}) == 0);
  CHECK(program.says("secretword"));
  CHECK(program.says("secretmeasure"));
  CHECK(program.says("This page holds lines of my private notes."));
  CHECK_FALSE(program.says("ceo"));
}

TEST_CASE("private notes are shown of people on the page, and of nobody else") {
  Program program = manager();
  program.world.files.put("private/ceo/topics.md", "- [ ] @dana secretword\n");
  CHECK(program.run({"bob", "-o", "-", "--private", "alice"}) == 2);
  CHECK(program.err() == "oneonone: --private: 'alice' is not on this page\n");
  CHECK(program.run({"ceo", "-o", "-"}) == 3);
  CHECK(program.err() == "oneonone: you share no notes with 'ceo'\n");
  CHECK(program.run({"-o", "-", "--private", "nobody"}) == 3);
}

TEST_CASE("a page with private lines lies outside the notebook or in private/") {
  Program program = manager();
  CHECK(program.run({"-o", "page.html", "--private", "alice"}) == 1);
  CHECK(program.err().find("must not lie in the notebook") != std::string::npos);
  CHECK_FALSE(program.world.files.has("page.html"));
  CHECK(program.run({"-o", "people/page.html", "--private", "alice"}) == 1);
  CHECK(program.run({"-o", "private/page.html", "--private", "alice"}) == 0);
  CHECK(program.run({"-o", "private/../page.html", "--private", "alice"}) == 1);
  CHECK(program.run({"-o", "/page.html", "--private", "alice"}) == 0);
  CHECK(program.run({"-o", "page.html"}) == 0);
}

TEST_CASE("a page replaces an older page, an empty file, and nothing else") {
  Program program = manager();
  CHECK(program.run({"-o", "page.html"}) == 0);
  CHECK(program.out() == "page.html\n");
  const std::string first = program.world.files.text("page.html");
  CHECK(program.run({"-o", "page.html", "bob"}) == 0);
  CHECK(program.world.files.text("page.html") != first);
  program.world.files.put("empty", "");
  CHECK(program.run({"-o", "empty"}) == 0);
  program.world.files.put("list.txt", "mine\n");
  CHECK(program.run({"-o", "list.txt"}) == 1);
  CHECK(program.err() ==
        "oneonone: list.txt: it is there and is no page of oneonone\n"
        "hint: name another file, or remove this one\n");
  CHECK(program.world.files.text("list.txt") == "mine\n");
  const std::string note = program.world.files.text("people/alice/2026-11-17.md");
  CHECK(program.run({"-o", "people/alice/2026-11-17.md"}) == 1);
  CHECK(program.err().find("this would be read as a file of a notebook") != std::string::npos);
  CHECK(program.world.files.text("people/alice/2026-11-17.md") == note);
}

TEST_CASE("a page that cannot be written leaves the old one, and -n writes none") {
  Program program = manager();
  program.world.files.fail_write(1);
  CHECK(program.run({"-o", "page.html"}) == 1);
  CHECK_FALSE(program.world.files.has("page.html"));
  CHECK(program.run({"-n", "-o", "page.html"}) == 0);
  CHECK(program.err() == "would write page.html\n");
  CHECK(program.out().empty());
  CHECK_FALSE(program.world.files.has("page.html"));
}

TEST_CASE("a note that cannot be read is named, and the page is made of the others") {
  Program program = manager();
  program.world.files.make_unreadable("people/alice/2026-11-10.md");
  CHECK(program.run({"alice", "-o", "-"}) == 4);
  CHECK(program.says("</html>"));
  CHECK(program.err().find("people/alice/2026-11-10.md") != std::string::npos);
}

TEST_CASE("progress is told on a terminal when it takes longer than a second, and cleared") {
  Program program = manager();
  program.world.clock.seconds_a_look = 0.4;
  CHECK(program.run({"-o", "page.html"}) == 0);
  CHECK(program.err().empty());
  program.world.terminal.is_terminal = true;
  CHECK(program.run({"-o", "page.html"}) == 0);
  CHECK(program.err() == "\r\x1b[Kreading chen, 3 of 4\r\x1b[Kreading maya, 4 of 4\r\x1b[K");
  CHECK(program.run({"-q", "-o", "page.html"}) == 0);
  CHECK(program.err().empty());
  program.world.clock.seconds_a_look = 0.1;
  CHECK(program.run({"-o", "page.html"}) == 0);
  CHECK(program.err().empty());
}
