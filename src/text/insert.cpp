// SPDX-License-Identifier: MIT
// A bullet at the margin starts an item after any text, so no blank line is needed before it.
#include "text/insert.hpp"

#include <algorithm>

#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

std::string with_ending(std::string_view lines, std::string_view ending) {
  std::string text;
  for (char c : lines) text += c == '\n' ? std::string(ending) : std::string(1, c);
  return text;
}

Shelf named(std::string title) {
  std::string folded = unicode::fold(title);
  return {[folded](const Heading& heading) { return unicode::fold(heading.text) == folded; },
          std::move(title)};
}

bool ends_with_line(const Note& note) {
  std::string_view bytes = note.bytes();
  return note.lines() == 0 || bytes.ends_with('\n') || bytes.ends_with('\r');
}

}  // namespace

Shelf carried_shelf() {
  return named("Carried forward");
}

Shelf topics_shelf(const Reading& reading) {
  auto fits = [&reading](const Heading& heading) {
    return reading.headings.classify(heading.text) == Section::topics;
  };
  return {fits, "Topics"};
}

Shelf actions_shelf() {
  return named("Action items");
}

Shelf kind_shelf(const std::string& kind) {
  std::string title = kind + "s";
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return {[kind](const Heading& heading) { return kind_of_heading(heading.text) == kind; }, title};
}

Shelf asks_shelf(const Reading& reading) {
  auto fits = [&reading](const Heading& heading) {
    return is_ask(kind_of_heading(heading.text)) &&
           reading.headings.classify(heading.text) == Section::plain;
  };
  return {fits, "Blockers and asks"};
}

Edit insert_items(const Note& note, const Outline& outline, const Shelf& shelf,
                  std::string_view lines) {
  std::string ending(note.ending());
  auto heading = std::ranges::find_if(outline.headings, shelf.fits);
  std::size_t last = note.lines();
  if (heading != outline.headings.end()) {
    if (heading + 1 != outline.headings.end()) last = (heading + 1)->line - 1;
    while (last > heading->last_line && is_blank(note.line(last))) --last;
    std::string before = last == note.lines() && !ends_with_line(note) ? ending : "";
    return {note.next(last), 0, before + with_ending(lines, ending)};
  }
  while (last >= note.body_line() && last > 0 && is_blank(note.line(last))) --last;
  std::string before = ending;
  if (last == note.lines() && !ends_with_line(note)) before += ending;
  if (last == 0) before.clear();
  std::size_t at = last == 0 ? note.bytes().size() : note.next(last);
  return {at, 0, before + with_ending("## " + shelf.title + "\n" + std::string(lines), ending)};
}

Edit insert_items_at_top(const Note& note, const Shelf& shelf, std::string_view lines) {
  std::size_t first = note.body_line();
  std::size_t at = first <= note.lines() ? note.start(first) : note.bytes().size();
  std::string text = "## " + shelf.title + "\n" + std::string(lines) + "\n";
  return {at, 0, with_ending(text, note.ending())};
}

}  // namespace oneonone
