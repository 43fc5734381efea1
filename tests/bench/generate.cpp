// SPDX-License-Identifier: MIT
// Writes a notebook of any size, the same on every machine, and beside it what `oneonone actions`
// must list. The truth is what the generator meant, never what a parser found.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/dice.hpp"

namespace {

using oneonone::testing::Dice;
using Day = std::chrono::sys_days;
using Words = std::vector<std::string_view>;

constexpr Day last_meeting = std::chrono::year(2026) / 11 / 24;

// --- what people write ---

const Words given_names{"alice", "bob",   "chen",  "diego", "emeka", "fatima", "goran",
                        "hana",  "ines",  "jonas", "kemal", "lena",  "maya",   "noor",
                        "oskar", "priya", "quinn", "rosa",  "sven",  "tomas"};
const Words families{"", "-ng", "-berg", "-diaz", "-okafor"};
const Words verbs{"Write up",    "Send",
                  "Review",      "Ask about",
                  "Draft",       "Book",
                  "Measure",     "Talk to finance about",
                  "Clean up",    "Introduce the team to",
                  "Ask: pay for"};
const Words things{"the outage",
                   "the roadmap",
                   "the budget",
                   "the hiring plan",
                   "the on-call rota",
                   "the migration",
                   "the design of the importer",
                   "the staff role",
                   "the off-site",
                   "the pricing decision",
                   "the *flaky* tests",
                   "the `retry` queue"};
const Words details{"before the review",
                    "with the numbers of last month",
                    "and say what it costs",
                    "for the whole team, not only for us",
                    "so that nobody has to ask again",
                    "once the contract is signed (alice)",
                    "#career",
                    "in a page or less"};
const Words sentences{
    "The week was quieter than the one before, and the build was green for once.",
    "We spoke about the migration for most of the time; the plan holds, the dates do not.",
    "The importer is down to four open bugs, two of which nobody can reproduce.",
    "What helps: a longer block in the morning without meetings.",
    "The customer in Lyon asked again; the answer is still *not this quarter*.",
    "See [the write-up](https://example.org/outage) and the thread of Tuesday.",
    "Two people of the data team would like to join the review next time.",
    "It was said in the all-hands, but not heard: say it again, smaller.",
    "Größe und Ziel sind klar, der Weg dahin noch nicht.",
    "The new colleague starts on the first; the desk is there, the laptop is not."};

/// Blocks with boxes that are no items. Whatever stands before them ends with an empty line.
const Words fakes{
    "```\n- [ ] @alice in a fence\n```",
    "~~~\n- [ ] @alice in tildes\n~~~",
    "````md\n```\n- [ ] @alice in a fence in a fence\n```\n- [ ] @alice still inside\n````",
    "   ~~~~ text\n   - [ ] @alice in an indented fence\n~~~\n- [ ] @alice not closed by "
    "three\n~~~~",
    "- A list with code\n  ```\n  - [ ] @alice in the list's fence\n  ```\n- and its end",
    "An example:\n\n    - [ ] @alice in indented code\n    - [>] @dana the same ^zzzz2",
    "<!--\n- [ ] @alice in a comment\n-->",
    "<!-- - [ ] @alice in a comment on one line -->",
    "<details>\n<summary>Old</summary>\n- [ ] @alice in HTML\n</details>",
    "Type `- [ ] @alice` for a promise, or\n`- [x]` for one that was kept.",
    "\\- [ ] @alice with the marker escaped",
    "- \\[ ] @alice with the box escaped\n- [ ]@alice without a blank\n- [ ]",
    "The form has a box [ ] for it, and one [x] that is ticked,\n[ ] and one where a line starts.",
    "| done | what |\n|---|---|\n| [ ] | @alice a cell |\n| - [ ] @alice | another |",
    "- [1] Knuth, volume two\n- [a] a reference, no box\n- [link](https://example.org)",
    "> Said in the thread:\n>\n> ```\n> - [ ] @alice in a quoted fence\n> ```"};

// --- notes ---

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

/// A file as it grows, which knows the number of its last line.
class Page {
 public:
  void add(std::string_view lines) {
    text_.append(lines) += '\n';
    lines_ += 1 + static_cast<std::size_t>(std::ranges::count(lines, '\n'));
  }
  std::size_t lines() const { return lines_; }
  std::string text(std::string_view line_end) const {
    if (line_end == "\n") return text_;
    std::string text;
    for (const char c : text_) {
      if (c == '\n')
        text += line_end;
      else
        text += c;
    }
    return text;
  }

