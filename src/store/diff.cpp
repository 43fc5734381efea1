// SPDX-License-Identifier: MIT
// Changes as a unified diff: what `-n` shows, in the form that `git apply` takes.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "store/changes.hpp"
#include "text/alignment.hpp"

namespace oneonone {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context = 3;

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

Sequence numbered(const Lines& lines, Numbers& numbers) {
  Sequence sequence;
  for (const std::string_view line : lines) sequence.push_back(numbers.of(line));
  return sequence;
}

/// The whole way from one text to the other: what is removed stands before what is added.
Script script_of(std::string_view before, std::string_view after) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  Numbers numbers;
  const Sequence old_numbers = numbered(old_lines, numbers);
  const Sequence new_numbers = numbered(new_lines, numbers);
  std::vector<Match> matches = shortest_alignment(old_numbers, new_numbers);
  matches.push_back({old_lines.size(), new_lines.size()});
  Script script;
  std::size_t row = 0;
  std::size_t column = 0;
  for (const Match& match : matches) {
    while (row < match.before) script.push_back({'-', old_lines[row++]});
    while (column < match.after) script.push_back({'+', new_lines[column++]});
    if (row < old_lines.size()) script.push_back({' ', old_lines[row]});
    ++row, ++column;
  }
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
