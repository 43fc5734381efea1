// SPDX-License-Identifier: MIT
// One good question instead of three hundred: not asked of this person before, from a theme that
// was quiet for long (practices.md row 20).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger.hpp"
#include "model/date.hpp"
#include "text/question_bank.hpp"

namespace oneonone {

/// A question, and the day it was last asked of a person, as their notes say.
struct Asked {
  Question question;
  std::optional<Date> asked;
};

/// Gives each question its id: made of its theme and text, unique in the bank.
void name_questions(std::vector<Question>& bank);

/// Notes when questions were asked and themes touched: a question is asked when its words stand in
/// a dated note, a theme is touched by a question or by its `#theme`.
class QuestionHistory {
 public:
  explicit QuestionHistory(const std::vector<Question>& bank);
  /// Reads one dated note.
  void read(Date date, std::string_view text);
  /// The questions for a relation (and, when given, of one theme), the best to ask first: unasked
  /// ones of the themes untouched for longest; then those asked longest ago. The day turns the
  /// order within a theme, so that people do not all get the same.
  std::vector<Asked> ranked(std::string_view relation, const std::optional<std::string>& theme,
                            std::string_view person, Date today) const;

 private:
  const std::vector<Question>& bank_;
  std::vector<std::string> folded_;
  std::vector<std::optional<Date>> asked_;
  std::map<std::string, Date, std::less<>> touched_;
};

/// The question for the agenda of a meeting. It is for the one the meeting is for, and depends on
/// what both people have alone: the built-in bank, what the two are to each other, and the notes
/// of the year before the meeting's. Empty when there is none.
std::string shared_question(const Ledger& ledger, const NotePath& meeting);

/// Moves the questions that speak of something they like to the front; the order stays otherwise.
void prefer(std::vector<Asked>& questions, const std::vector<std::string>& likes);

}  // namespace oneonone
