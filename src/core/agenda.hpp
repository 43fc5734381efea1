// SPDX-License-Identifier: MIT
// What a template is given, and the note's text made of both.
#pragma once

#include <string>

#include "core/ledger.hpp"
#include "core/meeting.hpp"

namespace oneonone {

/// The values of a template's variables, and the front matter's.
struct Agenda {
  Person person;
  Date date;
  std::optional<Date> last;  ///< the meeting before
  std::string carried;       ///< lines of commitments, each with `\n`
  std::string topics;        ///< lines of talking points
  std::string wins;
};

Agenda agenda_for(const Ledger& ledger, const NotePath& target);

/// The note: front matter (people, date, template, then the template's own keys) and the rendered
/// body. Throws Error{failed} at "TEMPLATE:LINE".
std::string render_agenda(const Agenda& agenda, const MeetingTemplate& meeting_template,
                          const Partials& partials);

/// What a template alone writes into notes: its body for an agenda with nothing on it, and for one
/// with something under every heading.
std::string agenda_prompts(const Agenda& agenda, const MeetingTemplate& meeting_template,
                           const Partials& partials);

}  // namespace oneonone
