// SPDX-License-Identifier: MIT
// Scans for boxes and ids byte by byte, and decides which notes a parser must read.
#include "text/boxes.hpp"

#include <algorithm>
#include <map>

#include "model/date.hpp"
#include "text/blanks.hpp"
#include "text/item_text.hpp"
#include "text/note.hpp"

namespace oneonone {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::size_t line_start(std::string_view text, std::size_t at) {
  while (at > 0 && !is_line_end(text[at - 1])) --at;
  return at;
}

std::string_view line_from(std::string_view text, std::size_t start) {
  return text.substr(start, end_of_line(text, start) - start);
}

/// Containers only: what CommonMark allows between a line's start and an item's first paragraph.
bool only_containers(std::string_view prefix) {
  return prefix.find_first_not_of(" \t>-*+.)0123456789") == std::string_view::npos;
}

std::size_t character_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xF0) return 4;
  return lead >= 0xE0 ? 3 : 2;
}

bool has_since(std::string_view line) {
  for (std::size_t at = 0; (at = line.find("since:", at)) != std::string_view::npos; ++at) {
    std::string_view date = line.substr(at + 6, 10);
    std::string_view after = line.substr(std::min(at + 16, line.size()), 1);
    bool alone = at > 0 && (line[at - 1] == ' ' || line[at - 1] == '\t');
    if (alone && Date::parse(date) && (after.empty() || after == " " || after == "\t")) return true;
  }
  return false;
}

void find_boxes(std::string_view body, const Reading& reading, Sketch& sketch) {
  for (std::size_t at = 0; (at = body.find('[', at)) != std::string_view::npos; ++at) {
    auto box = box_at(body, at);
    if (!box) continue;
    auto mark = mark_of(body.substr(box->at, box->size), reading.statuses);
    std::size_t start = line_start(body, at);
    if (!mark || !only_containers(body.substr(start, at - start))) continue;
    std::string_view line = line_from(body, start);
    sketch.boxes.push_back({*mark, std::string(id_of_line(line)), has_since(line)});
    sketch.open = sketch.open || *mark == Mark::open;
  }
}

void find_ids(std::string_view bytes, Sketch& sketch) {
  for (std::size_t at = 0; (at = bytes.find('^', at)) != std::string_view::npos; ++at) {
    std::size_t start = line_start(bytes, at);
    std::string_view line = line_from(bytes, start);
    std::string_view id = id_of_line(line);
    // The last `^` of a line is the one that can start its id.
    if (!id.empty() && static_cast<std::size_t>(id.data() - bytes.data()) == at + 1) {
      sketch.ids.emplace_back(id);
    }
  }
}

/// What a line of a note can do to the meaning of the box lines around it.
bool is_harmless(std::string_view line, bool after_text, const Headings& headings) {
  std::size_t first = line.find_first_not_of(" \t>-*+.)0123456789");
  if (first != std::string_view::npos && line[first] == '<') {
    bool comment = line.substr(first).starts_with("<!--");
    if (!comment || line.find("-->", first + 4) == std::string_view::npos) return false;
  }
  std::size_t text = line.find_first_not_of(" \t");
  if (text == std::string_view::npos) return true;
  if (after_text && (line.find_first_not_of("= \t") == std::string_view::npos ||
                     line.find_first_not_of("- \t") == std::string_view::npos)) {
    return false;  // may make a heading of the text before it
  }
  if (line[text] != '#') return true;
  std::string_view title = line.substr(std::min(line.find_first_not_of('#', text), line.size()));
  title = title.substr(0, title.find_last_not_of("# \t") + 1);
  return headings.classify(title) != Section::ignored;
}

/// A bullet at the margin with text behind its box: no container, no code, nothing but an item.
bool is_plain_item(std::string_view line, std::string_view statuses) {
  auto box = line.size() > 2 && line[1] == ' ' ? box_at(line, 2) : std::nullopt;
  if (!box || !mark_of(line.substr(box->at, box->size), statuses)) return false;
  if (std::string_view("-*+").find(line[0]) == std::string_view::npos) return false;
  return line.find_first_not_of(" \t", box->at + box->size + 1) != std::string_view::npos;
}

