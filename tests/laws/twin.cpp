// SPDX-License-Identifier: MIT
// Splits lines, asks cmark for list items, reads words, groups by id: no step is clever.
#include "laws/twin.hpp"

#include <cmark.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <sstream>

#include "core/ids.hpp"

namespace oneonone::testing {
namespace {

/// Lines without their endings; generated notes end lines with `\n` or `\r\n`.
std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  std::istringstream stream(bytes);
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

/// How many lines the front matter takes.
std::size_t front_matter_lines(const std::vector<std::string>& lines) {
  if (lines.empty() || lines[0] != "---") return 0;
  auto close = std::find(lines.begin() + 1, lines.end(), "---");
  return close == lines.end() ? 0 : static_cast<std::size_t>(close - lines.begin()) + 1;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool is_id_word(const std::string& word) {
  return word.size() > 1 && word[0] == '^' && std::all_of(word.begin() + 1, word.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
         });
}

/// One copy of an item: a line of one note.
struct Line {
  std::size_t note = 0, line = 0;
  char mark = ' ';
  bool topics = false, ignored = false, in_task = false, in_ticked = false;
  std::string owner, words, id, since, done, dropped;

  bool is_open() const { return mark != 'x' && mark != 'X' && mark != '-' && mark != '>'; }
  bool is_closed() const { return mark == 'x' || mark == 'X' || mark == '-'; }
  /// Without an owner, inside another task item: no item of its own.
  bool is_step() const { return owner.empty() && in_task && !(topics && in_ticked); }
};

bool is_day(const std::string& text) {
  return Date::parse(text).has_value();
}

bool is_token(const std::string& word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string::npos || colon + 1 == word.size()) return false;
  const std::string key = word.substr(0, colon);
  const std::string value = word.substr(colon + 1);
  const bool dated = key == "since" || key == "on" || key == "done" || key == "dropped";
  return key == "due" || (dated && is_day(value));
}

/// The last word of a line that is no token.
std::size_t last_word(const std::vector<std::string>& words) {
  std::size_t last = words.size() - 1;
  while (last > 0 && is_token(words[last])) --last;
  return last;
}

/// Reads owner, tokens, id and words. The id ends a line of the paragraph, but for tokens behind
/// it; the last one counts.
void read_text(const std::vector<std::string>& paragraph, Line& item) {
  std::optional<std::size_t> with_id;
  for (std::size_t n = 0; n < paragraph.size(); ++n) {
    const auto words = split(paragraph[n]);
    if (!words.empty() && is_id_word(words[last_word(words)])) with_id = n;
  }
  bool first = true;
  for (std::size_t n = 0; n < paragraph.size(); ++n) {
    auto words = split(paragraph[n]);
    if (with_id == n) {
      const std::size_t at = last_word(words);
      item.id = words[at].substr(1);
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    }
    for (const std::string& word : words) {
      const std::string value = word.substr(word.find(':') + 1);
      if (first && word.size() > 1 && word[0] == '@') {
        item.owner = word.substr(1, word.find_last_not_of(":,"));
      } else if (word.starts_with("since:") && is_day(value)) {
        item.since = value;
      } else if (word.starts_with("done:") && is_day(value)) {
        item.done = value;
      } else if (word.starts_with("dropped:") && is_day(value)) {
        item.dropped = value;
      } else if (word.starts_with("on:") && is_day(value)) {
        // When to bring it up: nothing that a listing of what is open depends on.
      } else if (!word.starts_with("due:") || value.empty()) {
        item.words += (item.words.empty() ? "" : " ") + word;
      }
      first = false;
    }
  }
}

/// Collects the task items of one note.
class NoteReader {
 public:
  NoteReader(const std::string& bytes, std::size_t note) : lines_(lines_of(bytes)), note_(note) {
    skipped_ = front_matter_lines(lines_);
  }

  std::vector<Line> read() {
    std::string body;
    for (std::size_t n = skipped_; n < lines_.size(); ++n) body += lines_[n] + '\n';
    cmark_node* document = cmark_parse_document(body.data(), body.size(), CMARK_OPT_DEFAULT);
    for (cmark_node* node = cmark_node_first_child(document); node != nullptr;
         node = cmark_node_next(node)) {
      if (cmark_node_get_type(node) == CMARK_NODE_HEADING) heading(node);
      blocks_in(node, false, false);
    }
    cmark_node_free(document);
    return items_;
  }

