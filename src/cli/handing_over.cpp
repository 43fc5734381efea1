// SPDX-License-Identifier: MIT
// Copies what was chosen of one relationship to where the next one finds it.
#include "cli/handing_over.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/newcomer.hpp"
#include "error.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

void tell_left(Session& session, const std::vector<std::string>& left) {
  for (const std::string& place : left) {
    session.tell(
        fmt::format("{}: not copied, and left open: it cannot be told apart from what "
                    "stands around it",
                    place));
  }
}

/// Only what was copied is marked.
std::vector<Heirloom> copied(const std::vector<Heirloom>& chosen,
                             const std::vector<std::string>& left) {
  std::vector<Heirloom> copied;
  for (const Heirloom& heirloom : chosen) {
    const std::string place = fmt::format("{}:{}", heirloom.path.path(), heirloom.line);
    if (std::ranges::find(left, place) == left.end()) copied.push_back(heirloom);
  }
  return copied;
}

/// A file of the heir's folder, when it is to be another than it is.
void add_change(const std::string& path, const std::optional<std::string>& before,
                const std::string& after, std::vector<Change>& changes) {
  if (after != before.value_or("")) changes.push_back({path, before, after});
}

std::string path_of(const Person& person, const std::string& file) {
  return fmt::format("{}/{}/{}", folder_of(Tree::shared), person.folder, file);
}

Person successor(const Person& person, const std::string& handle, const std::string& name) {
  Person heir = person;
  std::ranges::replace(heir.people, person.me, handle);
  for (std::size_t i = 0; i < heir.people.size(); ++i) {
    if (heir.people[i] == handle) heir.names[i] = name;
  }
  return heir;
}

/// The name of somebody in the notebook, else the handle.
std::string name_of(const SharedNotebook& notebook, const std::string& handle) {
  for (const Person& person : notebook.people({})) {
    if (person.them() == handle) return person.name();
  }
  return handle;
}

/// What the one who takes over is to the one who stays.
std::string about_of(const Person& person, const std::string& handle, const std::string& name) {
  Config config;
  config.me = handle;
  config.name = name;
  std::string_view relation = person.relation();
  if (relation != "mentee") relation = "report";
  return about_text(config, {person.them(), person.name()}, relation, person.cadence);
}

using NewFiles = std::vector<std::pair<std::string, std::string>>;  ///< bytes by path

/// True for what a run that was killed has left: some of the files, nothing else, and not all.
bool is_begun(const Files& files, const std::string& folder, const NewFiles& wanted) {
  std::size_t there = 0;
  for (const Entry& entry : files.list(folder).value_or(std::vector<Entry>{})) {
    if (entry.name.starts_with(".oneonone-")) continue;
    const std::string path = folder + "/" + entry.name;
    const auto file = std::ranges::find(wanted, path, &NewFiles::value_type::first);
    if (file == wanted.end() || files.read(path) != file->second) return false;
    ++there;
  }
  return there < wanted.size();
}

void require_new_folder(Session& session, const std::string& folder, const NewFiles& wanted) {
  const Files& files = session.system().files;
  const FileKind kind = files.kind(folder);
  const bool is_new =
      kind == FileKind::none || (kind == FileKind::folder && is_begun(files, folder, wanted));
  if (!is_new) {
    throw Error(Status::failed, "it is there already", folder, "name a new folder");
  }
  const std::size_t slash = folder.rfind('/');
  const auto above = files.resolve(slash == std::string::npos ? "." : folder.substr(0, slash + 1));
  const auto root = files.resolve(session.notebook().root());
  if (above && root && (*above + "/").starts_with(*root + "/")) {
    throw Error(Status::failed, "it would be a folder of this notebook", folder,
                "name one outside: it is for the two who stay");
  }
}

}  // namespace

std::vector<std::string> hand_over_to(Session& session, const SharedNotebook& notebook,
                                      const Handover& handover, const Person& heir) {
  const Person& person = handover.person;
  const Reading reading = reading_of(person, session.notebook().config());
  const NoteEdits ids = identified(handover.ledger, handover.chosen, session.today());
  std::vector<Change> changes = changes_of(handover.ledger, ids);
  const Ledger named = edited(handover.ledger, ids, reading);
  std::vector<std::string> left;
  const std::string topics_path = path_of(heir, "topics.md");
  const auto topics = session.notebook().read(topics_path);
  add_change(topics_path, topics,
             inherited_topics(topics, named, handover.chosen, heir, {person.them(), heir.them()},
                              reading_of(heir, session.notebook().config()), left),
             changes);
  const std::string goals_path = path_of(heir, "goals.md");
  const auto goals = session.notebook().read(goals_path);
  if (const auto old = notebook.goals_note(person)) {
    add_change(goals_path, goals, inherited_goals(goals, *old, handover.chosen), changes);
  }
  for (Change& change : changes_of(named, handed_on(named, copied(handover.chosen, left)))) {
    changes.push_back(std::move(change));
  }
  session.apply(changes);
  tell_left(session, left);
  std::vector<std::string> paths;
  for (const Change& change : changes) {
    if (std::ranges::find(paths, change.path) == paths.end()) paths.push_back(change.path);
  }
  return paths;
}

std::vector<std::string> hand_over_in(Session& session, const SharedNotebook& notebook,
                                      const Handover& handover, const std::string& handle,
                                      std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  const Person& person = handover.person;
  const std::string name = name_of(notebook, handle);
  const Person heir = successor(person, handle, name);
  std::vector<std::string> left;
  const std::string topics =
      inherited_topics(std::nullopt, handover.ledger, handover.chosen, heir, {person.me, handle},
                       reading_of(person, session.notebook().config()), left);
  NewFiles files{{folder + "/about.md", about_of(person, handle, name)},
                 {folder + "/topics.md", topics}};
  if (const auto old = notebook.goals_note(person)) {
    files.emplace_back(folder + "/goals.md", inherited_goals(std::nullopt, *old, handover.chosen));
  }
  std::erase_if(files, [](const auto& file) { return file.second.empty(); });
  require_new_folder(session, folder, files);
  if (!session.globals().dry_run) session.system().files.make_folder(folder);
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) {
    session.write_named(path, text);
    paths.push_back(path);
  }
  tell_left(session, left);
  return paths;
}

}  // namespace oneonone
