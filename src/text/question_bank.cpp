// SPDX-License-Identifier: MIT
// Reads list items line by line.
#include "text/question_bank.hpp"

#include <algorithm>
#include <array>

#include "text/front_matter.hpp"
#include "text/note.hpp"

namespace oneonone {
namespace {

constexpr std::array<std::string_view, 2> depths{"light", "deep"};

bool is_bullet(std::string_view line) {
  return line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ';
}

Question read_question(std::string_view line) {
  Question question;
  std::size_t at = 0;
  while ((at = line.find_first_not_of(" \t", at)) != std::string_view::npos) {
    std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    std::string_view word = line.substr(at, end - at);
    at = end;
    if (!word.starts_with('#') || word.size() == 1) {
      question.text += (question.text.empty() ? "" : " ") + std::string(word);
    } else if (std::ranges::find(depths, word.substr(1)) != depths.end()) {
      question.depth = word.substr(1);
    } else {
      question.relations.emplace_back(word.substr(1));
    }
  }
  return question;
}

}  // namespace

std::vector<Question> read_questions(std::string_view text, std::string_view name) {
  Note note{std::string(text)};
  std::string theme = read_front_matter(note).text("theme").value_or(std::string(name));
  std::vector<Question> questions;
  for (std::size_t number = note.body_line(); number <= note.lines(); ++number) {
    if (!is_bullet(note.line(number))) continue;
    Question question = read_question(note.line(number).substr(2));
    question.theme = theme;
    if (!question.text.empty()) questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace oneonone
