// SPDX-License-Identifier: MIT
// A bank of questions: Markdown lists, one question an item, with tags for whom and how deep.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// One question. It is for anybody when `relations` is empty.
struct Question {
  std::string id;     ///< five characters, made of the text: the same everywhere
  std::string theme;  ///< the file's: "growth"
  std::string text;
  std::vector<std::string> relations;  ///< of the one who is asked, as I see them: "report", …
  std::string depth;                   ///< "light", "deep" or empty
};

/// The questions of a file, `- What would you …? #report #light`; other lines are for people. The
/// theme is the front matter's `theme`, else `name`.
std::vector<Question> read_questions(std::string_view text, std::string_view name);

}  // namespace oneonone
