// SPDX-License-Identifier: MIT
// Copies know nothing of each other: their words are the same, and that is enough.
#include "core/team.hpp"

#include <algorithm>

#include "core/said.hpp"

namespace oneonone {
namespace {

void add(std::vector<TeamMessage>& messages, const std::string& text, const std::string& folder,
         bool waits) {
  auto known = std::ranges::find(messages, text, &TeamMessage::text);
  if (known == messages.end()) known = messages.insert(known, {text, {}, {}});
  std::vector<std::string>& people = waits ? known->waiting : known->told;
  if (std::ranges::find(people, folder) == people.end()) people.push_back(folder);
}

}  // namespace

std::vector<TeamMessage> team_messages(const std::vector<Ledger>& ledgers) {
  std::vector<TeamMessage> messages;
  for (const Ledger& ledger : ledgers) {
    const Person& person = ledger.person();
    for (const Chain& chain : ledger.chains()) {
      bool told = chain.state == Mark::done;
      if (chain.role != Role::talking_point || (!told && chain.state != Mark::open)) continue;
      Authored words = authored(ledger.shown(chain).item().words, person);
      if (words.author == person.me) add(messages, words.text, person.folder, !told);
    }
  }
  std::erase_if(messages, [](const TeamMessage& message) {
    return message.waiting.empty() || message.told.size() + message.waiting.size() < 2;
  });
  return messages;
}

}  // namespace oneonone
