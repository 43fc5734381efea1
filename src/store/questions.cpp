// SPDX-License-Identifier: MIT
// Joins the banks.
#include "store/questions.hpp"

#include "text/builtin.hpp"

namespace oneonone {

std::vector<Question> question_bank(const Notebook& notebook) {
  std::vector<Question> bank;
  auto add = [&bank](std::string_view text, std::string_view name) {
    for (Question& question : read_questions(text, name)) bank.push_back(std::move(question));
  };
  for (const Builtin& file : builtin_questions()) add(file.text, file.name);
  const std::string folder = "templates/questions";
  auto entries = notebook.list(folder);
  if (!entries) return bank;
  for (const Entry& entry : *entries) {
    if (entry.kind != FileKind::file || !entry.name.ends_with(".md")) continue;
    auto text = notebook.read(folder + "/" + entry.name);
    if (text) add(*text, entry.name.substr(0, entry.name.size() - 3));
  }
  return bank;
}

}  // namespace oneonone
