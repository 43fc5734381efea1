// SPDX-License-Identifier: MIT
// Law: the scan for boxes loses no task item, and where it is certain it is right.
#include <doctest/doctest.h>

#include <algorithm>

#include "laws/documents.hpp"
#include "text/boxes.hpp"
#include "text/tasks.hpp"

namespace {

using namespace oneonone;
using oneonone::testing::Random;

const Reading reading{Headings({"Topics"}, {"Checklist", "Attendance"}), ""};

/// Every task has its box line, in order; its id is known, an open one makes the note open.
bool loses_nothing(const Note& note, const Outline& outline, const Sketch& sketch) {
  std::size_t next = 0;
  for (const Task& task : outline.tasks) {
    std::string_view id = id_of_line(note.line(task.box_line));
    while (next < sketch.boxes.size() &&
           (sketch.boxes[next].mark != task.item().mark || sketch.boxes[next].id != id)) {
      ++next;
    }
    if (next++ >= sketch.boxes.size()) return false;
    if (task.item().mark == Mark::open && !sketch.open) return false;
    if (!task.item().id.empty() && std::ranges::count(sketch.ids, task.item().id) == 0) {
      return false;
    }
  }
  return true;
}

/// A certain sketch says what a parser says: mark and id of each box line, which is an item of its
/// own. A `since:` that it sees is there; one on a later line of the item it need not see.
bool is_right(const Outline& outline, const Sketch& sketch) {
  return std::ranges::equal(outline.tasks, sketch.boxes, [](const Task& task, const BoxLine& box) {
    return task.item().mark == box.mark && task.item().id == box.id &&
           (!box.since || task.item().since) && !task.parent && task.role != Role::none;
  });
}

struct Counts {
  std::size_t tasks = 0, certain = 0;
};

void hold(const std::string& text, Counts& counts) {
  const Note note(text);
  const Outline outline = outline_of(note, reading);
  const Sketch sketch = sketch_note(text, reading);
  counts.tasks += outline.tasks.size();
  counts.certain += sketch.certain ? 1U : 0U;
  const bool lossless = loses_nothing(note, outline, sketch);
  const bool right = !sketch.certain || is_right(outline, sketch);
  INFO("document: ", doctest::String(text.c_str()));
  if (!lossless || !right) CHECK(lossless);
  if (!lossless || !right) CHECK(right);
}

}  // namespace

TEST_CASE("a box that is no item of ours does not stand in for one that is no item at all") {
  CHECK_FALSE(sketch_note("- [x] a ^k7m2q\n- [y] b\n\n[x] c\n", reading).certain);
  CHECK(sketch_note("- [x] a ^k7m2q\n- [y] b\n", reading).certain);
}

TEST_CASE("the scan for boxes loses no task item of hostile documents") {
  Random random(20261125);
  Counts counts;
  for (int n = 0; n < 100000; ++n) hold(testing::hostile_document(random), counts);
  MESSAGE("100000 documents, ", counts.tasks, " tasks, certain of ", counts.certain);
  CHECK(counts.tasks > 30000);
}

TEST_CASE("where the scan is certain, its box lines are the task items") {
  Random random(20261126);
  Counts counts;
  for (int n = 0; n < 100000; ++n) hold(testing::list_document(random), counts);
  MESSAGE("100000 documents, ", counts.tasks, " tasks, certain of ", counts.certain);
  CHECK(counts.certain > 10000);
}
