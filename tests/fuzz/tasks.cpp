// SPDX-License-Identifier: MIT
// A note of any bytes: it prints back, and an edit of an item changes the lines that it names.
#include "text/tasks.hpp"

#include "fuzz/targets.hpp"
#include "laws/round_trip.hpp"

namespace oneonone::fuzz {
namespace {

constexpr std::size_t most_bytes = 2048, most_items = 20;  // every item is edited in every way
const Reading reading{Headings({"Topics"}, {"Checklist"}), ""};

/// A tick changes the box of its item and no other item.
void ticks(const Note& note, const Outline& before) {
  for (std::size_t n = 0; n < before.tasks.size(); ++n) {
    const std::size_t box = is_wrong_on_purpose() ? 0 : n;
    const std::string ticked = apply_edits(note.bytes(), {set_mark(before.tasks[box], 'x')});
    const Outline after = outline_of(Note(ticked), reading);
    require(after.tasks.size() == before.tasks.size(), "a tick makes or takes an item");
    for (std::size_t other = 0; other < after.tasks.size(); ++other) {
      const Item& item = after.tasks[other].item();
      const Item& old = before.tasks[other].item();
      require(item.mark == (other == n ? Mark::done : old.mark), "a tick is not where it belongs");
      require(item.id == old.id && item.words == old.words, "a tick changes words");
    }
  }
}

}  // namespace

void tasks(std::string_view bytes) {
  if (bytes.size() > most_bytes) return;
  const std::string text(bytes);
  const Note note(text);
  const Outline outline = outline_of(note, reading);
  if (outline.tasks.size() > most_items) return;
  ticks(note, outline);
  for (const std::string& law : testing::broken_laws(text)) throw Broken(law);
}

}  // namespace oneonone::fuzz
