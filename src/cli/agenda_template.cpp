// SPDX-License-Identifier: MIT
// Names a template by its file, so that errors in it can be found.
#include "cli/agenda_template.hpp"

#include "store/templates.hpp"

namespace oneonone {

MeetingTemplate agenda_template(const Notebook& notebook, const Person& person,
                                const std::string& name) {
  FoundTemplate found = require_template(notebook, person.folder, name);
  std::string where = found.path.empty() ? name : notebook.from_here(found.path);
  return {found.name, found.text, where};
}

Partials agenda_partials(const Notebook& notebook, const Person& person) {
  return [&notebook, folder = person.folder](std::string_view name) {
    auto found = find_template(notebook, folder, name);
    return found ? std::optional(found->text) : std::nullopt;
  };
}

}  // namespace oneonone
