// SPDX-License-Identifier: MIT
// The only writer: what it refuses, in which order it writes, and what -n shows.
#include "store/changes.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>

#include "error.hpp"
#include "support/memory_system.hpp"
#include "support/temporary_folder.hpp"
#include "system/posix.hpp"

using namespace oneonone;
using oneonone::testing::MemorySystem;
using oneonone::testing::TemporaryFolder;

namespace {

const std::string root = "/notebook";
const std::string note = "people/alice/2026-11-24.md";

/// The error of applying changes; fails the test when there is none.
Error error_of(MemorySystem& world, const std::vector<Change>& changes) {
  try {
    apply_changes(world.files, root, changes);
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return {Status::ok, ""};
}

/// Applies the diff of changes to their old files with git and gives what became of them.
std::vector<std::string> applied_by_git(const std::vector<Change>& changes) {
  const TemporaryFolder folder;
  PosixSystem world;
  for (const Change& change : changes) {
    const std::string path = folder / change.path;
    world.files.make_folder(path.substr(0, path.rfind('/')));
    if (change.expected) world.files.write(path, *change.expected, true, 0644);
  }
  world.files.write(folder / "the.diff", diff_of(changes), false, 0644);
  const std::vector<std::string> git = {"git", "apply", "--whitespace=nowarn", "the.diff"};
  CHECK(world.processes.capture(git, folder.path()).status == 0);
  std::vector<std::string> result;
  result.reserve(changes.size());
  for (const Change& change : changes)
    result.push_back(world.files.read(folder / change.path).value_or("(no file)"));
  return result;
}

/// A few lines of a small alphabet, so that many are alike; sometimes without a last newline.
std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto lines = random() % 30; lines > 0; --lines)
    text += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
  if (!text.empty() && random() % 4 == 0) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("changes are written in the caller's order, under the notebook's lock") {
  MemorySystem world{{note, "- [ ] @dana Ask\n"}};
  apply_changes(world.files, root,
                {{"people/alice/2026-11-25.md", std::nullopt, "- [ ] @dana Ask ^k7m2q\n"},
                 {note, "- [ ] @dana Ask\n", "- [>] @dana Ask\n"}});
  CHECK(world.files.text(note) == "- [>] @dana Ask\n");
  CHECK(world.files.text("people/alice/2026-11-25.md") == "- [ ] @dana Ask ^k7m2q\n");
  CHECK(world.files.touched("write") ==
        std::vector<std::string>{"people/alice/2026-11-25.md", note});
  CHECK(world.files.log.front() == "lock .");
  CHECK(world.files.log.back() == "unlock .");
}

TEST_CASE("no changes touch nothing") {
  MemorySystem world;
  apply_changes(world.files, root, {});
  CHECK(world.files.log.empty());
}

TEST_CASE("a second change of a file expects what the first one wrote") {
  MemorySystem world{{note, "one\n"}};
  apply_changes(world.files, root, {{note, "one\n", "two\n"}, {note, "two\n", "three\n"}});
  CHECK(world.files.text(note) == "three\n");
  CHECK(error_of(world, {{note, "three\n", "four\n"}, {note, "three\n", "five\n"}}).status ==
        Status::conflict);
  CHECK(world.files.text(note) == "three\n");
}

TEST_CASE("a file that is not what was planned on is a conflict, and nothing is written") {
  struct Row {
    std::optional<std::string> there, expected;
    std::string message;
  };
  for (const Row& row : {Row{"mine\n", "old\n", "it has been changed meanwhile"},
                         Row{"mine\n", std::nullopt, "it has been made meanwhile"},
                         Row{std::nullopt, "old\n", "it has been removed meanwhile"},
                         Row{"", std::nullopt, "it has been made meanwhile"}}) {
    MemorySystem world{{"first.md", "1\n"}};
    if (row.there) world.files.put(note, *row.there);
    const auto before = world.files.all();
    const Error error =
        error_of(world, {{"first.md", "1\n", "2\n"}, {note, row.expected, "new\n"}});
    CHECK(error.status == Status::conflict);
    CHECK(error.message == row.message);
    CHECK(error.where == "/notebook/" + note);
    CHECK(error.hint == "run the command again");
    CHECK(world.files.all() == before);
  }
}

TEST_CASE("a file that cannot be read is not taken for an empty one") {
  MemorySystem world{{"first.md", "1\n"}, {note, "old\n"}};
  world.files.make_unreadable(note);
  CHECK(error_of(world, {{"first.md", "1\n", "2\n"}, {note, std::nullopt, "new\n"}}).status ==
        Status::failed);
  CHECK(world.files.touched("write").empty());
}

TEST_CASE("a write that fails leaves what stands before it in the order") {
  MemorySystem world{{"a.md", "1\n"}, {"b.md", "1\n"}};
  world.files.fail_write(2);
  const std::vector<Change> changes = {{"a.md", "1\n", "2\n"}, {"b.md", "1\n", "2\n"}};
  CHECK(error_of(world, changes).message == "cannot write it: no space left on device");
  CHECK(world.files.text("a.md") == "2\n");
  CHECK(world.files.text("b.md") == "1\n");
  CHECK(world.files.log.back() == "unlock .");
}

TEST_CASE("nothing is written outside the notebook") {
  MemorySystem world;
  for (const char* path :
       {"../notes.md", "people/../../notes.md", "/etc/notes.md", "a//b.md", ""}) {
    CHECK(error_of(world, {{path, std::nullopt, "x\n"}}).message == "it lies outside the notebook");
    CHECK(world.files.all().empty());
  }
}

TEST_CASE("a link is followed inside the notebook, never out of it") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.make_folder(folder / "notebook/people/alice");
  files.make_folder(folder / "outside");
  std::filesystem::create_symlink("people/alice", folder / "notebook/ally");
  std::filesystem::create_symlink("../outside", folder / "notebook/out");
  std::filesystem::create_symlink("notebook", folder / "link");
  apply_changes(files, folder / "link", {{"ally/a.md", std::nullopt, "a\n"}});
  CHECK(files.read(folder / "notebook/people/alice/a.md") == "a\n");
  CHECK_THROWS_AS(apply_changes(files, folder / "link", {{"out/a.md", std::nullopt, "a\n"}}),
                  Error);
  CHECK_THROWS_AS(apply_changes(files, folder / "link", {{"out/new/a.md", std::nullopt, "a\n"}}),
                  Error);
  CHECK(std::filesystem::is_empty(folder / "outside"));
}