 private:
  std::string text_;
  std::size_t lines_ = 0;
};

/// A line of the truth; `note` and `line` give the order.
struct Row {
  std::size_t note = 0, line = 0;
  std::string path, id;
};

struct Copy {
  char mark = ' ';
  Row row;
};

/// A promise or a talking point, with every line that was written for it.
struct Promise {
  std::string owner, words, due, since, id;
  bool topic = false;
  std::vector<Copy> copies;
};

struct Options {
  std::string folder;
  std::size_t people = 10, notes = 52;
  bool dense = false;    ///< two or three open promises in every note
  bool orphans = false;  ///< now and then the note that a promise went into was deleted
};

/// One person's folder, meeting after meeting.
class Relationship {
 public:
  Relationship(const Options& options, std::string handle, std::size_t seed,
               std::set<std::string>& ids, std::ofstream& truth)
      : options_(options), handle_(std::move(handle)), dice_(seed), ids_(ids), truth_(truth) {}

  void write() {
    const std::filesystem::path folder =
        std::filesystem::path(options_.folder) / "people" / handle_;
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "about.md")
        << "---\nformat: 1\npeople: [" << handle_ << ", dana]\nnames: [" << handle_
        << ", Dana Lee]\nmanager: dana\ncadence: weekly\n---\n";
    std::ofstream(folder / "topics.md", std::ios::binary) << topics();
    for (std::size_t i = 1; i <= options_.notes; ++i) {
      note_ = i;
      day_ = last_meeting - std::chrono::days(7 * (options_.notes - i));
      path_ = "people/" + handle_ + "/" + iso(day_) + ".md";
      page_ = Page();
      meeting();
      std::ofstream(folder / (iso(day_) + ".md"), std::ios::binary)
          << page_.text(dice_.one_in(100) ? "\r\n" : "\n");
    }
    tell_truth();
  }

 private:
  std::string_view pick(const Words& words) { return words[dice_.below(words.size())]; }
  bool is_last() const { return note_ == options_.notes; }

  std::string new_id() {
    constexpr std::string_view letters = "bcdfghjkmnpqrstvwxz";
    constexpr std::string_view all = "bcdfghjkmnpqrstvwxz23456789";
    while (true) {
      std::string id(1, letters[dice_.below(letters.size())]);
      while (id.size() < 5) id += all[dice_.below(all.size())];
      if (ids_.insert(id).second) return id;
    }
  }

  Promise new_promise(bool topic) {
    Promise promise;
    promise.topic = topic;
    if (!topic && !dice_.one_in(12)) promise.owner = dice_.one_in(3) ? "dana" : handle_;
    promise.words = std::string(pick(verbs)) + " " + std::string(pick(things)) + " " +
                    std::string(pick(details));
    if (!topic && dice_.one_in(3)) {
      promise.due = iso(day_ + std::chrono::days(3 + dice_.below(60)));
    }
    return promise;
  }

  /// Writes a copy of the promise; `first` and `rest` are what its lines start with.
  void put(Promise& promise, char mark, std::string_view first, std::string_view rest) {
    std::string words = promise.words;
    const std::size_t middle = words.find(' ', words.size() / 2);
    if (dice_.one_in(40) && middle != std::string::npos) {
      words.replace(middle, 1, "\n" + std::string(rest));
    }
    std::string line = std::string(first) + "[" + mark + "] ";
    if (!promise.owner.empty()) line += "@" + promise.owner + (dice_.one_in(9) ? ": " : " ");
    line += words;
    if (!promise.since.empty()) line += " since:" + promise.since;
    if (!promise.due.empty())
      line += dice_.one_in(15) ? " 📅 " + promise.due : " due:" + promise.due;
    if (mark == 'x' && dice_.one_in(2)) line += " done:" + iso(day_ + std::chrono::days(2));
    if (mark == '-') line += " dropped:" + iso(day_);
    if (!promise.id.empty()) line += " ^" + promise.id;
    promise.copies.push_back({mark, {note_, page_.lines() + 1, path_, promise.id}});
    page_.add(line);
  }

