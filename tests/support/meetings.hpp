// SPDX-License-Identifier: MIT
// Meetings in memory: Alice's and Dana's notes before and after a plan of `new`.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "core/meeting.hpp"

namespace oneonone::testing {

inline const Reading reading{Headings({"Topics"}, {"Attendance"}), ""};
inline const Date today = *Date::parse("2026-11-24");
inline const MeetingTemplate plain{"plain",
                                   "# {{names}}\n\n{{#carried}}\n## Carried "
                                   "forward\n{{carried}}\n{{/carried}}\n## Topics\n{{topics}}",
                                   "plain"};

/// Notes below people/alice by their file names.
using Files = std::map<std::string, std::string>;

inline Ledger ledger_of(const Files& files) {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice", "Dana"};
  person.me = "dana";
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(Tree::shared, "alice", file), text, reading));
  }
  std::ranges::sort(notes, {}, &ParsedNote::path);
  return {person, std::move(notes), {}, nullptr};
}

inline NotePath note_of(const char* file) {
  return NotePath::make(Tree::shared, "alice", file);
}

/// Weekly meetings.
inline MeetingPlan plan(const Files& files, const char* target, const MeetingTemplate& form = plain,
                        const std::vector<Goal>& goals = {}) {
  const Ledger ledger = ledger_of(files);
  return plan_meeting(
      ledger, agenda_for(ledger, note_of(target), goals, 7), form,
      [](std::string_view) { return std::nullopt; }, reading, today);
}

/// The files after the plan; checks on the way that each step rests on what is there.
inline Files after(Files files, const MeetingPlan& plan) {
  for (const Change& change : plan.changes) {
    std::string file = change.path.substr(std::string("people/alice/").size());
    if (change.expected) {
      CHECK(files.at(file) == *change.expected);
    } else {
      CHECK_FALSE(files.contains(file));
    }
    files[file] = change.bytes;
  }
  return files;
}

inline Files met(const Files& files, const char* target, const MeetingTemplate& form = plain) {
  return after(files, plan(files, target, form));
}

}  // namespace oneonone::testing
