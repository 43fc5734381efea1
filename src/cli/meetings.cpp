// SPDX-License-Identifier: MIT
// Goes from the newest note back and stops early.
#include "cli/meetings.hpp"

#include <algorithm>

#include "model/cadence.hpp"
#include "text/meeting_record.hpp"
#include "text/note.hpp"

namespace oneonone {
namespace {

constexpr std::size_t at_least = 6;

}  // namespace

std::vector<Meeting> recent_meetings(Session& session, const Person& person) {
  return recent_meetings(session, session.notebook().notes(person.folder, Tree::shared));
}

std::vector<Meeting> recent_meetings(Session& session, const std::vector<NotePath>& notes) {
  std::vector<Meeting> meetings;
  bool found = false;
  for (std::size_t i = notes.size(); i-- > 0 && (!found || meetings.size() < at_least);) {
    if (!notes[i].is_meeting()) continue;
    try {
      auto bytes = session.notebook().read(notes[i].path());
      if (bytes) meetings.push_back(read_meeting(notes[i], *bytes, session.today()));
    } catch (const Error& error) {
      session.unread({notes[i].path(), error.message});
      continue;
    }
    const Meeting& meeting = meetings.back();
    found = found || (meeting.held == Held::held && meeting.counts);
  }
  std::ranges::reverse(meetings);
  return meetings;
}

std::vector<Meeting> all_meetings(Session& session, const Person& person) {
  std::vector<NotePath> notes = session.notebook().notes(person.folder, Tree::shared);
  std::erase_if(notes, [](const NotePath& note) { return !note.is_meeting(); });
  std::vector<std::optional<Meeting>> read(notes.size());
  auto visit = [&](std::size_t index, std::string_view bytes) {
    read[index] = read_meeting(notes[index], bytes.substr(0, body_offset(bytes)), session.today());
  };
  for (Unread& file : session.notebook().scan(notes, visit)) session.unread(std::move(file));
  std::vector<Meeting> meetings;
  for (std::optional<Meeting>& meeting : read) {
    if (meeting) meetings.push_back(std::move(*meeting));
  }
  return meetings;
}

Cadence cadence_of(const Config& config, const Person& person) {
  Cadence cadence;
  cadence.days = parse_cadence(person.cadence.value_or(config.cadence)).value_or(7);
  cadence.max_gap = config.max_gap;
  if (person.is_alumni()) {
    cadence.days = parse_cadence(person.alumni_cadence.value_or("90d")).value_or(90);
    cadence.max_gap = 2 * cadence.days;  // the longest gap is for people who work together
  }
  cadence.away = config.away;
  if (person.pause) cadence.away.push_back(*person.pause);
  return cadence;
}

}  // namespace oneonone
