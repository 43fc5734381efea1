// SPDX-License-Identifier: MIT
// Reads all notes of everyone I manage.
#include "cli/team_words.hpp"

#include <fmt/format.h>

#include "core/team.hpp"

namespace oneonone {

std::vector<std::string> team_words(Session& session, Ledgers& ledgers) {
  std::vector<Ledger> team;
  for (const Person& person : session.notebook().people({})) {
    bool managed = person.relation() == "report" && person.status == "active";
    if (managed) team.push_back(ledgers.load(person, Tree::shared, Depth::all));
  }
  std::vector<std::string> lines;
  for (const TeamMessage& message : team_messages(team)) {
    std::string told = message.told.empty() ? "told nobody yet"
                                            : fmt::format("told {}", fmt::join(message.told, ", "));
    lines.push_back(fmt::format("team: \"{}\": {}; waits for {}", message.text, told,
                                fmt::join(message.waiting, ", ")));
  }
  return lines;
}

}  // namespace oneonone
