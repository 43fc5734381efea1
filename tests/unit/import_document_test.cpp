// SPDX-License-Identifier: MIT
// The meetings in a source, and what stands in none.
#include "core/import_document.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};

/// `2026-11-17 3-5` for each meeting, `? 9: 2` for each doubt with its items.
std::vector<std::string> parts(std::string_view name, const std::string& text,
                               DayOrder order = DayOrder::unknown) {
  const SourceMeetings found = meetings_in(name, Note(text), reading, order);
  std::vector<std::string> parts;
  for (const SourceMeeting& meeting : found.meetings) {
    parts.push_back(
        fmt::format("{} {}-{}", meeting.date.iso(), meeting.first_line, meeting.last_line));
  }
  for (const Doubt& doubt : found.doubts) {
    parts.push_back(fmt::format("? {}: {}", doubt.line, doubt.items));
  }
  return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a day in the name makes the whole file one meeting") {
  CHECK(parts("2026-11-17.md", "# a\n## 17 Nov 2026\nb\n") == Parts{"2026-11-17 1-3"});
  CHECK(parts("Alice 17 Nov 2026.md", "a\n") == Parts{"2026-11-17 1-1"});
  CHECK(parts("notes.md", "---\ndate: 2026-11-17\n---\na\n") == Parts{"2026-11-17 1-4"});
}

TEST_CASE("a file whose name and content disagree is told, and its name counts") {
  CHECK(parts("2026-11-17.md", "# 18 Nov 2026\na\n") == Parts{"2026-11-17 1-2", "? 1: 0"});
  CHECK(parts("2026-11-17.md", "---\ndate: 2026-11-18\n---\na\n") ==
        Parts{"2026-11-17 1-4", "? 1: 0"});
  CHECK(parts("2026-11-17.md", "---\ndate: 17/11/2026\n---\na\n") == Parts{"2026-11-17 1-4"});
}

TEST_CASE("a running document is cut at its days, in any order") {
  CHECK(parts("a.md", "# Alice\n## 2026-11-17\na\n### Notes\nb\n## 2026-11-10\nc\n") ==
        Parts{"2026-11-17 2-5", "2026-11-10 6-7"});
  CHECK(parts("a.md", "Nov 10, 2026\n---\n\na\n\nNov 17, 2026\n---\nb\n") ==
        Parts{"2026-11-10 1-5", "2026-11-17 6-8"});
  CHECK(parts("a.md", "# 2026-11-17\n## Due 2026-12-01\na\n# 2026-11-10\n") ==
        Parts{"2026-11-17 1-3", "2026-11-10 4-4"});
  CHECK(parts("a.md", "# Since 2026-01-05\n## 2026-11-17\na\n## 2026-11-10\nb\n") ==
        Parts{"2026-11-17 2-3", "2026-11-10 4-5"});
}

TEST_CASE("a bullet that is nothing but a day cuts where no heading has one") {
  CHECK(parts("a.md", "- [[Nov 17th, 2026]]\n\t- TODO a\n- more\n- *2026-11-10*\n\t- b\n") ==
        Parts{"2026-11-17 1-3", "2026-11-10 4-5"});
  CHECK(parts("a.md", "# 2026-11-17\n- 2026-11-10\n") == Parts{"2026-11-17 1-2"});
  CHECK(parts("a.md", "- 2026-11-10: shipped the parser\n") == Parts{"? 1: 0"});
}

TEST_CASE("a day without a year is the one nearest to the meeting before it") {
  CHECK(parts("a.md", "# 5 Jan 2026\n# Mon 22 Dec\na\n# 1:1, Dec 15th\n# 10 July\n") ==
        Parts{"2026-01-05 1-1", "2025-12-22 2-3", "2025-12-15 4-4", "2025-07-10 5-5"});
  CHECK(parts("a.md", "# Dec 29\n# 5 Jan 2026\n# 29 Feb\n") ==
        Parts{"2025-12-29 1-1", "2026-01-05 2-2"});
  CHECK(parts("a.md", "# 5 Jan 2026\n## 22 Dec\na\n") == Parts{"2026-01-05 1-3"});
}

TEST_CASE("a heading above or the file's name may say the year of a day") {
  CHECK(parts("a.md", "# 2026\n## 5 Jan\na\n# 2025\n## Dec 22 | Alice\n") ==
        Parts{"2026-01-05 2-3", "2025-12-22 5-5"});
  CHECK(parts("alice-2026.md", "# 5 Jan\na\n## Due 9 Jan\n") == Parts{"2026-01-05 1-3"});
  CHECK(parts("a.md", "# 5 Jan\n- [ ] a\n") == Parts{"? 2: 1"});
  CHECK(parts("2025-11-17.md", "# 5 Jan\na\n") == Parts{"2025-11-17 1-2"});
  CHECK(parts("a.md", "---\ndate: 2025-11-17\n---\n# 5 Jan\na\n") == Parts{"2025-11-17 1-5"});
}

