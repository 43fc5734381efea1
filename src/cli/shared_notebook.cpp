// SPDX-License-Identifier: MIT
// Names people/ wherever a tree is named.
#include "cli/shared_notebook.hpp"

#include <fmt/format.h>

#include "cli/goal_book.hpp"
#include "cli/meetings.hpp"
#include "error.hpp"
#include "text/records.hpp"

namespace oneonone {

bool SharedNotebook::holds(const std::string& folder) const {
  const std::string path = fmt::format("{}/{}", folder_of(Tree::shared), folder);
  return session_.system().files.kind(session_.notebook().absolute(path)) == FileKind::folder;
}

std::vector<Person> SharedNotebook::people(const std::vector<std::string>& words) const {
  const Notebook& notebook = session_.notebook();
  std::vector<Person> people;
  for (const std::string& word : words) {
    const std::string folder = notebook.find_person(word).folder;
    if (!holds(folder)) {
      throw Error(Status::not_found, fmt::format("you share no notes with '{}'", folder));
    }
    people.push_back(notebook.shared_person(folder));
  }
  if (!words.empty()) return people;
  for (const std::string& folder : notebook.folders()) {
    if (holds(folder)) people.push_back(notebook.shared_person(folder));
  }
  return people;
}

std::vector<NotePath> SharedNotebook::meetings(const Person& person) const {
  std::vector<NotePath> notes = session_.notebook().notes(person.folder, Tree::shared);
  std::erase_if(notes, [](const NotePath& note) { return !note.is_meeting(); });
  return notes;
}

Note SharedNotebook::note(const NotePath& path) const {
  const Notebook& notebook = session_.notebook();
  NotePath shared = path;
  shared.tree = Tree::shared;
  auto bytes = notebook.read(shared.path());
  if (!bytes) {
    throw Error(Status::not_found, "there is no such note", notebook.from_here(shared.path()));
  }
  return Note(std::move(*bytes));
}

std::vector<Goal> SharedNotebook::goals(const Person& person) const {
  return shared_goals(session_, person);
}

std::optional<ParsedNote> SharedNotebook::goals_note(const Person& person) const {
  return read_goals(session_, person, Tree::shared);
}

Cadence SharedNotebook::cadence(const Person& person) const {
  const Notebook& notebook = session_.notebook();
  return cadence_of(notebook.config(), notebook.person(person.folder));
}

int SharedNotebook::talk_aim(const Person& person) const {
  return talk_target(person, session_.notebook().config().talk_target);
}

}  // namespace oneonone