TEST_CASE("a diff has three lines of context and numbers its lines from one") {
  CHECK(diff_of({{note, "1\n2\n3\n4\n- [ ] @dana Ask\n6\n7\n8\n9\n",
                  "1\n2\n3\n4\n- [>] @dana Ask\n6\n7\n8\n9\n"}}) ==
        "diff --git a/people/alice/2026-11-24.md b/people/alice/2026-11-24.md\n"
        "--- a/people/alice/2026-11-24.md\n"
        "+++ b/people/alice/2026-11-24.md\n"
        "@@ -2,7 +2,7 @@\n"
        " 2\n 3\n 4\n"
        "-- [ ] @dana Ask\n"
        "+- [>] @dana Ask\n"
        " 6\n 7\n 8\n");
}

TEST_CASE("a diff of a new file has nothing on its old side") {
  CHECK(diff_of({{"people/alice/topics.md", std::nullopt, "# Topics\n"}}) ==
        "diff --git a/people/alice/topics.md b/people/alice/topics.md\n"
        "new file mode 100644\n"
        "--- /dev/null\n+++ b/people/alice/topics.md\n@@ -0,0 +1 @@\n+# Topics\n");
}

TEST_CASE("a diff says where the last newline is missing") {
  CHECK(diff_of({{"a.md", "one", "one\ntwo"}}) ==
        "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@\n"
        "-one\n\\ No newline at end of file\n"
        "+one\n+two\n\\ No newline at end of file\n");
}

TEST_CASE("a diff shows a file once, and a file that stays as it is not at all") {
  CHECK(diff_of({{"a.md", "1\n", "2\n"}, {"b.md", "1\n", "1\n"}, {"a.md", "2\n", "3\n"}}) ==
        "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-1\n+3\n");
  CHECK(diff_of({{"a.md", "1\n", "2\n"}, {"a.md", "2\n", "1\n"}}).empty());
}

TEST_CASE("git applies a diff: new files, no final newline, odd names, other line endings") {
  const std::string lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n";
  const std::vector<Change> changes = {
      {"people/alice/new.md", std::nullopt, "# New\n\ntext"},
      {"empty.md", std::nullopt, ""},
      {"emptied.md", "text\n", ""},
      {"filled.md", "", "text\n"},
      {"newline.md", "one\ntwo", "one\ntwo\n"},
      {"no newline.md", "one\ntwo\n", "one\ntwo"},
      {"people/Inês \"quoted\"/back\\slash.md", "one\r\ntwo\r\n", "one\r\n2\r\n"},
      {"far.md", lines, "0\n" + lines.substr(0, lines.size() - 3) + "seventeen\n"},
      {"near.md", lines, "one" + lines.substr(1, 13) + "8!\n" + lines.substr(16)}};
  const std::vector<std::string> result = applied_by_git(changes);
  for (std::size_t index = 0; index < changes.size(); ++index) {
    CAPTURE(changes[index].path);
    CHECK(result[index] == changes[index].bytes);
  }
}

TEST_CASE("git applies the diffs of random texts") {
  std::mt19937 random(20261125);
  std::vector<Change> changes;
  for (int number = 0; number < 300; ++number) {
    const std::string before = random_text(random);
    const std::string after = random_text(random);
    if (before != after) changes.push_back({std::to_string(number) + ".md", before, after});
  }
  const std::vector<std::string> result = applied_by_git(changes);
  for (std::size_t index = 0; index < changes.size(); ++index)
    CHECK(result[index] == changes[index].bytes);
}

TEST_CASE("texts that have nothing in common are replaced whole") {
  std::string before;
  std::string after;
  for (int line = 0; line < 3000; ++line) {
    before += "old " + std::to_string(line) + "\n";
    after += "new " + std::to_string(line) + "\n";
  }
  CHECK(applied_by_git({{"a.md", before, after}})[0] == after);
}
