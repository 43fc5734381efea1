// SPDX-License-Identifier: MIT
// Marks lines as gone, then lets one run of blank lines stand where they were.
#include "text/prompts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "text/blanks.hpp"
#include "text/comments.hpp"

namespace oneonone {
namespace {

std::string_view text_of(const Note& note, LineRange lines) {
  return note.bytes().substr(note.start(lines.first),
                             note.end(lines.last) - note.start(lines.first));
}

/// True when the next line belongs to the item of this one.
bool goes_on(const Note& note, std::size_t line) {
  if (line >= note.lines() || is_blank(note.line(line + 1))) return false;
  return blanks.find(note.line(line + 1).front()) != std::string_view::npos;
}

/// The hint of each reading that was asked for, by its name.
using Hints = std::map<std::string, std::string, std::less<>>;

Hints hints_in(const Note& asked) {
  Hints hints;
  for (std::size_t line = 1; line <= asked.lines(); ++line) {
    const auto reading = open_reading(asked.line(line));
    if (reading) hints.emplace(reading->name, reading->hint);
  }
  return hints;
}

/// How much of a line stays when it answers one of the readings; nothing when it does not.
std::optional<std::size_t> answer_size(std::string_view line, const Hints& hints) {
  for (const auto& [name, hint] : hints) {
    const std::string_view text = line.substr(0, line.find_last_not_of(blanks) + 1);
    if (hint.empty() || !text.starts_with(name) || !text.ends_with(hint)) continue;
    return text.find_last_not_of(blanks, text.size() - hint.size() - 1) + 1;
  }
  return std::nullopt;
}

/// The note without the hints behind readings that were answered.
std::string without_hints(const Note& note, const Note& asked) {
  const Hints hints = hints_in(asked);
  std::vector<Edit> edits;
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    const std::string_view text = note.line(line);
    const auto size = answer_size(text, hints);
    const bool is_open = open_reading(text) && !goes_on(note, line);
    if (size && !is_open) edits.push_back({note.start(line) + *size, text.size() - *size, ""});
  }
  return apply_edits(note.bytes(), edits);
}

using Texts = std::set<std::string, std::less<>>;

class Sweep {
 public:
  Sweep(const Note& note, const Note& asked, const Reading& reading)
      : note_(note), gone_(note.lines() + 1, false) {
    for (LineRange comment : comments_of(asked)) comments_.emplace(text_of(asked, comment));
    for (std::size_t line = 1; line <= asked.lines(); ++line) {
      if (open_reading(asked.line(line))) readings_.emplace(asked.line(line));
    }
    for (const Heading& heading : headings_of(asked, reading)) {
      asked_headings_.emplace(text_of(asked, {heading.line, heading.last_line}));
    }
    headings_ = headings_of(note, reading);
  }

  std::string run() {
    for (LineRange comment : comments_of(note_)) {
      if (comments_.contains(text_of(note_, comment))) take(comment);
    }
    for (std::size_t line = note_.body_line(); line <= note_.lines(); ++line) {
      if (readings_.contains(note_.line(line)) && !goes_on(note_, line)) take({line, line});
    }
    take_empty_headings();
    return remaining();
  }

 private:
  void take(LineRange lines) {
    for (std::size_t line = lines.first; line <= lines.last; ++line) gone_[line] = true;
  }

  /// From the end, so that a heading over nothing but empty headings is empty in its turn.
  void take_empty_headings() {
    constexpr int level_of_text = 7;
    int below = 0;  // the level of what stands below and stays; 0 for the note's end
    std::size_t end = note_.lines() + 1;
    for (std::size_t i = headings_.size(); i-- > 0;) {
      const Heading& heading = headings_[i];
      const LineRange lines{heading.line, heading.last_line};
      if (keeps_text(heading.last_line + 1, end)) below = level_of_text;
      const bool title = i == 0 && heading.level == 1;
      if (!title && below <= heading.level && asked_headings_.contains(text_of(note_, lines)))
        take(lines);
      else
        below = heading.level;
      end = heading.line;
    }
  }

  bool keeps_text(std::size_t first, std::size_t end) const {
    for (std::size_t line = first; line < end; ++line) {
      if (!gone_[line] && !is_blank(note_.line(line))) return true;
    }
    return false;
  }

  /// The end of the blank and gone lines that start at `first`.
  std::size_t end_of_run(std::size_t first) const {
    std::size_t line = first;
    while (line <= note_.lines() && (gone_[line] || is_blank(note_.line(line)))) ++line;
    return line;
  }

  std::size_t end_of_blanks(std::size_t first, std::size_t end) const {
    while (first < end && !gone_[first]) ++first;
    return first;
  }

  std::string remaining() const {
    if (note_.lines() == 0) return std::string(note_.bytes());
    std::string text(note_.bytes().substr(0, note_.start(1)));
    for (std::size_t line = 1; line <= note_.lines();) {
      std::size_t end = end_of_run(line);
      append_blanks(line, end, text);
      if (end <= note_.lines()) append(end, end + 1, text);
      line = end + 1;
    }
    return text;
  }

  /// What is left of a run: its blank lines where nothing is gone; else those before the first gone
  /// line, or, when there are none, those after the last; none at the note's end.
  void append_blanks(std::size_t first, std::size_t end, std::string& text) const {
    std::size_t gone = end_of_blanks(first, end);
    if (gone == end) return append(first, end, text);
    if (end > note_.lines()) return;
    if (gone > first) return append(first, gone, text);
    std::size_t after = end;
    while (!gone_[after - 1]) --after;
    append(after, end, text);
  }

  void append(std::size_t first, std::size_t end, std::string& text) const {
    if (first < end)
      text += note_.bytes().substr(note_.start(first), note_.next(end - 1) - note_.start(first));
  }

  const Note& note_;
  std::vector<Heading> headings_;
  std::vector<bool> gone_;
  Texts comments_, readings_, asked_headings_;
};

}  // namespace

std::optional<OpenReading> open_reading(std::string_view line) {
  constexpr std::string_view question = ": ?";
  const std::size_t at = line.find(question);
  const std::string_view item = trimmed(line);
  if (at == std::string_view::npos || (!item.starts_with("- ") && !item.starts_with("* "))) {
    return std::nullopt;
  }
  const std::string_view hint = trimmed(line.substr(at + question.size()));
  const bool is_comment = hint.starts_with("<!--") && hint.ends_with("-->");
  if (!hint.empty() && !is_comment) return std::nullopt;
  return OpenReading{line.substr(0, at + 1), hint};
}

std::string without_prompts(const Note& note, const Note& asked, const Reading& reading) {
  const Note answered(without_hints(note, asked));
  return Sweep(answered, asked, reading).run();
}

}  // namespace oneonone
