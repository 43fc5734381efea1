// SPDX-License-Identifier: MIT
// The template of a meeting, found and ready to be filled.
#pragma once

#include <string>

#include "core/meeting.hpp"
#include "store/notebook.hpp"

namespace oneonone {

/// The template of that name as it counts for a person. Throws Error{not_found} with what there is.
MeetingTemplate agenda_template(const Notebook& notebook, const Person& person,
                                const std::string& name);

/// The partials that a person's templates may include: other templates by name.
Partials agenda_partials(const Notebook& notebook, const Person& person);

}  // namespace oneonone
