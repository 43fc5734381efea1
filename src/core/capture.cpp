// SPDX-License-Identifier: MIT
// Reads the typed words with the grammar of items and writes them in its order.
#include "core/capture.hpp"

#include "core/date_words.hpp"
#include "error.hpp"
#include "text/insert.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::string_view file_name = "topics.md";

/// The text without a list marker and box that were typed along.
std::string_view without_box(std::string_view text) {
  std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  text.remove_prefix(first);
  std::string_view rest = text;
  if (rest.starts_with("- ") || rest.starts_with("* ")) rest.remove_prefix(2);
  if (rest.starts_with("[ ] ")) return rest.substr(4);
  return text;
}

Item read_typed(std::string_view text) {
  Note note{std::string(without_box(text))};
  if (note.lines() > 1) throw Error(Status::usage, "the text has more than one line");
  if (unicode::has_control(note.bytes())) {
    throw Error(Status::usage, "the text holds control characters");
  }
  if (note.lines() == 0) return {};
  return read_item(note, note.start(1), 1, 1).item;
}

std::string handle_of(const std::string& owner, const Person& person) {
  if (owner == "me") return person.me;
  if (owner == "them") return person.them();
  return owner;
}

bool names_author(const std::string& words, const Person& person) {
  for (const std::string& handle : person.people) {
    if (words.ends_with("(" + handle + ")")) return true;
  }
  return false;
}

}  // namespace

std::string captured_line(const Captured& captured, const Person& person, const IdSet& taken,
                          Date today) {
  Item item = read_typed(captured.text);
  if (captured.owner) item.owner = *captured.owner;
  if (item.words.empty()) throw Error(Status::usage, "there is no text to add");
  item.owner = handle_of(item.owner, person);
  if (!item.due_word.empty()) {
    item.due = parse_date_word(item.due_word, today, Weekdays::after_today);
  }
  if (captured.due) item.due = captured.due;
  if (item.owner.empty() && !names_author(item.words, person)) {
    item.words += " (" + person.me + ")";
  }
  std::string line = "- [ ] ";
  if (!item.owner.empty()) line += "@" + item.owner + " ";
  line += item.words + " since:" + item.since.value_or(today).iso();
  if (item.due) line += " due:" + item.due->iso();
  if (item.id.empty() || taken.contains(item.id)) {
    item.id = mint_id({person.people, file_name, item.owner, item.words}, taken);
  }
  return line + " ^" + item.id + "\n";
}

std::string topics_with(const std::optional<std::string>& bytes, std::string_view line,
                        const Person& person, const Reading& reading) {
  std::string names =
      person.names.size() == 2 ? person.names[0] + " and " + person.names[1] : person.folder;
  Note note(bytes.value_or("# " + names + ", for the next meeting\n"));
  Outline outline = outline_of(note, reading);
  Shelf shelf = line.starts_with("- [ ] @") ? actions_shelf() : topics_shelf(reading);
  return apply_edits(note.bytes(), {insert_items(note, outline, shelf, line)});
}

}  // namespace oneonone