  /// Writes a promise at the margin; it goes on to the next meeting, is closed, or is left open.
  void settle(Promise promise, std::size_t closed_in_100) {
    const std::size_t fate = dice_.below(100);
    const bool closes = !options_.dense && fate < closed_in_100;
    const bool goes_on = !options_.dense && !closes && (promise.id.size() == 5 || fate < 93);
    if (goes_on && promise.id.empty()) promise.id = new_id();
    const bool has_id = !promise.id.empty() || dice_.one_in(2);
    if (has_id && promise.id.empty()) promise.id = new_id();
    if (closes) {
      put(promise, dice_.one_in(20) ? '-' : 'x', "- ", "  ");
    } else if (!goes_on || is_last()) {
      leave_open(promise);
    } else {
      go_on(std::move(promise));
      return;
    }
    promises_.push_back(std::move(promise));
  }

  void go_on(Promise promise) {
    char mark = '>';
    if (dice_.one_in(400)) mark = ' ';  // somebody copied the line and left the old one
    if (dice_.one_in(400)) mark = 'x';  // ticked on a phone, in last week's note
    put(promise, mark, "- ", "  ");
    if (promise.since.empty()) promise.since = iso(day_);
    const bool lost = options_.orphans && dice_.one_in(100);
    (lost ? promises_ : pending_).push_back(std::move(promise));
  }

  /// The places where people write what is never carried.
  void leave_open(Promise& promise) {
    const char mark = dice_.one_in(30) ? '/' : dice_.one_in(50) ? '?' : ' ';
    const bool owned = !promise.owner.empty();
    switch (dice_.below(16)) {
      case 0:
        return put(promise, mark, "* ", "  ");
      case 1:
        return put(promise, mark, "+ ", "");
      case 2:
        return put(promise, mark, "1. ", "   ");
      case 3:
        page_.add("- About the quarter");
        return put(promise, mark, "  - ", "    ");
      case 4:
        page_.add("");
        put(promise, mark, "> - ", ">   ");
        return page_.add("");
      case 5:
        if (owned) page_.add("- [x] What was asked on Monday");
        return put(promise, mark, owned ? "  - " : "- ", owned ? "    " : "  ");
      case 6:
        put(promise, mark, "- ", "  ");
        page_.add("  - [ ] a step of it\n  - [x] another, taken");
        return;
      case 7:
        put(promise, mark, "- ", "  ");
        if (dice_.one_in(10)) duplicate(promise, mark);
        return;
      default:
        return put(promise, mark, "- ", "  ");
    }
  }

  /// An editor's slip: the same line once more, which is an item of its own.
  void duplicate(const Promise& promise, char mark) {
    Promise twin = promise;
    twin.copies.clear();
    put(twin, mark, "- ", "  ");
    twin.copies.back().row.id.clear();
    promises_.push_back(std::move(twin));
  }

  void prose(std::size_t most) {
    for (std::size_t i = dice_.below(most + 1) + 1; i > 0; --i) page_.add(pick(sentences));
    page_.add("");
  }

  void front_matter() {
    page_.add("---\npeople: [" + handle_ + ", dana]\ndate: " + iso(day_) +
              "\ntemplate: weekly\nstatus: held\nmood: " + std::to_string(1 + dice_.below(5)) +
              "\nnext: " + iso(day_ + std::chrono::days(7)) + "\n---");
    page_.add("# " + handle_ + " and Dana Lee, " + iso(day_) + "\n");
  }

  void carried(bool topic, std::size_t closed_in_100) {
    std::vector<Promise> pending;
    std::swap(pending, pending_);
    for (Promise& promise : pending) {
      if (promise.topic == topic)
        settle(std::move(promise), closed_in_100);
      else
        pending_.push_back(std::move(promise));
    }
  }

  void talk() {
    page_.add("## Topics");
    carried(true, 80);
    for (std::size_t i = dice_.below(3); i > 0; --i) {
      settle(new_promise(true), 91);
      page_.add("  - " + std::string(pick(sentences)));
    }
    page_.add("- A plain point, without a box\n");
  }

  void promises() {
    page_.add("## Action items");
    const std::size_t count = options_.dense ? 1 + dice_.below(3) : dice_.below(5);
    for (std::size_t i = 0; i < count; ++i) settle(new_promise(false), 77);
    page_.add("");
  }

