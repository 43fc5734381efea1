// SPDX-License-Identifier: MIT
// Changes as a unified diff: what `-n` shows, in the form that `git apply` takes.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "store/changes.hpp"

namespace oneonone {
namespace {

using Lines = std::vector<std::string_view>;
using Index = std::ptrdiff_t;

constexpr std::size_t context = 3;
/// Beyond so many differences no shortest script is looked for: all of the middle is replaced.
constexpr Index most_differences = 2000;

/// Lines with their endings.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

struct Step {
  char mark;  ///< ' ' kept, '-' removed, '+' added
  std::string_view line;
};
using Script = std::vector<Step>;

/// Myers' greedy search for the shortest script that turns one list of lines into another.
class Search {
 public:
  Search(const Lines& before, const Lines& after)
      : before_(before),
        after_(after),
        rows_(static_cast<Index>(before.size())),
        columns_(static_cast<Index>(after.size())) {}

  Script script() {
    const Index limit = std::min(rows_ + columns_, most_differences);
    std::vector<Index> reach(static_cast<std::size_t>(2 * limit + 2), 0);
    for (Index differences = 0; differences <= limit; ++differences) {
      const bool is_there = advance(reach, limit, differences);
      const auto first = reach.begin() + limit - differences;
      history_.emplace_back(first, first + 2 * differences + 1);
      if (is_there) return walk_back(differences);
    }
    return replace_all();
  }

 private:
  /// The furthest row on each diagonal with one difference more; true when that is the end.
  bool advance(std::vector<Index>& reach, Index middle, Index differences) const {
    const auto at = [&](Index diagonal) -> Index& {
      return reach[static_cast<std::size_t>(middle + diagonal)];
    };
    for (Index diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const bool is_added = diagonal == -differences ||
                            (diagonal != differences && at(diagonal - 1) < at(diagonal + 1));
      Index row = 0;
      if (differences > 0) row = is_added ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (are_equal(row, row - diagonal)) ++row;
      at(diagonal) = row;
      if (row >= rows_ && row - diagonal >= columns_) return true;
    }
    return false;
  }

  bool are_equal(Index row, Index column) const {
    return row < rows_ && column >= 0 && column < columns_ &&
           line(before_, row) == line(after_, column);
  }

  static std::string_view line(const Lines& lines, Index index) {
    return lines[static_cast<std::size_t>(index)];
  }

  Index reached(Index differences, Index diagonal) const {
    return history_[static_cast<std::size_t>(differences)]
                   [static_cast<std::size_t>(differences + diagonal)];
  }