 private:
  void heading(cmark_node* node) {
    const auto level = static_cast<std::size_t>(cmark_node_get_heading_level(node));
    cmark_node* text = cmark_node_first_child(node);
    const char* literal = text == nullptr ? nullptr : cmark_node_get_literal(text);
    const std::string title = literal == nullptr ? "" : literal;
    titles_.resize(std::min(titles_.size(), level - 1));
    titles_.resize(level);
    titles_[level - 1] = title;
  }

  /// Sub-headings included; what stands below a checklist is nothing of ours.
  std::string section() const {
    for (const std::string name : {"Checklist", "Topics"}) {
      if (std::ranges::count(titles_, name) > 0) return name;
    }
    return "";
  }

  void blocks_in(cmark_node* parent, bool in_task, bool in_ticked) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      const bool is_item = cmark_node_get_type(node) == CMARK_NODE_ITEM;
      std::optional<char> mark = is_item ? task(node, in_task, in_ticked) : std::nullopt;
      const bool ticked = mark ? *mark == 'x' || *mark == 'X' : in_ticked;
      blocks_in(node, in_task || mark, ticked);
    }
  }

  /// Reads a list item; gives its mark when it is a task item.
  std::optional<char> task(cmark_node* node, bool in_task, bool in_ticked) {
    cmark_node* paragraph = cmark_node_first_child(node);
    if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return {};
    const auto first = static_cast<std::size_t>(cmark_node_get_start_line(paragraph)) + skipped_;
    const auto last = static_cast<std::size_t>(cmark_node_get_end_line(paragraph)) + skipped_;
    const auto column = static_cast<std::size_t>(cmark_node_get_start_column(paragraph));
    const std::string text = lines_[first - 1].substr(column - 1);
    if (text.size() < 3 || text[0] != '[' || text[2] != ']') return {};
    if (text.size() > 3 && text[3] != ' ' && text[3] != '\t') return {};
    const char mark = text[1];
    if (std::isalnum(static_cast<unsigned char>(mark)) != 0 && mark != 'x' && mark != 'X')
      return {};
    std::vector<std::string> rest{text.substr(3)};
    for (std::size_t n = first + 1; n <= last; ++n) {
      const std::string& line = lines_[n - 1];
      rest.push_back(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
    }
    Line item;
    item.note = note_;
    item.line = first;
    item.mark = mark;
    item.topics = section() == "Topics";
    item.ignored = section() == "Checklist";
    item.in_task = in_task;
    item.in_ticked = in_ticked;
    read_text(rest, item);
    const bool empty =
        std::ranges::all_of(rest, [](const auto& line) { return split(line).empty(); });
    if (empty) return {};
    items_.push_back(item);
    return mark;
  }

  std::vector<std::string> lines_;
  std::size_t note_;
  std::size_t skipped_ = 0;
  std::vector<std::string> titles_;
  std::vector<Line> items_;
};

/// All lines that are one item, oldest first.
using Copies = std::vector<Line>;

/// Which lines are copies of one item: by id, over notes from old to new.
std::vector<Copies> grouped(const std::vector<Line>& lines) {
  std::vector<Copies> items;
  std::map<std::string, std::size_t> by_id;
  std::set<std::pair<std::size_t, std::string>> seen;  // note and id
  for (const Line& line : lines) {
    if (line.ignored) continue;
    const auto known = line.id.empty() ? by_id.end() : by_id.find(line.id);
    const bool again = seen.contains({line.note, line.id});
    const bool is_copy = known != by_id.end() && !again &&
                         (!line.since.empty() || items[known->second].back().words == line.words);
    if (line.is_step() && !is_copy) continue;
    if (is_copy) {
      items[known->second].push_back(line);
    } else {
      items.push_back({line});
      // A line with an id that is taken is an item of its own and will get another id.
      if (known == by_id.end() && !line.id.empty()) by_id[line.id] = items.size() - 1;
      if (known != by_id.end()) items.back()[0].id.clear();
    }
    if (!line.id.empty()) seen.insert({line.note, line.id});
  }
  return items;
}

/// Answers for one person.
class Answer {
 public:
  Answer(const std::vector<std::string>& people, const std::vector<TwinNote>& notes,
         const std::set<std::string>& elsewhere)
      : people_(people), notes_(notes), elsewhere_(elsewhere) {}

