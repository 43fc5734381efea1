// SPDX-License-Identifier: MIT
// Names a template by its file, so that errors in it can be found; gathers what an agenda needs.
#include "cli/agenda_template.hpp"

#include "cli/goal_book.hpp"
#include "model/cadence.hpp"
#include "store/templates.hpp"
#include "text/note.hpp"

namespace oneonone {

MeetingTemplate agenda_template(const Notebook& notebook, const Person& person,
                                const std::string& name) {
  FoundTemplate found = require_template(notebook, person.folder, name);
  std::string where = found.path.empty() ? name : notebook.from_here(found.path);
  return {found.name, found.text, where};
}

namespace {

/// A template without its front matter, which says what it is for. A comment stands in for that, so
/// that errors name the file's lines.
std::string as_partial(const std::string& text) {
  const BodyStart body = body_start(text);
  if (body.line == 1) return text;
  return "{{!" + std::string(body.line - 2, '\n') + "}}\n" + text.substr(body.offset);
}

}  // namespace

Partials agenda_partials(const Notebook& notebook, const Person& person) {
  return [&notebook, folder = person.folder](std::string_view name) {
    auto found = find_template(notebook, folder, name);
    return found ? std::optional(as_partial(found->text)) : std::nullopt;
  };
}

Agenda agenda_of(Session& session, const Ledger& ledger, const NotePath& note) {
  const Person& person = ledger.person();
  const std::string cadence = person.cadence.value_or(session.notebook().config().cadence);
  return agenda_for(ledger, note, shared_goals(session, person),
                    parse_cadence(cadence).value_or(0));
}

}  // namespace oneonone
