// SPDX-License-Identifier: MIT
// Notes in org's own markup, and the lines below a task in which org and Logseq keep its days.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/tasks.hpp"

namespace oneonone {

/// Markdown made of an org file.
struct FromOrg {
  std::string markdown;
  std::vector<std::size_t> lines;  ///< the line of the org file that each line comes from
};

/// Headlines become headings, those with a keyword list items (`** TODO text` is `- TODO text`)
/// with what stands below them apart, under a heading `Tasks` where the one above them is not
/// theirs; code is fenced, comments are Markdown's, `[-]` (begun in org) is
/// `[/]`. All else stays.
FromOrg markdown_of_org(std::string_view org);

/// True for the words of org and Logseq that make a task: `TODO`, `DONE`, `LATER`, …
bool is_task_keyword(std::string_view word);

/// The mark of the box that such a word stands for.
char mark_of_keyword(std::string_view word);

/// `DEADLINE: <2026-12-01 Tue>` and `CLOSED: [2026-11-20 Fri]` in an item's paragraph, written as
/// `due:2026-12-01` and `done:2026-11-20`.
std::vector<Edit> planning_edits(const Note& note, const Task& task);

}  // namespace oneonone
