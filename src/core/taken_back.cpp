// SPDX-License-Identifier: MIT
// The ordinary merge, with the handout as the base, after what the copy lacks is put back.
#include "core/taken_back.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/name_uuid.hpp"
#include "text/alignment.hpp"
#include "text/blanks.hpp"
#include "text/item_text.hpp"
#include "text/likeness.hpp"
#include "text/line_words.hpp"

namespace oneonone {
namespace {

constexpr std::string_view mark_start = "<!-- oneonone share ";
constexpr std::string_view mark_end = " -->";
constexpr std::size_t version_size = 8;

std::optional<Origin> origin_in(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with(mark_start) || !line.ends_with(mark_end)) return std::nullopt;
  line.remove_prefix(mark_start.size());
  line.remove_suffix(mark_end.size());
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  return Origin{std::string(line.substr(0, first)),
                std::string(line.substr(first + 1, last - first - 1)),
                std::string(line.substr(last + 1))};
}

std::vector<std::string> lines_in(const Note& note) {
  std::vector<std::string> lines;
  for (std::size_t line = 1; line <= note.lines(); ++line) lines.emplace_back(note.line(line));
  return lines;
}

/// Puts into a copy what it lacks of the handout it began as.
class Restoring {
 public:
  Restoring(const Note& sent, const Note& copy) : sent_(lines_in(sent)), copy_(lines_in(copy)) {}

  std::string run() {
    Numbers numbers;
    Sequence before, after;
    for (const std::string& line : sent_) before.push_back(numbers.of(line));
    for (const std::string& line : copy_) after.push_back(numbers.of(line));
    for (const Match& match : alignment(before, after)) {
      take_gap(match.before, match.after);
      take(copy_[after_++]);
      ++before_;
    }
    take_gap(sent_.size(), copy_.size());
    return std::move(text_);
  }

 private:
  void take(const std::string& line) { text_.append(line).append("\n"); }

  /// Between two lines that both have: each line of the handout is reworded in the copy, or put
  /// back.
  void take_gap(std::size_t before, std::size_t after) {
    for (; before_ < before; ++before_) {
      const std::size_t reworded = find_reworded(sent_[before_], after);
      if (reworded == after) {
        take(sent_[before_]);
        continue;
      }
      while (after_ <= reworded) take(copy_[after_++]);
    }
    while (after_ < after) take(copy_[after_++]);
  }

  /// The line of the copy up to `end` that says the same in other words; `end` when none does.
  std::size_t find_reworded(const std::string& line, std::size_t end) const {
    const std::string_view id = id_of_line(line);
    const std::string words = words_said(line);
    std::size_t likest = end;
    double best = likely_the_same;
    for (std::size_t i = after_; i < end; ++i) {
      const std::string_view other = id_of_line(copy_[i]);
      if (!id.empty() && id == other) return i;
      const double alike = likeness(words, words_said(copy_[i]));
      if (alike < best || (!id.empty() && !other.empty())) continue;
      best = alike;
      likest = i;
    }
    return likest;
  }

  std::vector<std::string> sent_, copy_;
  std::size_t before_ = 0, after_ = 0;
  std::string text_;
};

std::string with_ending(std::string_view text, std::string_view ending) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += ending;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

Origin origin_of(const Person& person, const NotePath& note, std::string_view handout) {
  std::vector<std::string> people = person.people;
  std::ranges::sort(people);
  return {fmt::format("{}", fmt::join(people, "+")), note.file,
          name_uuid(handout).substr(0, version_size)};
}

std::string origin_line(const Origin& origin) {
  return fmt::format("{}{} {} {}{}\n", mark_start, origin.people, origin.file, origin.version,
                     mark_end);
}

Returned read_returned(std::string_view bytes) {
  const Note note{std::string(bytes)};
  Returned returned;
  for (std::size_t line = 1; line <= note.lines(); ++line) {
    const auto origin = origin_in(note.line(line));
    if (origin) returned.origin = origin;
    if (!origin) returned.text.append(note.line(line)).append("\n");
  }
  const std::size_t end = returned.text.find_last_not_of('\n');
  returned.text.resize(end == std::string::npos ? 0 : end + 1);
  if (!returned.text.empty()) returned.text += '\n';
  return returned;
}

MergedNote take_back(const std::string& note, const std::string& sent, const std::string& copy,
                     Base base, const MergePlace& place) {
  const Note ours(note);
  const std::string_view front = ours.bytes().substr(0, body_offset(ours.bytes()));
  const auto as_note = [&](std::string_view body) {
    return std::string(front) + with_ending(body, ours.ending());
  };
  const std::string whole = as_note(Restoring(Note(sent), Note(copy)).run());
  return merge_notes({base == Base::known ? as_note(sent) : "", note, whole}, place);
}

}  // namespace oneonone
