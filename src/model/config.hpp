// SPDX-License-Identifier: MIT
// What oneonone.yaml says: who I am and the defaults of this notebook.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/meeting.hpp"

namespace oneonone {

/// The newest file format that this program writes.
inline constexpr int current_format = 1;

/// The keys of oneonone.yaml; those from `template_manager` on are listed only where they are set.
inline constexpr std::array<std::string_view, 17> setting_keys{"format",
                                                               "me",
                                                               "name",
                                                               "cadence",
                                                               "max_gap",
                                                               "away",
                                                               "template",
                                                               "talk_target",
                                                               "commit_changes",
                                                               "statuses",
                                                               "topics_headings",
                                                               "ignore_headings",
                                                               "template_manager",
                                                               "template_mentor",
                                                               "template_skip",
                                                               "template_peer",
                                                               "template_alumni"};

struct Config {
  int format = current_format;
  std::string me;    ///< my handle
  std::string name;  ///< my name; empty when not known
  std::string cadence = "weekly";
  std::string meeting_template = "weekly";
  /// Templates by what the two are: `manager`, `mentor`, `skip` (one of them is that to the other),
  /// `peer`, `alumni`.
  std::map<std::string, std::string, std::less<>> role_templates;
  int max_gap = 31;                ///< days without a meeting that are too many for anybody
  std::vector<Absence> away;       ///< when I am not there
  std::optional<int> talk_target;  ///< percent of the time that the first in `people` should talk
  bool commit_changes = false;     ///< a commit after each command that wrote
  std::string statuses;            ///< letters and digits that count as an open box's mark
  std::vector<std::string> topics_headings{"Topics", "Agenda", "Talking points"};
  std::vector<std::string> ignore_headings{"Attendance", "Attendees", "Participants", "Checklist"};
};

}  // namespace oneonone