TEST_CASE("a heading that is a bullet cuts where no other has a day, as Logseq writes it") {
  CHECK(parts("a.md", "- ## Nov 17th, 2026\n\t- TODO a\n- ## 2026-11-10\n\t- b\n") ==
        Parts{"2026-11-17 1-2", "2026-11-10 3-4"});
}

TEST_CASE("a heading in a list or a quote cuts nothing") {
  CHECK(parts("a.md", "# 2026-11-17\n> # 2026-11-10\n- # 2026-11-03\n\n```\n# 2026-10-01\n```\n") ==
        Parts{"2026-11-17 1-7"});
}

TEST_CASE("what stands below no day is told with its items") {
  CHECK(parts("a.md",
              "# Alice\nhello\n- [ ] a\n## 2026-11-17\n- [ ] b\n# Backlog\n- TODO c\n- [ ] d\n") ==
        Parts{"2026-11-17 4-5", "? 2: 1", "? 7: 2"});
  CHECK(parts("a.md", "# 2026-11-17\na\n# Launch 10 Nov\n- [ ] b\n") ==
        Parts{"2026-11-17 1-2", "? 4: 1"});
  CHECK(parts("a.md", "- [ ] a\n\nb\n") == Parts{"? 1: 1"});
}

TEST_CASE("a heading with a day that does not exist ends a meeting and begins none") {
  CHECK(parts("a.md", "# 2026-11-17\na\n# 31.11.2026 Bob\n- [ ] b\n# 2026-13-01\n- [ ] c\n") ==
        Parts{"2026-11-17 1-2", "? 4: 2"});
  CHECK(parts("a.md", "# 2026-11-17\na\n# Release 1.2.3\n- [ ] b\n") == Parts{"2026-11-17 1-4"});
}

TEST_CASE("a day that may be two is told unless another one of the document decides") {
  CHECK(parts("a.md", "# 11/12/2026\n- [ ] a\n") == Parts{"? 1: 1"});
  CHECK(parts("a.md", "# 11/12/2026\na\n# 17/11/2026\nb\n") ==
        Parts{"2026-12-11 1-2", "2026-11-17 3-4"});
  CHECK(parts("a.md", "# 11/12/2026\na\n# 11/17/2026\nb\n") ==
        Parts{"2026-11-12 1-2", "2026-11-17 3-4"});
  CHECK(parts("a.md", "# 11/12/2026\na\n", DayOrder::day_first) == Parts{"2026-12-11 1-2"});
}

TEST_CASE("a heading or the front matter may say whose meeting it is") {
  const auto names = [](const char* name, const char* text) {
    return meetings_in(name, Note(text), reading, DayOrder::unknown).meetings.at(0).names;
  };
  CHECK(names("a.md", "# 2026-11-17 [Alice](x) / Dana\n") == "2026-11-17 Alice / Dana");
  CHECK(names("2026-11-17.md", "---\nperson: '[[Alice]]'\n---\n") == "/[[Alice]]");
  CHECK(names("2026-11-17.md", "---\nattendees: [Alice, Dana]\n---\n") == "/Alice/Dana");
}

TEST_CASE("two meetings of one day have names of their own") {
  const SourceMeetings found =
      meetings_in("a.md", Note("# 2026-11-17\na\n# 2026-11-17\nb\n"), reading, DayOrder::unknown);
  CHECK(found.meetings[0].part == "2026-11-17");
  CHECK(found.meetings[1].part == "2026-11-17-2");
}

TEST_CASE("a note keeps its text and gets its day and where it came from") {
  const Date day = *Date::parse("2026-11-17");
  CHECK(as_note("a\r\n", day, "b.md") ==
        "---\r\ndate: 2026-11-17\r\nimported: b.md\r\n---\r\na\r\n");
  CHECK(as_note("---\ntags: [x] # mine\n---\na", day, "b: c.md#2026-11-17") ==
        "---\ntags: [x] # mine\ndate: 2026-11-17\nimported: 'b: c.md#2026-11-17'\n---\na");
  CHECK(as_note("---\nimported: old.md\n---\na", day, "b.md") ==
        "---\nimported: b.md\ndate: 2026-11-17\n---\na");
  CHECK(as_note("---\ndate: 2026-11-17\n---\n", day, "b.md") ==
        "---\ndate: 2026-11-17\nimported: b.md\n---\n");
}
