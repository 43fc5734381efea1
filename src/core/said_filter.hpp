// SPDX-License-Identifier: MIT
// Which of all that was said is wanted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/said.hpp"

namespace oneonone {

/// What is not given does not matter. Words compare with case and accents folded.
struct SaidFilter {
  enum class Whose { anybodys, mine, theirs };

  std::vector<std::string> kinds;
  std::optional<Date> since, until;        ///< the day it was said
  std::optional<std::string> section;      ///< part of a heading that it stands under
  std::optional<std::string> theme;        ///< `#theme`, with or without `#`
  std::optional<std::string> venue, mode;  ///< of the meeting: part of the venue, the mode
  Whose whose = Whose::anybodys;           ///< who said it; what is private is mine

  bool accepts(const Said& said, const Person& person) const;

 private:
  bool accepts_day(const Said& said) const;
  bool accepts_place(const Said& said) const;
};

/// Who said it: the author, or I where a private line names none; else empty.
std::string speaker_of(const Said& said, const Person& person);

}  // namespace oneonone