  TwinItem decide(const Copies& copies) const {
    const Line* open = nullptr;
    const Line* closed = nullptr;
    for (const Line& copy : copies) {
      if (copy.is_open()) open = &copy;
      if (copy.is_closed()) closed = &copy;
    }
    const Line& shown = open != nullptr ? *open : closed != nullptr ? *closed : copies.back();
    TwinItem item;
    item.id = copies[0].id;
    item.written = !item.id.empty();
    item.topic = shown.topics && shown.owner.empty();
    item.owner = shown.owner;
    item.words = shown.words;
    item.place = place(shown);
    item.state = "open";
    if (open == nullptr && closed == nullptr) {
      item.state = elsewhere_.contains(item.id) ? "carried" : "orphan";
    }
    if (open == nullptr && closed != nullptr) {
      const bool dropped = shown.mark == '-';
      item.state = dropped ? "dropped" : "done";
      item.done = dropped ? shown.dropped : shown.done;
      if (item.done.empty()) item.done = day(shown);
    }
    if (open != nullptr && closed != nullptr) item.closed = place(*closed);
    item.since = born(shown, copies);
    for (const Line& copy : copies) item.carries += day(copy).empty() ? 0 : 1;
    item.carries = std::max(0, item.carries - 1);
    return item;
  }

  /// Gives ids to items without one: open ones first, in the order of their lines.
  void name(std::vector<TwinItem>& items, const std::vector<Copies>& copies) const {
    IdSet taken;
    for (const TwinNote& note : notes_) taken.merge(held(note));
    for (const bool closed : {false, true}) {
      for (std::size_t n = 0; n < items.size(); ++n) {
        const bool is_closed = items[n].state == "done" || items[n].state == "dropped";
        if (!items[n].id.empty() || is_closed != closed) continue;
        const std::string_view file = notes_[copies[n][0].note].path.name();
        items[n].id = mint_id({people_, file, items[n].owner, items[n].words}, taken);
        taken.insert(items[n].id);
      }
    }
  }

 private:
  static IdSet held(const TwinNote& note) {
    IdSet ids;
    for (const std::string& id : twin_ids(note.bytes)) ids.insert(id);
    return ids;
  }

  std::string place(const Line& line) const {
    return notes_[line.note].path.file + ":" + std::to_string(line.line);
  }
  std::string day(const Line& line) const {
    const auto& date = notes_[line.note].path.date;
    return date ? date->iso() : "";
  }
  std::string born(const Line& shown, const Copies& copies) const {
    if (!shown.since.empty()) return shown.since;
    for (const Line& copy : copies) {
      if (!copy.since.empty()) return copy.since;
      if (!day(copy).empty()) return day(copy);
    }
    return "";
  }

  const std::vector<std::string>& people_;
  const std::vector<TwinNote>& notes_;
  const std::set<std::string>& elsewhere_;
};

}  // namespace

std::string told(const TwinItem& item) {
  std::ostringstream text;
  text << item.place << (item.topic ? " topic" : " @" + item.owner) << " '" << item.words << "' "
       << item.state << " ^" << item.id << (item.written ? "" : " (not written)") << " since "
       << item.since << " closed " << item.done << " carried " << item.carries << ' '
       << item.closed;
  return text.str();
}

std::vector<TwinItem> twin_items(const std::vector<std::string>& people,
                                 std::vector<TwinNote> notes,
                                 const std::set<std::string>& elsewhere) {
  std::ranges::sort(notes, {}, &TwinNote::path);
  std::vector<Line> lines;
  for (std::size_t n = 0; n < notes.size(); ++n) {
    const auto found = NoteReader(notes[n].bytes, n).read();
    lines.insert(lines.end(), found.begin(), found.end());
  }
  const std::vector<Copies> copies = grouped(lines);
  const Answer answer(people, notes, elsewhere);
  std::vector<TwinItem> items;
  for (const Copies& same : copies) items.push_back(answer.decide(same));
  answer.name(items, copies);
  return items;
}

std::set<std::string> twin_ids(const std::string& bytes) {
  std::set<std::string> ids;
  const auto lines = lines_of(bytes);
  for (std::size_t n = front_matter_lines(lines); n < lines.size(); ++n) {
    const auto words = split(lines[n]);
    if (!words.empty() && is_id_word(words.back())) ids.insert(words.back().substr(1));
  }
  return ids;
}

}  // namespace oneonone::testing
