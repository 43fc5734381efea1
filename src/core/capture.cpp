// SPDX-License-Identifier: MIT
// Reads the typed words with the grammar of items and writes them in its order.
#include "core/capture.hpp"

#include <fmt/format.h>

#include "core/date_words.hpp"
#include "core/one_line.hpp"
#include "core/said.hpp"
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
  require_utf8(note.bytes(), "text");
  if (note.lines() == 0) return {};
  return read_item(note, note.start(1), 1).item;
}

std::string handle_of(const std::string& owner, const Person& person) {
  if (owner == "me") return person.me;
  if (owner == "them") return person.them();
  return owner;
}

/// Takes `on:fri` out of the words: in a note only `on:YYYY-MM-DD` counts, since `on:call` is a
/// word.
void take_day_word(Item& item, Date today) {
  std::size_t at = (" " + item.words).rfind(" on:");
  if (at == std::string::npos) return;
  std::size_t end = std::min(item.words.find(' ', at), item.words.size());
  auto day = try_date_word(item.words.substr(at + 3, end - at - 3), today, Weekdays::after_today);
  if (!day) return;
  item.on = day;
  if (at > 0) {
    --at;
  } else {
    end = std::min(end + 1, item.words.size());
  }
  item.words.erase(at, end - at);
}

/// What nobody ticks: it is told, or remembered.
bool has_no_box(const std::string& kind) {
  return kind == "win" || kind == "fact" || kind == "decision";
}

void require_figure(const std::string& metric) {
  bool figure = metric.find_first_of("0123456789") != std::string::npos;
  if (figure && unicode::is_one_line(metric)) return;
  throw Error(Status::usage, fmt::format("'{}' holds no figure", metric), "--metric",
              "such as --metric '14 to 6 minutes'");
}

void require_address(const std::string& link) {
  bool web = link.starts_with("http://") || link.starts_with("https://");
  bool whole = link.find_first_of(" <>") == std::string::npos && unicode::is_one_line(link);
  if (web && whole) return;
  throw Error(Status::usage, fmt::format("'{}' is no address", link), "--link",
              "it starts with https:// or http://");
}

/// What is over has no line in topics.md, and the line got would not be the line typed.
void require_open(const Item& item) {
  if (!item.done && !item.dropped) return;
  const Date day = item.done ? *item.done : *item.dropped;
  throw Error(Status::usage, "a new line is neither done nor dropped", "",
              fmt::format("leave '{}:{}' out; 'oneonone {} ID' closes it",
                          item.done ? "done" : "dropped", day.iso(), item.done ? "done" : "drop"));
}

void require_handle(const std::string& owner) {
  if (!owner.empty() && owner_of("@" + owner) == owner) return;
  throw Error(Status::usage, fmt::format("'{}' is no handle", owner), "--for",
              "a handle is letters and digits: alice, me, them");
}

void require_no_days(const Captured& captured, const Item& item, const std::string& kind) {
  bool day = captured.due || captured.on || item.due || item.on || !item.due_word.empty();
  if (day) throw Error(Status::usage, fmt::format("a {} has no day to wait for", kind));
}

/// `Win: ` in front, unless it was typed; taken away where a heading says it.
std::string with_kind(const std::string& words, const std::string& kind, bool typed, bool box) {
  if (typed && !box) {
    std::size_t text = words.find_first_not_of(' ', words.find(':') + 1);
    return text == std::string::npos ? "" : words.substr(text);
  }
  if (typed || kind.empty() || !box) return words;
  std::string word = kind + ": ";
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word + words;
}

const std::string& other_than(const std::string& handle, const Person& person) {
  return person.people[person.people[0] == handle ? 1 : 0];
}

/// Reads what was typed into the parts of a line.
class Capture {
 public:
  Capture(const Captured& captured, const Person& person)
      : captured_(captured), person_(person), kind_(kind_of(captured)) {}

