// SPDX-License-Identifier: MIT
// Edits of front matter and title; everything else stays.
#include "core/reschedule.hpp"

#include <fmt/format.h>

#include "text/blanks.hpp"
#include "text/blocks.hpp"
#include "text/front_matter.hpp"

namespace oneonone {
namespace {

std::string with(const std::string& text, const Edit& edit) {
  return apply_edits(text, {edit});
}

std::optional<Edit> title_edit(const Note& note, Date from, Date to) {
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    if (!note.line(line).starts_with("# ")) continue;
    std::size_t at = note.line(line).find(from.long_form());
    if (at == std::string_view::npos) return std::nullopt;
    return Edit{note.start(line) + at, from.long_form().size(), to.long_form()};
  }
  return std::nullopt;
}

/// Below the title: at the end of an agenda it would belong to its last heading.
Edit reason_line(const Note& note, const std::string& reason) {
  const std::string ending(note.ending());
  const std::string line = "Missed: " + reason + ending;
  const std::vector<Block> blocks = blocks_of(note);
  const bool has_title = !blocks.empty() && blocks.front().level == 1;
  const std::size_t above = has_title ? blocks.front().last_line : note.lines();
  const std::size_t below = above + 1;
  const bool ended = above == 0 || note.next(above) > note.end(above);
  const bool text_follows = below <= note.lines() && !is_blank(note.line(below));
  return {above == 0 ? 0 : note.next(above), 0,
          (ended ? "" : ending) + (has_title ? ending : "") + line + (text_follows ? ending : "")};
}

}  // namespace

std::string moved_note(const Note& note, Date from, Date to, const std::optional<std::string>& by) {
  std::string text(note.bytes());
  if (auto edit = title_edit(note, from, to)) text = with(text, *edit);
  if (note.front_matter()) text = with(text, set_field(Note(text), "date", to.iso()));
  if (!by) return text;
  std::string key = "moved_" + *by;
  std::vector<std::string> days = read_front_matter(Note(text)).list(key);
  // A move that was broken off has written its day, and not renamed the note.
  if (days.empty() || days.back() != from.iso()) days.push_back(from.iso());
  return with(text, set_field(Note(text), key, fmt::format("[{}]", fmt::join(days, ", "))));
}

std::string missed_note(const std::optional<std::string>& bytes, const Person& person, Date day,
                        const std::string& by, const std::optional<std::string>& reason) {
  std::string text = bytes.value_or("---\npeople: " + yaml_list(person.people) +
                                    "\ndate: " + day.iso() + "\n---\n");
  text = with(text, set_field(Note(text), "status", "missed"));
  text = with(text, set_field(Note(text), "by", yaml_scalar(by)));
  return reason ? with(text, reason_line(Note(text), *reason)) : text;
}

}  // namespace oneonone
