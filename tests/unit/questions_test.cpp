// SPDX-License-Identifier: MIT
// Which question is served, and what counts as asked; the bank itself.
#include "core/questions.hpp"

#include <doctest/doctest.h>

#include <set>

#include "text/builtin.hpp"

using namespace oneonone;

namespace {

const Date today = *Date::parse("2026-11-24");

std::vector<Question> small_bank() {
  std::vector<Question> bank = read_questions(
      "---\ntheme: work\n---\n# Work\n\n- Which task would you drop? #report #light\n"
      "- What is too slow? #manager\n* Anything else?\nprose\n",
      "file");
  for (Question& question : read_questions("- What did you learn? #deep\n", "growth")) {
    bank.push_back(std::move(question));
  }
  name_questions(bank);
  return bank;
}

std::string first(const QuestionHistory& history, std::string_view relation) {
  return history.ranked(relation, std::nullopt, "alice", today).front().question.text;
}

}  // namespace

TEST_CASE("a bank is a list with tags") {
  std::vector<Question> bank = small_bank();
  REQUIRE(bank.size() == 4);
  CHECK(bank[0].theme == "work");
  CHECK(bank[0].text == "Which task would you drop?");
  CHECK(bank[0].relations == std::vector<std::string>{"report"});
  CHECK(bank[0].depth == "light");
  CHECK(bank[3].theme == "growth");
}

TEST_CASE("questions fit the relation, and skip reports are asked like reports") {
  std::vector<Question> bank = small_bank();
  QuestionHistory history(bank);
  CHECK(history.ranked("report", std::nullopt, "alice", today).size() == 3);
  CHECK(history.ranked("skip-report", std::nullopt, "alice", today).size() == 3);
  CHECK(history.ranked("manager", "work", "alice", today).size() == 2);
}

TEST_CASE("a theme that was touched comes after one that was not") {
  std::vector<Question> bank = small_bank();
  QuestionHistory touched(bank);
  touched.read(*Date::parse("2026-11-17"), "We spoke of #growth\n");
  CHECK(first(touched, "report") != "What did you learn?");
  QuestionHistory asked(bank);
  asked.read(*Date::parse("2026-11-10"), "- Which task would\n  you drop?\n");
  CHECK(first(asked, "report") == "What did you learn?");
  CHECK(asked.ranked("report", "work", "alice", today).back().asked->iso() == "2026-11-10");
}

TEST_CASE("the bank that ships is large, unique and tagged with what we know") {
  std::vector<Question> bank;
  for (const Builtin& file : builtin_questions()) {
    for (Question& question : read_questions(file.text, file.name))
      bank.push_back(std::move(question));
  }
  const std::set<std::string> known{"report", "manager", "peer",  "skip",
                                    "mentor", "mentee",  "alumni"};
  std::set<std::string> texts;
  std::set<std::string> themes;
  for (const Question& question : bank) {
    CAPTURE(question.text);
    CHECK(texts.insert(question.text).second);
    themes.insert(question.theme);
    for (const std::string& relation : question.relations) CHECK(known.contains(relation));
  }
  CHECK(bank.size() >= 170);
  CHECK(themes.size() == 11);
}

TEST_CASE("places that somebody likes come first, the others in their order") {
  std::vector<Asked> places{{{"", "venue", "A museum", {}, ""}, {}},
                            {{"", "venue", "A walk beside water", {}, ""}, {}},
                            {{"", "venue", "A lunch", {}, ""}, {}},
                            {{"", "venue", "A video call with tea", {}, ""}, {}}};
  prefer(places, {"Walks", "tea"});
  std::string order;
  for (const Asked& one : places) order += one.question.text.substr(2, 3) + " ";
  CHECK(order == "wal vid mus lun ");
  prefer(places, {""});
  CHECK(places[0].question.text == "A walk beside water");
}