  CapturedLine read(Date today) {
    item_ = read_typed(captured_.text);
    require_open(item_);
    take_day_word(item_, today);
    said_ = authored(item_.words, person_);
    find_owner();
    bool box = !has_no_box(kind_) || !item_.owner.empty();
    if (!box) require_no_days(captured_, item_, kind_);
    bool has_author = kind_ != "fact" && (item_.owner.empty() || is_request());
    item_.words = words(box);
    if (has_author && said_.author.empty()) said_.author = person_.me;
    if (!said_.author.empty()) item_.words += " (" + said_.author + ")";
    find_days(today);
    line_.kind = box ? "" : kind_;
    line_.item = std::move(item_);
    return std::move(line_);
  }

 private:
  /// Asked for by an option: the line typed is the line got.
  bool is_request() const { return captured_.kind && (kind_ == "ask" || kind_ == "blocker"); }

  void find_owner() {
    if (captured_.owner) {
      require_handle(*captured_.owner);
      item_.owner = *captured_.owner;
    }
    item_.owner = handle_of(item_.owner, person_);
    if (!item_.owner.empty() || !is_request()) return;
    bool manager = kind_ == "blocker" && !person_.manager.empty();
    const std::string& asks = said_.author.empty() ? person_.me : said_.author;
    item_.owner = manager ? person_.manager : other_than(asks, person_);
    line_.owner_chosen = true;
  }

  std::string words(bool box) const {
    bool typed = !item_.kind().empty();
    std::string words = with_kind(said_.text, kind_, typed, box);
    if (said_.text.empty() || words.empty()) {
      throw Error(Status::usage, "there is no text to add");
    }
    if (captured_.metric) {
      require_figure(*captured_.metric);
      words += ": " + *captured_.metric;
    }
    if (captured_.link) {
      require_address(*captured_.link);
      words += " <" + *captured_.link + ">";
    }
    return words;
  }

  void find_days(Date today) {
    if (!item_.due_word.empty()) {
      item_.due = parse_date_word(item_.due_word, today, Weekdays::after_today);
    }
    if (captured_.due) item_.due = captured_.due;
    if (captured_.on) item_.on = captured_.on;
    if (!item_.since) item_.since = today;
    if (item_.on && item_.due && *item_.due < *item_.on) {
      throw Error(Status::usage, "it would be due before the day it comes up");
    }
  }

  const Captured& captured_;
  const Person& person_;
  std::string kind_;
  Item item_;
  Authored said_;
  CapturedLine line_;
};

std::string written(const Item& item, bool box) {
  std::string line = box ? "- [ ] " : "- ";
  if (!item.owner.empty()) line += "@" + item.owner + " ";
  line += item.words + " since:" + item.since->iso();
  if (item.on) line += " on:" + item.on->iso();
  if (item.due) line += " due:" + item.due->iso();
  return line + " ^" + item.id + "\n";
}

}  // namespace

std::string kind_of(const Captured& captured) {
  std::string typed(read_typed(captured.text).kind());
  if (!captured.kind) return typed;
  if (typed.empty() || typed == *captured.kind) return *captured.kind;
  throw Error(Status::usage,
              fmt::format("the text says {}, the option --{}", typed, *captured.kind));
}

CapturedLine captured_line(const Captured& captured, const Person& person, const IdSet& taken,
                           Date today) {
  CapturedLine line = Capture(captured, person).read(today);
  if (line.item.id.empty() || taken.contains(line.item.id)) {
    line.item.id = mint_id({person.people, file_name, line.item.owner, line.item.words}, taken);
  }
  line.text = written(line.item, line.kind.empty());
  return line;
}

std::string topics_with(const std::optional<std::string>& bytes, const CapturedLine& line,
                        const Person& person, const Reading& reading) {
  std::string names =
      person.names.size() == 2 ? person.names[0] + " and " + person.names[1] : person.folder;
  Note note(bytes.value_or("# " + names + ", for the next meeting\n"));
  Outline outline = outline_of(note, reading);
  Shelf shelf = !line.kind.empty()         ? kind_shelf(line.kind)
                : !line.item.owner.empty() ? actions_shelf()
                                           : topics_shelf(reading);
  return apply_edits(note.bytes(), {insert_items(note, outline, shelf, line.text)});
}

}  // namespace oneonone
