// SPDX-License-Identifier: MIT
// Reads the removed notes from git, and looks for their items in the notes that are there.
#include "cli/removed_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/commit_paths.hpp"
#include "cli/ledgers.hpp"
#include "model/note_path.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

/// How many open items of a text stand in no note of the person.
std::size_t lost_items(Session& session, const NotePath& note, const std::string& text) {
  const Person person = session.notebook().person(note.person);
  const ParsedNote parsed = parse_note(note, text, reading_of(person, session.notebook().config()));
  const IdSet here = Ledgers(session).ids(person, note.tree);
  return static_cast<std::size_t>(
      std::ranges::count_if(parsed.outline.tasks, [&](const Task& task) {
        const Item& item = task.item();
        const bool counts = task.role == Role::commitment || task.role == Role::talking_point;
        return counts && item.mark == Mark::open && !here.contains(item.id);
      }));
}

}  // namespace

std::vector<std::string> removed_promises(Session& session, const SyncPlace& place,
                                          const std::string& before) {
  const Repository& repository = place.repository();
  std::vector<std::string> lines;
  for (const std::string& path : paths_removed(repository, before)) {
    const auto known = place.in_notebook(path);
    const auto note = known ? NotePath::read(*known) : std::nullopt;
    if (!note || repository.ignores(path)) continue;
    const auto text = repository.ask({"cat-file", "blob", fmt::format("{}:{}", before, path)});
    const std::size_t lost = text ? lost_items(session, *note, *text) : 0;
    if (lost == 0) continue;
    std::string name = place.from_here(path);
    std::ranges::replace(name, '\n', ' ');
    lines.push_back(
        fmt::format("{}: removed, with {} open; git still has it", std::move(name), lost));
  }
  return lines;
}

}  // namespace oneonone
