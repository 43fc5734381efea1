// SPDX-License-Identifier: MIT
// The agenda of a meeting and its template, found and ready to be filled.
#pragma once

#include <string>

#include "cli/session.hpp"
#include "core/agenda.hpp"

namespace oneonone {

/// The template of that name as it counts for a person. Throws Error{not_found} with what there is.
MeetingTemplate agenda_template(const Notebook& notebook, const Person& person,
                                const std::string& name);

/// The partials that a person's templates may include: other templates by name.
Partials agenda_partials(const Notebook& notebook, const Person& person);

/// The agenda of a note of the ledger's person, before anything is carried into it.
Agenda agenda_of(Session& session, const Ledger& ledger, const NotePath& note);

}  // namespace oneonone
