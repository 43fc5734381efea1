// SPDX-License-Identifier: MIT
// Law: the scan for boxes loses no task item, and where it is certain it is right.
#include <doctest/doctest.h>

#include <algorithm>

#include "laws/documents.hpp"
#include "text/sketch.hpp"
#include "text/tasks.hpp"

namespace {

using namespace oneonone;
using oneonone::testing::Random;

const Reading reading{Headings({"Topics"}, {"Checklist", "Attendance"}), ""};

/// Every task has its box line, in order; its id is known.
bool loses_nothing(const Note& note, const Outline& outline, const Sketch& sketch) {
  std::size_t next = 0;
  for (const Task& task : outline.tasks) {
    std::string_view id = id_of_line(note.line(task.box_line));
    while (next < sketch.boxes.size() &&
           (sketch.boxes[next].mark != task.item().mark || sketch.boxes[next].id != id)) {
      ++next;
    }
    if (next++ >= sketch.boxes.size()) return false;
  }
  return true;
}

bool knows_ids(const Outline& outline, const Sketch& sketch) {
  return std::ranges::all_of(outline.tasks, [&](const Task& task) {
    return task.item().id.empty() || std::ranges::count(sketch.ids, task.item().id) > 0;
  });
}

/// A certain sketch says what a parser says: mark and id of each item that can matter. A `since:`
/// that it sees is there; one on a later line of the item it need not see.
bool is_right(const Outline& outline, const Sketch& sketch) {
  std::vector<const Task*> items;
  for (const Task& task : outline.tasks) {
    const bool nameless_step = task.role == Role::step && task.item().id.empty();
    if (task.role != Role::none && !nameless_step) items.push_back(&task);
  }
  return std::ranges::equal(items, sketch.boxes, [](const Task* task, const BoxLine& box) {
    return task->item().mark == box.mark && task->item().id == box.id &&
           (!box.since || task->item().since);
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
  const bool open =
      std::ranges::any_of(sketch.boxes, [](const BoxLine& box) { return box.mark == Mark::open; });
  const bool right =
      sketch.certain ? is_right(outline, sketch) : loses_nothing(note, outline, sketch);
  if (right && knows_ids(outline, sketch) && open == sketch.open) return;
  INFO("document: ", doctest::String(text.c_str()));
  CHECK(right);
  CHECK(knows_ids(outline, sketch));
  CHECK(open == sketch.open);
}

}  // namespace

TEST_CASE("a box that is no item of ours does not stand in for one that is no item at all") {
  const Sketch sketch = sketch_note("- [x] a ^k7m2q\n- [y] b\n\n[x] c\n", reading);
  CHECK(sketch.certain);
  CHECK(sketch.boxes.size() == 1);
}

TEST_CASE("the scan for boxes loses no task item of hostile documents") {
  Random random(testing::setting("ONEONONE_SEED", 20261125));
  const std::size_t count = testing::setting("ONEONONE_DOCUMENTS", 100000);
  Counts counts;
  for (std::size_t n = 0; n < count; ++n) hold(testing::hostile_document(random), counts);
  MESSAGE(count, " documents, ", counts.tasks, " tasks, certain of ", counts.certain);
  CHECK(counts.tasks > 3 * count / 10);
}

TEST_CASE("where the scan is certain, its box lines are the task items") {
  Random random(testing::setting("ONEONONE_SEED", 20261126));
  const std::size_t count = testing::setting("ONEONONE_DOCUMENTS", 100000);
  Counts counts;
  for (std::size_t n = 0; n < count; ++n) hold(testing::list_document(random), counts);
  for (std::size_t n = 0; n < count; ++n) hold(testing::everyday_document(random), counts);
  MESSAGE(count, " documents twice, ", counts.tasks, " tasks, certain of ", counts.certain);
  CHECK(counts.certain > count / 10);
}
