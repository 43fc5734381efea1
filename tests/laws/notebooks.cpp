// SPDX-License-Identifier: MIT
// Writes note after note: new lines, copies of old ones, and hands that slip.
#include "laws/notebooks.hpp"

namespace oneonone::testing {
namespace {

const std::vector<std::string> files{"topics.md",     "2025/2025-12-01.md", "2026-11-03.md",
                                     "2026-11-10.md", "2026-11-10-2.md",    "2026-11-17.md",
                                     "2026-11-24.md"};
const std::vector<std::string_view> marks{"[ ]", "[ ]", "[ ]", "[x]", "[x]", "[X]", "[-]",
                                          "[>]", "[>]", "[>]", "[/]", "[!]", "[1]", "[y]"};
const std::vector<std::string_view> words{"send the budget", "call Bob", "review *it*", "ask why"};
const std::vector<std::string_view> between{"",
                                            "",
                                            "",
                                            "Some words.",
                                            "# Topics",
                                            "# Notes",
                                            "## Sub",
                                            "# Checklist",
                                            "## Actions",
                                            "```",
                                            "```",
                                            "<!--",
                                            "-->",
                                            "<!-- a prompt -->",
                                            "***",

                                            "> quoted words",
                                            "- no task",
                                            "Words. ^para1"};

/// One item: where its line starts (marks of containers and list), its box, and what follows.
struct Written {
  std::string start, box, text, tail;

  std::string line() const { return start + box + " " + text + tail; }
};

Written new_item(Random& random) {
  Written item;
  item.start =
      random.of({"- ", "- ", "- ", "* ", "1. ", "  - ", "    - ", "> - ", "> > 1. ", "- - "});
  item.box = random.of(marks);
  item.text = random.of({"", "@dana ", "@dana ", "@alice: "}) + random.of(words);
  if (random.chance(30)) item.tail += random.of({" due:2026-12-01", " due:fri"});
  if (random.chance(30)) item.tail += " since:2026-10-0" + std::to_string(1 + random.below(9));
  if (random.chance(10)) item.tail += random.of({" on:2026-12-08", " on:call"});
  if (item.box == "[x]" && random.chance(50)) item.tail += " done:2026-11-12";
  if (random.chance(60)) item.tail += random.of({" ^k7m2q", " ^k7m2q", " ^b2c3d", " ^old-1"});
  return item;
}

/// The item in a newer note, as `new` or a hand would copy it.
Written copied(Random& random, Written item) {
  if (random.chance(70)) item.start = "- ";
  item.box = random.of(marks);
  if (random.chance(60) && item.tail.find("since:") == std::string::npos) {
    item.tail = " since:2026-11-03" + item.tail;
  }
  if (random.chance(15)) item.text = "@dana " + random.of(words);
  return item;
}

/// Some editors wrap lines: at the last blank before the tokens, at the id, or below the margin.
std::string wrapped(Random& random, const Written& item) {
  std::string line = item.line();
  const std::size_t box = item.start.size() + item.box.size() + 1;
  const std::size_t blank = random.chance(50) ? line.rfind(' ') : line.find(' ', box);
  if (blank == std::string::npos || blank < box) return line;
  const bool lazy = random.chance(20);
  return line.replace(blank, 1, "\n" + (lazy ? "" : std::string(item.start.size(), ' ')));
}

std::string note_text(Random& random, const std::vector<Written>& items) {
  std::string text = random.chance(50) ? "---\ndate: 2026-11-24\n---\n" : "";
  for (const Written& item : items) {
    while (random.chance(35)) text += random.of(between) + "\n";
    text += (random.chance(20) ? wrapped(random, item) : item.line()) + "\n";
    if (random.chance(8)) text += item.line() + "\n";
  }
  if (random.chance(10)) text += "\n---\n";
  if (!text.empty() && random.chance(10)) text.pop_back();
  return text;
}

}  // namespace

std::vector<TwinNote> random_notes(Random& random, const std::string& folder) {
  std::vector<std::vector<Written>> notes;
  std::vector<std::string> names;
  for (const std::string& file : files) {
    if (!random.chance(50)) continue;
    std::vector<Written> items;
    for (std::size_t n = random.below(4); n > 0; --n) items.push_back(new_item(random));
    for (auto& old : notes) {
      for (Written& item : old) {
        if (!random.chance(40)) continue;
        items.push_back(copied(random, item));
        if (random.chance(70)) item.box = "[>]";
      }
    }
    notes.push_back(std::move(items));
    names.push_back(file);
  }
  std::vector<TwinNote> written;
  for (std::size_t n = 0; n < notes.size(); ++n) {
    written.push_back(
        {NotePath::make(Tree::shared, folder, names[n]), note_text(random, notes[n])});
  }
  return written;
}

}  // namespace oneonone::testing
