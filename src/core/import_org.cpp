// SPDX-License-Identifier: MIT
// Reads org line by line: it has no markup that goes over lines but blocks and drawers.
#include "core/import_org.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/date.hpp"
#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

struct Keyword {
  std::string_view word;
  char mark;
};

constexpr std::array<Keyword, 12> task_keywords{{{"TODO", ' '},
                                                 {"DOING", ' '},
                                                 {"NOW", ' '},
                                                 {"LATER", ' '},
                                                 {"WAITING", ' '},
                                                 {"WAIT", ' '},
                                                 {"NEXT", ' '},
                                                 {"STARTED", ' '},
                                                 {"IN-PROGRESS", ' '},
                                                 {"DONE", 'x'},
                                                 {"CANCELED", '-'},
                                                 {"CANCELLED", '-'}}};

struct Planning {
  std::string_view word;
  char open, close;
  std::string_view token;
};

constexpr std::array<Planning, 2> plannings{
    {{"DEADLINE: ", '<', '>', "due:"}, {"CLOSED: ", '[', ']', "done:"}}};

bool starts_with_folded(std::string_view line, std::string_view word) {
  return unicode::fold(line.substr(0, word.size())) == word;
}

/// Rewrites the lines of one file.
class Rewriter {
 public:
  FromOrg run(const Note& org) {
    for (number_ = 1; number_ <= org.lines(); ++number_) {
      std::string_view line = org.line(number_);
      // What follows a line's own text is its ending.
      ending_ = org.bytes().substr(org.end(number_), org.next(number_) - org.end(number_));
      this->line(line);
    }
    return std::move(result_);
  }

 private:
  void line(std::string_view line) {
    if (in_block_ || starts_with_folded(trimmed(line), "#+begin_")) return block(line);
    const std::size_t stars = std::min(line.find_first_not_of('*'), line.size());
    if (stars > 0 && stars < line.size() && line[stars] == ' ') return headline(line, stars);
    body(line.substr(std::min({indent_, line.find_first_not_of(' '), line.size()})));
  }

  void block(std::string_view line) {
    const std::string_view text = trimmed(line);
    const bool begins = !in_block_;
    const bool ends = in_block_ && starts_with_folded(text, "#+end_");
    in_block_ = !ends;
    put(begins || ends ? "````" : std::string(line));
  }

  void headline(std::string_view line, std::size_t stars) {
    std::string_view text = trimmed(line.substr(stars));
    indent_ = stars + 1;
    after_task_ = is_task_keyword(text.substr(0, text.find(' ')));
    if (!after_task_) return heading(stars, text);
    // A list item would belong to the heading above, which the headline has left.
    if (heading_ >= stars && !among_tasks_) heading(stars, "Tasks");
    among_tasks_ = heading_ >= stars;
    put("- " + std::string(text));
  }

  void heading(std::size_t stars, std::string_view text) {
    heading_ = stars;
    among_tasks_ = false;
    put(std::string(std::min<std::size_t>(stars, 6), '#') + " " + std::string(text));
  }

  void body(std::string_view line) {
    const bool planning = std::ranges::any_of(
        plannings, [line](const Planning& one) { return line.starts_with(one.word); });
    if (after_task_ && planning) return put("  " + std::string(line));
    if (after_task_ && !is_blank(line)) put("");
    after_task_ = false;
    if (line.starts_with("# ")) return put(fmt::format("<!-- {} -->", line.substr(2)));
    const std::size_t box = line.find("[-] ");
    const bool begun =
        box != std::string_view::npos &&
        line.substr(0, box).find_first_not_of(" -+*0123456789.)") == std::string_view::npos;
    std::string text(line);
    if (begun) text[box + 1] = '/';
    put(text);
  }

  void put(const std::string& line) {
    result_.markdown += line;
    result_.markdown += ending_.empty() && line.empty() ? "\n" : ending_;
    result_.lines.push_back(number_);
  }

  FromOrg result_;
  std::size_t number_ = 1, indent_ = 0;
  std::size_t heading_ = 0;  ///< the stars of the heading above
  std::string_view ending_;
  bool in_block_ = false, after_task_ = false, among_tasks_ = false;
};

}  // namespace

FromOrg markdown_of_org(std::string_view org) {
  return Rewriter().run(Note(std::string(org)));
}

bool is_task_keyword(std::string_view word) {
  return std::ranges::find(task_keywords, word, &Keyword::word) != task_keywords.end();
}

char mark_of_keyword(std::string_view word) {
  return std::ranges::find(task_keywords, word, &Keyword::word)->mark;
}

std::vector<Edit> planning_edits(const Note& note, const Task& task) {
  std::vector<Edit> edits;
  const std::size_t from = note.end(task.box_line);
  const std::size_t end = note.end(task.paragraph_end);
  for (const Planning& planning : plannings) {
    const std::size_t at = note.bytes().substr(0, end).find(planning.word, from);
    if (at == std::string_view::npos) continue;
    const std::size_t open = at + planning.word.size();
    const std::size_t close = note.bytes().substr(0, end).find(planning.close, open);
    if (close == std::string_view::npos || note.bytes()[open] != planning.open) continue;
    const auto date = Date::parse(note.bytes().substr(open + 1, 10));
    if (date) edits.push_back({at, close + 1 - at, std::string(planning.token) + date->iso()});
  }
  return edits;
}

}  // namespace oneonone
