// SPDX-License-Identifier: MIT
// A note for those who have no oneonone: as Markdown, and in plain words.
#include "core/handout.hpp"

#include <fmt/format.h>

#include "core/said.hpp"
#include "text/blanks.hpp"
#include "text/prompts.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// The body's lines, each with `\n`, without blank ones at both ends.
std::string body_of(const Note& note) {
  std::string body;
  std::string waiting;
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    if (is_blank(note.line(line))) {
      waiting += '\n';
      continue;
    }
    if (!body.empty()) body += waiting;
    waiting.clear();
    body.append(unicode::visible(note.line(line))).append("\n");
  }
  return body;
}

bool has_title(const std::vector<Heading>& headings) {
  return !headings.empty() && headings.front().level == 1;
}

/// Says the items of a handout in words, each paragraph on one line.
class Wording {
 public:
  Wording(const Note& note, const Person& person, Date day, Boxes boxes)
      : note_(note), person_(person), day_(day), boxes_(boxes) {}

  std::string run(const Outline& outline) {
    for (const Task& task : outline.tasks) {
      replace(task.box.at - 1, task.paragraph_end,
              box_of(task.item().mark) + " " + owner_of(task.item()) + words_of(task.item()));
    }
    for (const Heading& heading : outline.headings) {
      if (authored(heading.text, person_).author.empty()) continue;
      replace(note_.start(heading.line), heading.last_line,
              std::string(static_cast<std::size_t>(heading.level), '#') + " " +
                  with_author(heading.text));
    }
    for (const Bullet& bullet : outline.bullets) {
      const ItemText text = read_item(note_, bullet.text, bullet.paragraph_end);
      replace(bullet.text, bullet.paragraph_end, owner_of(text.item) + words_of(text.item));
    }
    return apply_edits(note_.bytes(), std::move(edits_));
  }

 private:
  void replace(std::size_t from, std::size_t last_line, std::string text) {
    edits_.push_back({from, note_.end(last_line) - from, std::move(text)});
  }

  std::string box_of(Mark mark) const {
    const bool ascii = boxes_ == Boxes::ascii;
    switch (mark) {
      case Mark::done:
        return ascii ? "[x]" : "☑";
      case Mark::dropped:
        return ascii ? "[-]" : "✕";
      case Mark::carried:
        return ascii ? "[>]" : "→";
      case Mark::open:
        break;
    }
    return ascii ? "[ ]" : "☐";
  }

  std::string name_of(const std::string& handle) const {
    const std::string known = person_.canonical(handle);
    for (std::size_t i = 0; i < person_.people.size(); ++i) {
      if (person_.people[i] == known) return person_.names[i];
    }
    return handle;
  }

  std::string owner_of(const Item& item) const {
    if (item.owner.empty()) return "";
    return fmt::format(fmt::runtime(boxes_ == Boxes::ascii ? "{}: " : "**{}:** "),
                       name_of(item.owner));
  }

  /// `(Alice Ng)` for `(alice)` at the end.
  std::string with_author(const std::string& text) const {
    const Authored said = authored(text, person_);
    if (said.author.empty()) return text;
    return fmt::format("{} ({})", said.text, name_of(said.author));
  }

  std::string words_of(const Item& item) const {
    const std::string words = with_author(item.words);
    const std::string days = days_of(item);
    return days.empty() ? words : fmt::format("{} ({})", words, days);
  }

  /// What became of a closed item; how long an open one has waited, and until when it may.
  std::string days_of(const Item& item) const {
    if (item.dropped) return "dropped " + item.dropped->short_form(day_);
    if (item.done) return "done " + item.done->short_form(day_);
    if (item.mark == Mark::carried) return "carried on";
    if (is_closed(item.mark)) return "";
    std::vector<std::string> days;
    if (item.since && *item.since < day_) days.push_back("since " + item.since->short_form(day_));
    if (item.due) days.push_back("due " + item.due->short_form(day_));
    if (!item.due_word.empty()) days.push_back("due " + item.due_word);
    return fmt::format("{}", fmt::join(days, ", "));
  }

  const Note& note_;
  const Person& person_;
  Date day_;
  Boxes boxes_;
  std::vector<Edit> edits_;
};

}  // namespace

std::string meeting_title(const Person& person, Date date) {
  return fmt::format("{} and {}, {}", person.names[0], person.names[1], date.long_form());
}

std::string handout(const Note& note, Date day, const Person& person, const Reading& reading) {
  const Note clean(without_prompts(note, note, reading));
  std::string body = body_of(clean);
  if (has_title(headings_of(clean, reading))) return body;
  return fmt::format("# {}\n\n{}", meeting_title(person, day), body);
}

std::string in_words(std::string_view handout, const Person& person, const Reading& reading,
                     Date day, Boxes boxes) {
  const Note note{std::string(handout)};
  return Wording(note, person, day, boxes).run(outline_of(note, reading));
}

std::string as_mail_text(std::string_view in_words, const Reading& reading) {
  const Note note{std::string(in_words)};
  std::vector<Edit> edits;
  for (const Heading& heading : headings_of(note, reading)) {
    const std::size_t from = note.start(heading.line);
    const std::string text = edits.empty() && heading.level == 1 ? "" : heading.text;
    edits.push_back({from, note.end(heading.last_line) - from, text});
  }
  return body_of(Note(apply_edits(note.bytes(), std::move(edits))));
}

}  // namespace oneonone