  Script walk_back(Index differences) const {
    Script steps;
    Index row = rows_;
    Index column = columns_;
    for (; differences > 0; --differences) {
      const Index diagonal = row - column;
      const bool is_added = diagonal == -differences ||
                            (diagonal != differences && reached(differences - 1, diagonal - 1) <
                                                            reached(differences - 1, diagonal + 1));
      const Index from = is_added ? reached(differences - 1, diagonal + 1)
                                  : reached(differences - 1, diagonal - 1) + 1;
      keep_down_to(from, row, column, steps);
      if (is_added)
        steps.push_back({'+', line(after_, --column)});
      else
        steps.push_back({'-', line(before_, --row)});
    }
    keep_down_to(0, row, column, steps);
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  void keep_down_to(Index end, Index& row, Index& column, Script& steps) const {
    for (; row > end; --column) steps.push_back({' ', line(before_, --row)});
  }

  Script replace_all() const {
    Script steps;
    for (const auto text : before_) steps.push_back({'-', text});
    for (const auto text : after_) steps.push_back({'+', text});
    return steps;
  }

  const Lines& before_;
  const Lines& after_;
  Index rows_;
  Index columns_;
  std::vector<std::vector<Index>>
      history_;  ///< per count of differences, diagonals -count to count
};

/// What is removed stands before what is added, wherever both stand together.
void put_removed_first(Script& script) {
  const auto is_kept = [](const Step& step) { return step.mark == ' '; };
  for (auto begin = script.begin(); begin != script.end();) {
    begin = std::find_if_not(begin, script.end(), is_kept);
    const auto end = std::find_if(begin, script.end(), is_kept);
    std::stable_partition(begin, end, [](const Step& step) { return step.mark == '-'; });
    begin = end;
  }
}

/// The whole way from one text to the other. Equal beginnings and ends cost nothing to find.
Script script_of(std::string_view before, std::string_view after) {
  Lines old_lines = lines_of(before);
  Lines new_lines = lines_of(after);
  const auto same =
      std::mismatch(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end());
  Script script;
  for (auto line = old_lines.begin(); line != same.first; ++line) script.push_back({' ', *line});
  old_lines.erase(old_lines.begin(), same.first);
  new_lines.erase(new_lines.begin(), same.second);
  const auto tail =
      std::mismatch(old_lines.rbegin(), old_lines.rend(), new_lines.rbegin(), new_lines.rend());
  const Lines kept(tail.first.base(), old_lines.end());
  old_lines.resize(old_lines.size() - kept.size());
  new_lines.resize(new_lines.size() - kept.size());
  const Script middle = Search(old_lines, new_lines).script();
  script.insert(script.end(), middle.begin(), middle.end());
  for (const auto line : kept) script.push_back({' ', line});
  put_removed_first(script);
  return script;
}

/// `@@ -4,7 +4,8 @@` counts from 1, and names the line before where there is none.
std::string range(std::size_t lines_before, std::size_t count) {
  if (count == 1) return fmt::format("{}", lines_before + 1);
  return fmt::format("{},{}", count == 0 ? lines_before : lines_before + 1, count);
}

/// Prints steps `begin` to `end` and moves the line numbers past them.
void print_hunk(const Script& script, std::size_t begin, std::size_t end, std::size_t& old_line,
                std::size_t& new_line, std::string& out) {
  std::size_t old_count = 0;
  std::size_t new_count = 0;
  std::string body;
  for (std::size_t index = begin; index < end; ++index) {
    const Step& step = script[index];
    if (step.mark != '+') ++old_count;
    if (step.mark != '-') ++new_count;
    body += step.mark;
    body += step.line;
    if (!step.line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
  }
  fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n{}", range(old_line, old_count),
                 range(new_line, new_count), body);
  old_line += old_count;
  new_line += new_count;
}

/// The index after the last change of the hunk that begins with the change at `index`.
std::size_t hunk_end(const Script& script, std::size_t index) {
  std::size_t end = index + 1;
  for (; index < script.size() && index <= end + 2 * context; ++index)
    if (script[index].mark != ' ') end = index + 1;
  return end;
}

std::string hunks(const Script& script) {
  std::string out;
  std::size_t done = 0;
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  for (std::size_t index = 0; index < script.size(); ++index) {
    if (script[index].mark == ' ') continue;
    const std::size_t begin = std::max(done, index - std::min(index, context));
    old_line += begin - done;
    new_line += begin - done;
    const std::size_t end = std::min(hunk_end(script, index) + context, script.size());
    print_hunk(script, begin, end, old_line, new_line, out);
    done = end;
    index = end - 1;
  }
  return out;
}

/// A path as git prints it: in double quotes with escapes where a line could not hold it.
std::string name(std::string_view side, std::string_view path) {
  const auto is_special = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '\\';
  };
  if (std::none_of(path.begin(), path.end(), is_special)) return fmt::format("{}/{}", side, path);
  std::string quoted = fmt::format("\"{}/", side);
  for (const char c : path) {
    if (is_special(c))
      fmt::format_to(std::back_inserter(quoted), "\\{:03o}", static_cast<unsigned char>(c));
    else
      quoted += c;
  }
  return quoted + '"';
}

/// A name in the `---` and `+++` lines, where a tab ends what has blanks in it.
std::string header_name(const std::string& name) {
  return name.find(' ') == std::string::npos || name.front() == '"' ? name : name + '\t';
}

std::string diff_of_file(std::string_view path, const std::optional<std::string>& before,
                         std::string_view after) {
  if (before && *before == after) return {};
  const std::string old_name = name("a", path);
  const std::string new_name = name("b", path);
  std::string out = fmt::format("diff --git {} {}\n", old_name, new_name);
  if (!before) out += "new file mode 100644\n";
  if (!before && after.empty()) return out;
  fmt::format_to(std::back_inserter(out), "--- {}\n+++ {}\n{}",
                 before ? header_name(old_name) : "/dev/null", header_name(new_name),
                 hunks(script_of(before.value_or(""), after)));
  return out;
}

}  // namespace

std::string diff_of(const std::vector<Change>& changes) {
  std::string out;
  for (auto first = changes.begin(); first != changes.end(); ++first) {
    const auto is_same_file = [&](const Change& change) { return change.path == first->path; };
    // A file that is changed twice is shown once, where it stands first.
    if (std::any_of(changes.begin(), first, is_same_file)) continue;
    const auto last = std::find_if(changes.rbegin(), changes.rend(), is_same_file);
    out += diff_of_file(first->path, first->expected, last->bytes);
  }
  return out;
}

}  // namespace oneonone
