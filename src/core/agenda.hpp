// SPDX-License-Identifier: MIT
// The agenda of a meeting: a template filled with what is carried into it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/goals.hpp"
#include "core/ledger.hpp"
#include "text/template.hpp"

namespace oneonone {

/// A template as it was found.
struct MeetingTemplate {
  std::string name;
  std::string text;
  std::string where;  ///< its file, or its name when it is built in: for messages
};

/// What the variables of a template stand for. None of it depends on who of the two reads.
struct Agenda {
  Person person;
  NotePath note;
  std::optional<Date> last;  ///< the meeting before
  std::optional<Date> next;  ///< the meeting after: planned, else when the cadence asks for it
  std::string question;      ///< worth asking of the one the meeting is for; see shared_question
  std::string goals;         ///< lines that ask for numbers, see reading_prompts
  std::string carried;       ///< lines of commitments, each with `\n`
  std::string topics;        ///< lines of talking points
  std::string wins;
  std::string asks;  ///< lines of commitments that somebody asked for

  Date date() const { return *note.date; }
};

/// What is known before anything is carried. `goals`: those that both share; `cadence`: how many
/// days after a meeting the next one is due, 0 for none.
Agenda agenda_for(const Ledger& ledger, NotePath note, const std::vector<Goal>& goals, int cadence);

/// The note: front matter (people, date, template, then the template's own keys) and the rendered
/// body. Throws Error{failed} at "TEMPLATE:LINE".
std::string render_agenda(const Agenda& agenda, const MeetingTemplate& meeting_template,
                          const Partials& partials);

/// What a template alone writes into notes: its body for an agenda with nothing on it, and for one
/// with something under every heading, the lines that ask for numbers among it.
std::string agenda_prompts(const Agenda& agenda, const MeetingTemplate& meeting_template,
                           const Partials& partials);

}  // namespace oneonone
