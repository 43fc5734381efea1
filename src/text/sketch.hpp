// SPDX-License-Identifier: MIT
// What a scan of many notes keeps of each: its items, read far enough to tell which of them matter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/offset.hpp"
#include "text/tasks.hpp"

namespace oneonone {

/// Bytes of a text.
struct TextRange {
  Offset from = 0, to = 0;

  static TextRange between(std::size_t first, std::size_t end) {
    return {offset(first), offset(end)};
  }
  bool empty() const { return from == to; }
  std::string_view of(std::string_view text) const { return text.substr(from, to - from); }
};

/// A task item before its words are read.
struct SeenItem {
  Mark mark = Mark::open;
  Section section = Section::plain;
  bool step = false;  ///< it is part of the item around it, unless it has an owner
  Offset note = 0;    ///< of Sketches: its note's number
  Offset line = 0;
  /// In Sketches both are of their `text`; before that, of the note.
  TextRange words;  ///< from behind its box to the end of its paragraph
  TextRange id;     ///< in its words; empty when it shows none
};

/// What a scan keeps of some notes: little, as there are many, and all of it in one piece.
struct Sketches {
  /// The task items as Outline has them, without those below an ignored heading, steps that show no
  /// id, and what is closed and shows none.
  std::vector<SeenItem> items;
  std::string text;                    ///< the words of the items, one after the other
  std::vector<std::string> other_ids;  ///< every `^id` that ends a line and is no item's

  /// Adds a note. Numbers grow from note to note.
  void add(std::size_t number, std::string_view bytes, const Reading& reading);

  std::string_view id_of(const SeenItem& item) const { return item.id.of(text); }
  /// True when a word of the item's first line is a `since:` with a date.
  bool has_since(const SeenItem& item) const;

 private:
  void keep_words(SeenItem& item, std::string_view bytes);
};

/// Where a part of a note stands; nowhere when it is none.
TextRange range_in(std::string_view text, std::string_view part);

/// The ids of a note alone: a small part of the work.
std::vector<std::string> ids_of_note(std::string_view bytes);

/// Makes of an empty task the item as Outline has it, but for where it stands in the note: that is
/// its line alone.
void read_seen(const SeenItem& item, const Sketches& sketches, Task& task);

}  // namespace oneonone