bool is_certain(std::string_view body, const Sketch& sketch, const Reading& reading) {
  if (body.find("```") != std::string_view::npos || body.find("~~~") != std::string_view::npos) {
    return false;
  }
  std::size_t items = 0;
  std::size_t item_ids = 0;
  bool after_text = false;
  for (std::size_t at = 0; at < body.size();) {
    std::string_view line = line_from(body, at);
    if (!is_harmless(line, after_text, reading.headings)) return false;
    if (is_plain_item(line, reading.statuses)) {
      ++items;
      item_ids += id_of_line(line).empty() ? 0U : 1U;
    }
    after_text = !is_blank(line);
    at += line.size() + (body.substr(at + line.size(), 2) == "\r\n" ? 2 : 1);
  }
  return items == sketch.boxes.size() && item_ids == sketch.ids.size();
}

/// One loose copy of an id.
struct Copy {
  std::size_t note = 0;
  const BoxLine* box = nullptr;
};

/// True when the copies (oldest first) surely belong to one item that was closed in the newest.
bool surely_closed(const std::vector<Copy>& copies, const std::vector<Sketch>& sketches) {
  Mark newest = copies.back().box->mark;
  if (newest != Mark::done && newest != Mark::dropped) return false;
  for (std::size_t i = 1; i < copies.size(); ++i) {
    if (!sketches[copies[i].note].certain || !copies[i].box->since) return false;
    if (copies[i].note == copies[i - 1].note) return false;
  }
  return true;
}

bool has(const std::vector<Copy>& copies, Mark mark) {
  return std::ranges::any_of(copies, [mark](const Copy& copy) { return copy.box->mark == mark; });
}

/// Where an id stands: on box lines, and in all notes that hold it.
struct Group {
  std::vector<Copy> copies;
  std::vector<std::size_t> holders;
};

bool needs_parser(const Group& group, const std::vector<Sketch>& sketches) {
  bool wrapped = group.copies.size() < group.holders.size();
  if (wrapped || has(group.copies, Mark::open)) return true;
  return has(group.copies, Mark::carried) && !surely_closed(group.copies, sketches);
}

}  // namespace

std::optional<Mark> mark_of(std::string_view character, std::string_view statuses) {
  if (character == "x" || character == "X") return Mark::done;
  if (character == "-") return Mark::dropped;
  if (character == ">") return Mark::carried;
  char c = character[0];
  bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (letter && statuses.find(c) == std::string_view::npos) return std::nullopt;
  return Mark::open;
}

std::optional<Box> box_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '[') return std::nullopt;
  auto lead = static_cast<unsigned char>(text[at + 1]);
  std::size_t size = character_size(lead);
  std::size_t close = at + 1 + size;
  if (close >= text.size() || text[close] != ']') return std::nullopt;
  if ((lead < 0x20) || lead == '[' || lead == ']' || lead == 0x7F) return std::nullopt;
  if (close + 1 < text.size()) {
    char after = text[close + 1];
    if (after != ' ' && after != '\t' && !is_line_end(after)) return std::nullopt;
  }
  return Box{at + 1, size};
}

Sketch sketch_note(std::string_view bytes, const Reading& reading) {
  Sketch sketch;
  std::string_view body = bytes.substr(body_offset(bytes));
  find_boxes(body, reading, sketch);
  find_ids(body, sketch);
  bool may_matter = !sketch.boxes.empty() && !sketch.ids.empty();
  sketch.certain = may_matter && is_certain(body, sketch, reading);
  return sketch;
}

ToParse notes_to_parse(const std::vector<Sketch>& sketches) {
  ToParse parse;
  parse.notes.resize(sketches.size());
  std::map<std::string_view, Group> groups;
  for (std::size_t note = 0; note < sketches.size(); ++note) {
    const Sketch& sketch = sketches[note];
    parse.notes[note] = sketch.open;
    for (const std::string& id : sketch.ids) groups[id].holders.push_back(note);
    for (const BoxLine& box : sketch.boxes) {
      if (!box.id.empty()) groups[box.id].copies.push_back({note, &box});
      if (box.id.empty() && box.mark == Mark::carried) parse.notes[note] = true;
    }
  }
  std::erase_if(groups, [&](const auto& entry) {
    if (!needs_parser(entry.second, sketches)) return false;
    for (std::size_t note : entry.second.holders) parse.notes[note] = true;
    return true;
  });
  auto parsed = [&](std::size_t note) { return parse.notes[note]; };
  for (const auto& [id, group] : groups) {
    bool shown = std::ranges::any_of(group.holders, parsed);
    if (shown && has(group.copies, Mark::carried)) parse.closed.emplace_back(id);
  }
  return parse;
}

}  // namespace oneonone
