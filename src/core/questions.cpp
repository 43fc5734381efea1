// SPDX-License-Identifier: MIT
// Looks for whole questions in notes, folded and with blanks made equal, since editors wrap lines.
#include "core/questions.hpp"

#include <algorithm>
#include <tuple>

#include "core/ids.hpp"
#include "text/builtin.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// Places are no talk: they are served only when asked for.
constexpr std::string_view venue_theme = "venue";
constexpr int days_of_a_year = 365;

std::string one_line(std::string_view text) {
  std::string folded = unicode::fold(text);
  std::string result;
  for (char c : folded) {
    bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>';
    if (!blank) result += c;
    if (blank && !result.empty() && result.back() != ' ') result += ' ';
  }
  return result;
}

bool is_for(const Question& question, std::string_view relation) {
  if (relation == "skip-report") relation = "report";
  return question.relations.empty() ||
         std::ranges::find(question.relations, relation) != question.relations.end();
}

void keep_later(std::optional<Date>& day, Date other) {
  if (!day || *day < other) day = other;
}

}  // namespace

std::string shared_question(const Ledger& ledger, const NotePath& meeting) {
  std::vector<Question> bank;
  for (const Builtin& file : builtin_questions()) {
    for (Question& one : read_questions(file.text, file.name)) bank.push_back(std::move(one));
  }
  QuestionHistory history(bank);
  for (const ParsedNote& parsed : ledger.notes()) {
    const bool recent = parsed.path.is_meeting() && parsed.path < meeting &&
                        *meeting.date - *parsed.path.date <= days_of_a_year;
    if (recent) history.read(*parsed.path.date, parsed.note.bytes());
  }
  Person asking = ledger.person();
  asking.me = asking.people.back();
  const std::vector<Asked> ranked =
      history.ranked(asking.is_alumni() ? "alumni" : asking.relation(), std::nullopt,
                     asking.people.front() + " " + asking.people.back(), *meeting.date);
  return ranked.empty() ? "" : ranked.front().question.text;
}

void prefer(std::vector<Asked>& questions, const std::vector<std::string>& likes) {
  auto liked = [&](const Asked& one) {
    std::string text = unicode::fold(one.question.text);
    return std::ranges::any_of(likes, [&](const std::string& like) {
      std::string word = unicode::fold(like);
      if (word.ends_with('s')) word.pop_back();
      return !word.empty() && text.find(word) != std::string::npos;
    });
  };
  std::ranges::stable_partition(questions, liked);
}

void name_questions(std::vector<Question>& bank) {
  IdSet taken;
  for (Question& question : bank) {
    question.id = mint_id({{}, question.theme, "", question.text}, taken);
    taken.insert(question.id);
  }
}

QuestionHistory::QuestionHistory(const std::vector<Question>& bank)
    : bank_(bank), asked_(bank.size()) {
  for (const Question& question : bank) folded_.push_back(one_line(question.text));
}

void QuestionHistory::read(Date date, std::string_view text) {
  std::string folded = one_line(text);
  for (std::size_t i = 0; i < bank_.size(); ++i) {
    const std::string& theme = bank_[i].theme;
    bool asked = folded.find(folded_[i]) != std::string::npos;
    if (asked) keep_later(asked_[i], date);
    if (!asked && folded.find("#" + unicode::fold(theme)) == std::string::npos) continue;
    auto [found, fresh] = touched_.emplace(theme, date);
    if (!fresh && found->second < date) found->second = date;
  }
}

std::vector<Asked> QuestionHistory::ranked(std::string_view relation,
                                           const std::optional<std::string>& theme,
                                           std::string_view person, Date today) const {
  std::vector<Asked> result;
  for (std::size_t i = 0; i < bank_.size(); ++i) {
    bool fits = theme ? bank_[i].theme == *theme : bank_[i].theme != venue_theme;
    if (fits && is_for(bank_[i], relation)) result.push_back({bank_[i], asked_[i]});
  }
  auto rank = [&](const Asked& one) {
    auto touched = touched_.find(one.question.theme);
    std::string turn = mint_id({{std::string(person)}, today.iso(), one.question.theme, ""}, {});
    std::string within = mint_id({{std::string(person)}, today.iso(), "", one.question.text}, {});
    return std::tuple(one.asked ? one.asked->days() : INT32_MIN,
                      touched == touched_.end() ? INT32_MIN : touched->second.days(), turn, within);
  };
  std::ranges::sort(result, {}, rank);
  return result;
}

}  // namespace oneonone
