// SPDX-License-Identifier: MIT
// Law: what a scan reads of a note's items is what the parser reads.
#include <doctest/doctest.h>

#include <algorithm>

#include "laws/documents.hpp"
#include "text/sketch.hpp"
#include "text/tasks.hpp"

namespace {

using namespace oneonone;
using oneonone::testing::Random;

const Reading reading{Headings({"Topics"}, {"Checklist", "Attendance"}), ""};

Sketches sketch_of(const std::string& text) {
  Sketches sketch;
  sketch.add(0, text, reading);
  return sketch;
}

bool knows(const std::string& id, const Sketches& sketch) {
  return std::ranges::count(sketch.other_ids, id) > 0 ||
         std::ranges::any_of(sketch.items,
                             [&](const SeenItem& item) { return sketch.id_of(item) == id; });
}

/// Those of tasks, and what else ends a line as an id does.
bool knows_ids(const std::string& text, const Outline& outline, const Sketches& sketch) {
  return std::ranges::all_of(ids_of_note(text),
                             [&](const std::string& id) { return knows(id, sketch); }) &&
         std::ranges::all_of(outline.tasks, [&](const Task& task) {
           return task.item().id.empty() || knows(task.item().id, sketch);
         });
}

bool same(const Item& a, const Item& b) {
  return a.mark == b.mark && a.owner == b.owner && a.words == b.words && a.since == b.since &&
         a.due == b.due && a.done == b.done && a.dropped == b.dropped && a.on == b.on &&
         a.due_word == b.due_word && a.id == b.id;
}

/// Nobody asks for steps without an id, nor for what is closed and has none.
bool may_matter(const Task& task) {
  if (task.role == Role::none) return false;
  const bool can_go = task.role == Role::step || is_closed(task.item().mark);
  return !can_go || !task.item().id.empty();
}

/// The sketch has the items of the parser, and all that they say. A `since:` that it sees is there;
/// one on a later line of the item it need not see.
bool is_right(const Outline& outline, const Sketches& sketch) {
  std::vector<const Task*> tasks;
  for (const Task& task : outline.tasks) {
    if (may_matter(task)) tasks.push_back(&task);
  }
  return std::ranges::equal(tasks, sketch.items, [&](const Task* task, const SeenItem& seen) {
    Task read;
    read_seen(seen, sketch, read);
    return same(read.item(), task->item()) && read.role == task->role &&
           read.section == task->section && read.box_line == task->box_line &&
           seen.mark == read.item().mark && sketch.id_of(seen) == read.item().id &&
           (!sketch.has_since(seen) || read.item().since);
  });
}

struct Counts {
  std::size_t documents = 0, tasks = 0, seen = 0;
};

void hold(const std::string& text, Counts& counts) {
  const Outline outline = outline_of(Note(text), reading);
  const Sketches sketch = sketch_of(text);
  counts.tasks += outline.tasks.size();
  counts.seen += sketch.items.size();
  const bool right = is_right(outline, sketch);
  if (right && knows_ids(text, outline, sketch)) return;
  INFO("document: ", doctest::String(text.c_str()));
  CHECK(right);
  CHECK(knows_ids(text, outline, sketch));
}

Counts hold_all(std::string (*document)(Random&), std::size_t seed) {
  Random random(testing::setting("ONEONONE_SEED", seed));
  Counts counts;
  counts.documents = testing::setting("ONEONONE_DOCUMENTS", 100000);
  for (std::size_t n = 0; n < counts.documents; ++n) hold(document(random), counts);
  MESSAGE(counts.documents, " documents, ", counts.tasks, " tasks, ", counts.seen,
          " that may matter");
  return counts;
}

}  // namespace

TEST_CASE("a box that is no item of ours does not stand in for one that is no item at all") {
  CHECK(sketch_of("- [x] a ^k7m2q\n- [y] b\n\n[x] c\n").items.size() == 1);
}

TEST_CASE("a heading with a form feed at its end is the same heading") {
  CHECK(sketch_of("# Checklist\f\n\n- [ ] a\n").items.empty());
  CHECK(outline_of(Note("# Checklist\f\n\n- [ ] a\n"), reading).tasks[0].role == Role::none);
}

TEST_CASE("an id stands behind a byte order mark, too") {
  CHECK(ids_of_note("\xEF\xBB\xBF^k7m2q\n") == std::vector<std::string>{"k7m2q"});
}

TEST_CASE("a scan finds the items of hostile documents") {
  const Counts counts = hold_all(testing::hostile_document, 20261125);
  CHECK(counts.tasks > 3 * counts.documents / 10);
}

TEST_CASE("a scan finds the items in items, and tells steps from what only looks like one") {
  const Counts counts = hold_all(testing::nested_document, 20261127);
  CHECK(counts.seen > counts.documents / 2);
}

TEST_CASE("a scan finds the items of lists") {
  const Counts counts = hold_all(testing::list_document, 20261126);
  CHECK(counts.seen > counts.documents / 10);
}

TEST_CASE("a scan finds the items of what people write every day") {
  const Counts counts = hold_all(testing::everyday_document, 20261128);
  CHECK(counts.seen > counts.documents / 10);
}
