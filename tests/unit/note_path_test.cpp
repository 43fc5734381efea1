// SPDX-License-Identifier: MIT
// What a note's path tells, and the order of notes.
#include "model/note_path.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace oneonone;

TEST_CASE("the file's name tells the day and its number") {
  struct Row {
    std::string_view file, date;
    int number;
  };
  for (const auto& [file, date, number] : {Row{"2026-11-24.md", "2026-11-24", 1},
                                           {"2026-11-24-2.md", "2026-11-24", 2},
                                           {"2026-11-24-12.md", "2026-11-24", 12},
                                           {"2026-11-24-999.md", "2026-11-24", 999},
                                           {"2026-11-24-2-standup.md", "2026-11-24", 2},
                                           {"2026-11-24-02.md", "2026-11-24", 2},
                                           {"2026-11-24-1.md", "2026-11-24", 1},
                                           {"2026-11-24-0.md", "2026-11-24", 1},
                                           {"2026-11-24-1000.md", "2026-11-24", 1},
                                           {"2026-11-24-2nd.md", "2026-11-24", 1},
                                           {"2026-11-24--2.md", "2026-11-24", 1},
                                           {"2026-11-24-.md", "2026-11-24", 1},
                                           {"2026-11-24_2.md", "2026-11-24", 1},
                                           {"2026-11-24 walk.md", "2026-11-24", 1},
                                           {"2026-11-24.conflict.md", "2026-11-24", 1},
                                           {"2025/2025-03-04-3.md", "2025-03-04", 3},
                                           {"2026-01-01/2025-03-04.md", "2025-03-04", 1}}) {
    CAPTURE(file);
    const NotePath note = NotePath::make(Tree::shared, "alice", std::string(file));
    REQUIRE(note.is_meeting());
    CHECK(note.date.value_or(Date()).iso() == date);
    CHECK(note.number == number);
  }
}

TEST_CASE("a file without a day in front of its name is no meeting") {
  for (const std::string_view file :
       {"topics.md", "about.md", "2026-11-24", "2026-11-24.txt", "2026-11-24.MD", "2026-11-24md",
        "2026-11-24x.md", "2026-02-30.md", "2026-11-2.md", "x2026-11-24.md", "2026-11-24.md~",
        "2026-11-24/about.md", "", ".md"}) {
    CAPTURE(file);
    const NotePath note = NotePath::make(Tree::shared, "alice", std::string(file));
    CHECK_FALSE(note.is_meeting());
    CHECK(note.number == 1);
  }
}

TEST_CASE("a path is tree, person and file") {
  const NotePath shared = NotePath::make(Tree::shared, "alice", "2025/2025-03-04.md");
  CHECK(shared.path() == "people/alice/2025/2025-03-04.md");
  CHECK(shared.name() == "2025-03-04.md");
  CHECK(NotePath::make(Tree::own, "alice", "topics.md").path() == "private/alice/topics.md");
  CHECK(NotePath::make(Tree::own, "alice", "topics.md").name() == "topics.md");
}

TEST_CASE("notes come dateless first, then by day and number, never by file name") {
  const std::vector<NotePath> in_order{
      NotePath::make(Tree::shared, "alice", "goals.md"),
      NotePath::make(Tree::shared, "alice", "topics.md"),
      NotePath::make(Tree::own, "alice", "about.md"),
      NotePath::make(Tree::shared, "alice", "2025/2025-03-04.md"),
      NotePath::make(Tree::shared, "alice", "2026-11-24.md"),
      NotePath::make(Tree::shared, "bob", "2026-11-24.md"),
      NotePath::make(Tree::own, "alice", "2026-11-24.md"),
      NotePath::make(Tree::shared, "alice", "2026-11-24-2.md"),
      NotePath::make(Tree::shared, "alice", "2026-11-24-10.md"),
      NotePath::make(Tree::shared, "alice", "2025/2026-12-01.md"),
  };
  std::vector<NotePath> sorted(in_order.rbegin(), in_order.rend());
  std::ranges::sort(sorted);
  CHECK(sorted == in_order);
}

TEST_CASE("a path of the notebook says whose note it is") {
  const auto note = NotePath::read("private/alice/2025/2025-03-04-2.md");
  REQUIRE(note);
  CHECK(note->tree == Tree::own);
  CHECK(note->person == "alice");
  CHECK(note->file == "2025/2025-03-04-2.md");
  CHECK(note->number == 2);
  CHECK(note->path() == "private/alice/2025/2025-03-04-2.md");
  for (const char* path :
       {"oneonone.yaml", "people/a.md", "people/a/b.txt", "templates/a/b.md", ""})
    CHECK_FALSE(NotePath::read(path));
}
