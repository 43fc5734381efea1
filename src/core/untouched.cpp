// SPDX-License-Identifier: MIT
// Looks at a note line by line: what a line says decides, not where an item begins or ends.
#include "core/untouched.hpp"

#include <algorithm>
#include <set>

#include "text/blanks.hpp"
#include "text/note.hpp"
#include "text/prompts.hpp"

namespace oneonone {
namespace {

using TemplateLines = std::set<std::string, std::less<>>;

/// The line without its blanks and the marks of a block quote.
std::string_view unquoted(std::string_view line) {
  return trimmed(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
}

/// Where the mark of a box at the start of a line stands; npos when there is none.
std::size_t mark_at(std::string_view line) {
  constexpr std::size_t furthest = 4;  // `10. [ ]`
  std::size_t box = line.find('[');
  bool is_box = box <= furthest && box + 2 < line.size() && line[box + 2] == ']';
  return is_box ? box + 1 : std::string_view::npos;
}

/// The line as `new` copies it: open again.
std::string opened(std::string_view line) {
  std::string copy(line);
  std::size_t mark = mark_at(line);
  if (mark != std::string_view::npos && copy[mark] == '>') copy[mark] = ' ';
  return copy;
}

TemplateLines lines_of(const std::vector<std::string>& texts) {
  TemplateLines lines;
  for (const std::string& text : texts) {
    Note note(text);
    for (std::size_t i = note.body_line(); i <= note.lines(); ++i) {
      lines.insert(opened(unquoted(note.line(i))));
    }
  }
  return lines;
}

bool is_ticked(std::string_view line) {
  std::size_t mark = mark_at(line);
  return mark != std::string_view::npos && line[mark] != ' ' && line[mark] != '>';
}

bool was_carried(std::string_view line) {
  constexpr std::string_view token = " since:";
  std::size_t at = line.find(token);
  bool dated = at != std::string_view::npos && Date::parse(line.substr(at + token.size(), 10));
  return dated && !is_ticked(line);
}

/// Tells comments from text; a comment may go on over lines.
class Comments {
 public:
  bool hold(std::string_view line) {
    bool inside = open_ || line.starts_with("<!--");
    if (inside) open_ = !line.ends_with("-->");
    return inside;
  }

 private:
  bool open_ = false;
};

bool tells_something(const Meeting& meeting) {
  bool numbers = meeting.mood || meeting.minutes || !meeting.talk.empty() || !meeting.worth.empty();
  return meeting.said_held || numbers || meeting.next || !meeting.recapped_by.empty();
}

}  // namespace

bool is_untouched(const Meeting& meeting, std::string_view text,
                  const std::vector<std::string>& earlier) {
  if (tells_something(meeting)) return false;
  TemplateLines known = lines_of(earlier);
  Note note{std::string(text)};
  Comments comments;
  for (std::size_t i = note.body_line(); i <= note.lines(); ++i) {
    std::string_view line = unquoted(note.line(i));
    if (comments.hold(line) || line.empty() || line.starts_with('#')) continue;
    if (open_reading(line)) continue;
    if (!was_carried(line) && (is_ticked(line) || !known.contains(opened(line)))) return false;
  }
  return true;
}

}  // namespace oneonone
