// SPDX-License-Identifier: MIT
// Reads as much of everybody's notes as `status` does.
#include "cli/due_today.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/meetings.hpp"
#include "core/due_today.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

Error nobody(const std::vector<Person>& people, const std::vector<Rhythm>& rhythms) {
  std::string hint = "say who it is for";
  std::optional<Date> next;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (!rhythms[i].next_due || (next && *next <= *rhythms[i].next_due)) continue;
    next = rhythms[i].next_due;
    hint = fmt::format("say who it is for; next is {}, {}", people[i].folder, next->short_form());
  }
  return {Status::not_found, "nobody is due today", "", hint};
}

Error several(const std::vector<Person>& people, const std::vector<std::size_t>& due) {
  std::string hint = "say who it is for:";
  for (std::size_t index : due) hint += " " + people[index].folder;
  return {Status::not_found, "several people are due", "", hint};
}

}  // namespace

Person named_or_due(Session& session, const std::optional<std::string>& word) {
  if (word) return session.notebook().find_person(*word);
  std::vector<Person> people = session.notebook().people({});
  std::erase_if(people, [](const Person& person) { return person.status == "alumni"; });
  std::vector<Rhythm> rhythms;
  for (const Person& person : people) {
    Cadence cadence = cadence_of(session.notebook().config(), person);
    rhythms.push_back(rhythm_of(recent_meetings(session, person), cadence, session.today()));
  }
  std::vector<std::size_t> due = due_on(rhythms, session.today());
  if (due.empty()) throw nobody(people, rhythms);
  if (due.size() > 1) throw several(people, due);
  const Person& person = people[due.front()];
  Date day = *rhythms[due.front()].next_due;
  bool today = day == session.today();
  session.tell(
      fmt::format("{} is due {}", person.name(), today ? "today" : "since " + day.short_form()));
  return person;
}

}  // namespace oneonone