  void meeting() {
    front_matter();
    const std::vector<Promise> before = pending_;
    if (!before.empty()) page_.add("## Carried forward");
    carried(false, 60);
    page_.add("\n## Wins\n- " + std::string(pick(sentences)) + "\n");
    prose(3);
    if (dice_.one_in(10))
      page_.add("## Checklist\n- [ ] the room is booked\n- [ ] @alice has it\n");
    talk();
    page_.add("## Blockers and asks\n<!-- What is stuck, and which of you can move it? -->\n");
    prose(4);
    if (dice_.one_in(10)) page_.add(std::string(pick(fakes)) + "\n");
    promises();
    page_.add("## Recap\n");
    prose(4);
    if (dice_.one_in(60)) page_.add("~~~ text\n- [ ] @alice in a fence that is never closed");
  }

  /// The points for the next meeting, and one promise written there.
  std::string topics() {
    path_ = "people/" + handle_ + "/topics.md";
    day_ = last_meeting;
    page_.add("# For the next meeting\n\n## Topics");
    for (std::size_t i = dice_.below(4); i > 0; --i) {
      Promise point = new_promise(true);
      point.id = new_id();
      put(point, ' ', "- ", "  ");
    }
    page_.add("\n## Action items");
    Promise promise = new_promise(false);
    promise.id = new_id();
    put(promise, ' ', "- ", "  ");
    promises_.push_back(std::move(promise));
    return page_.text("\n");
  }

  /// The line that stands for a promise, if it is open (product.md, "An item", 6).
  static std::optional<Row> open_line(const Promise& promise) {
    std::optional<Row> newest;
    bool closed = false;
    for (const Copy& copy : promise.copies) {
      if (copy.mark != '>' && copy.mark != 'x' && copy.mark != '-') newest = copy.row;
      closed = closed || copy.mark == 'x' || copy.mark == '-';
    }
    if (!newest && !closed) newest = promise.copies.back().row;
    return newest;
  }

  void tell_truth() {
    std::vector<std::pair<Row, const Promise*>> open;
    for (const Promise& promise : promises_) {
      if (promise.topic && promise.owner.empty()) continue;
      if (auto row = open_line(promise)) open.emplace_back(*row, &promise);
    }
    std::ranges::sort(open, {},
                      [](const auto& one) { return std::pair(one.first.note, one.first.line); });
    for (const auto& [row, promise] : open) {
      truth_ << row.path << '\t' << row.line << '\t' << row.id << '\t' << promise->owner << '\t'
             << promise->words << '\n';
    }
  }

  const Options& options_;
  std::string handle_;
  Dice dice_;
  std::set<std::string>& ids_;
  std::ofstream& truth_;
  std::vector<Promise> pending_, promises_;
  std::size_t note_ = 0;
  Day day_;
  std::string path_;
  Page page_;
};

// --- the command ---

std::optional<std::size_t> number(const char* text) {
  std::size_t value = 0;
  if (text == nullptr) return std::nullopt;
  const char* end = text + std::strlen(text);
  const auto [rest, error] = std::from_chars(text, end, value);
  return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

std::optional<Options> parse(char** arguments) {
  Options options;
  while (*++arguments != nullptr) {
    const std::string_view word = *arguments;
    if (word == "--dense" || word == "--orphans") {
      (word == "--dense" ? options.dense : options.orphans) = true;
    } else if (word == "--people" || word == "--notes") {
      const auto value = number(*++arguments);
      if (!value) return std::nullopt;
      (word == "--people" ? options.people : options.notes) = *value;
    } else if (options.folder.empty() && !word.starts_with('-')) {
      options.folder = word;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t names = given_names.size() * families.size();
  if (options.folder.empty() || options.people > names) return std::nullopt;
  return options;
}

std::vector<std::string> handles(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    names.push_back(std::string(given_names[i % given_names.size()]) +
                    std::string(families[i / given_names.size()]));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

int main(int, char** arguments) {
  const auto options = parse(arguments);
  if (!options) {
    std::fputs(
        "usage: generate FOLDER [--people N] [--notes N] [--dense] [--orphans]\n"
        "Writes a notebook of N notes for each of at most 100 people, and FOLDER.tsv: path, line,\n"
        "id (when the line shows its own), owner and words of what is open, in order.\n",
        stderr);
    return 2;
  }
  std::filesystem::create_directories(options->folder);
  std::ofstream(std::filesystem::path(options->folder) / "oneonone.yaml")
      << "format: 1\nme: dana\nname: Dana Lee\n";
  std::ofstream truth(options->folder + ".tsv", std::ios::binary);
  std::set<std::string> ids;
  std::size_t seed = 0;
  for (const std::string& handle : handles(options->people)) {
    Relationship(*options, handle, ++seed, ids, truth).write();
  }
  return truth.flush() ? 0 : 1;
}
