// SPDX-License-Identifier: MIT
// A relationship: the two people of a folder, and how they meet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/meeting.hpp"

namespace oneonone {

/// What about.md says, from nobody's point of view, plus the folder it stands in.
struct Person {
  std::string folder;                 ///< my name for the one who is not me
  std::vector<std::string> people;    ///< two handles, first the one the meeting is for
  std::vector<std::string> names;     ///< as `people`; a handle stands in for an unknown name
  std::vector<std::string> aka;       ///< old handles of the one who is not me
  std::vector<std::string> my_aka;    ///< mine
  std::string manager, mentor, skip;  ///< the handle that holds the role, or empty
  std::string me;                     ///< which of `people` reads
  std::optional<std::string> cadence;
  std::optional<std::string> alumni_cadence;  ///< once they no longer work together
  std::optional<std::string> meeting_template;
  std::optional<int> talk_target;  ///< as in Config
  std::optional<Absence> pause;    ///< only in my view: leave, a long project
  std::vector<std::string> likes;  ///< only in my view: kinds of places, "walk", "tea"
  std::string status = "active";
  std::vector<std::string> topics_headings;  ///< as in Config; empty: the notebook's
  std::vector<std::string> ignore_headings;

  /// The handle and the name of the one who is not me.
  const std::string& them() const;
  const std::string& name() const;
  bool is_alumni() const { return status == "alumni"; }
  /// `report`, `manager`, `mentee`, `mentor`, `skip`, `skip-report` or `peer`, as I see them.
  std::string_view relation() const;
  /// What about.md makes of the two, whoever reads: `manager`, `mentor`, `skip`, `peer`; `alumni`
  /// once they no longer work together.
  std::string_view bond() const;
  /// The handle in `people` that an owner's word means (old handles and the folder's name
  /// included), or the word itself when it is somebody else's.
  std::string canonical(std::string_view word) const;
  /// The handle whose promise an item with this owner is. Empty when it is nobody's yet: without an
  /// owner, or with `@me` or `@them`, which name nobody in a file that two people read.
  std::string promiser(std::string_view owner) const;
};

}  // namespace oneonone
