// SPDX-License-Identifier: MIT
// The task items of what is imported: what each is, and the few bytes that change so that it is
// one here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/import_names.hpp"
#include "text/tasks.hpp"

namespace oneonone {

/// How something that is or may be a task item is written.
enum class Shape {
  box,      ///< `- [ ] text`: an item already
  keyword,  ///< `- TODO text`
  bare,     ///< a bullet below a heading such as `Action items`
  odd,      ///< `- [i] text`: a letter that no status of the notebook is
};

struct SourceItem {
  std::size_t line = 0;
  Shape shape = Shape::box;
  std::size_t text = 0;  ///< the byte where its text starts, the box included
};

/// All of a text, by lines.
std::vector<SourceItem> source_items(const Note& note, const Outline& outline);

/// Something that a person must look at; `items` are left to them.
struct Doubt {
  std::size_t line = 0;  ///< of the source
  std::string message;
  std::size_t items = 0;
};

/// What became of the items.
struct ItemCounts {
  std::size_t open = 0, done = 0, dropped = 0, carried = 0;
  std::size_t topics = 0;   ///< open talking points
  std::size_t ignored = 0;  ///< below a heading that the notebook ignores
  std::size_t unclear = 0;

  std::size_t sum() const { return open + done + dropped + carried + topics + ignored + unclear; }
  ItemCounts& operator+=(const ItemCounts& other);
};

/// The text of a meeting as a note.
struct ImportedText {
  std::string bytes;
  ItemCounts counts;
  std::vector<Doubt> doubts;  ///< lines of this text
};

/// Gives keywords a box (with `bullets` bare bullets, too) and writes owners as `@handle` first:
/// `Alice:`, `@Alice Ng`, `**Alice:**`, `(@alice)` at either end, `[Alice Ng](mailto:…)`; days as
/// planning_edits has them. All other bytes stay.
ImportedText import_items(std::string_view bytes, const std::vector<Spelling>& spellings,
                          const Reading& reading, bool bullets);

/// Headings above items that sound like attendance or a checklist, but are not ignored yet.
std::vector<std::string> headings_to_ignore(std::string_view bytes, const Reading& reading);

}  // namespace oneonone
