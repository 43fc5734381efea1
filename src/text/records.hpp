// SPDX-License-Identifier: MIT
// What about.md and oneonone.yaml say, as values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/config.hpp"
#include "model/finding.hpp"
#include "model/meeting.hpp"
#include "model/person.hpp"
#include "text/note.hpp"
#include "text/sections.hpp"

namespace oneonone {

/// Reads oneonone.yaml. Throws Error{failed} at "PATH:LINE".
Config read_config(const Note& note, std::string_view path);

/// The person of a folder that has no about.md: its name is the handle.
Person person_of_folder(std::string_view folder, const Config& config);

/// Reads about.md; what it lacks or what is broken falls back to person_of_folder, and the findings
/// say so.
Person read_person(const Note& note, std::string_view path, std::string_view folder,
                   const Config& config, std::vector<Finding>& findings);

/// An old handle, and what it became; empty for one that does not say so.
struct OldHandle {
  std::string handle, now;
};

/// Reads `alice=ang` or `alice`, as `aka` of about.md lists them.
OldHandle old_handle(std::string_view text);

/// Takes over what my private about.md says of the person: `pause: FROM..TO`, `likes: [walk, tea]`.
void read_my_view(const Note& note, std::string_view path, Person& person,
                  std::vector<Finding>& findings);

/// `2026-12-21..2027-01-03`, or one day; nothing for any other text.
std::optional<Absence> parse_absence(std::string_view text);

/// What marks and headings mean in this person's notes.
Reading reading_of(const Person& person, const Config& config);

}  // namespace oneonone
