// SPDX-License-Identifier: MIT
// Fills a template.
#include "core/agenda.hpp"

#include <algorithm>
#include <array>

#include "core/questions.hpp"
#include "text/front_matter.hpp"

namespace oneonone {
namespace {

/// Keys of a template that describe it and stay behind.
constexpr std::array<std::string_view, 3> own_keys{"name", "summary", "for"};

/// The variables that stand for lines.
constexpr std::array blocks{&Agenda::carried, &Agenda::topics, &Agenda::wins, &Agenda::asks,
                            &Agenda::goals};

std::string with_and(const std::vector<std::string>& two) {
  return two.size() == 2 ? two[0] + " and " + two[1] : two.empty() ? std::string() : two[0];
}

Data text(std::string value) {
  return Data{std::move(value)};
}

Data day(const std::optional<Date>& date) {
  return text(date ? date->long_form() : "");
}

Data data_of(const Agenda& agenda) {
  const Person& person = agenda.person;
  Data::Object values;
  values["people"] = text(with_and(person.people));
  values["names"] = text(with_and(person.names));
  values["report"] = text(person.people.empty() ? "" : person.people[0]);
  values["report_name"] = text(person.names.empty() ? "" : person.names[0]);
  values["date"] = text(agenda.date().long_form());
  values["weekday"] = text(std::string(weekday_name(agenda.date().weekday())));
  values["last"] = day(agenda.last);
  values["next"] = day(agenda.next);
  values["question"] = text(agenda.question);
  values["carried"] = text(agenda.carried);
  values["topics"] = text(agenda.topics);
  values["wins"] = text(agenda.wins);
  values["asks"] = text(agenda.asks);
  values["goals"] = text(agenda.goals);
  return {std::move(values)};
}

Agenda without_items(Agenda agenda) {
  for (std::string Agenda::* block : blocks) (agenda.*block).clear();
  return agenda;
}

/// With something in every block, whatever is in it already left as it is.
Agenda with_items(Agenda agenda) {
  for (std::string Agenda::* block : blocks) {
    if ((agenda.*block).empty()) agenda.*block = "- [ ] item\n";
  }
  return agenda;
}

/// The template's other keys as they stand.
std::string keys_for_note(const Note& note) {
  std::string lines;
  for (const Field& field : read_front_matter(note).fields) {
    if (std::ranges::find(own_keys, field.key) != own_keys.end()) continue;
    for (std::size_t line = field.line; line <= field.last_line; ++line) {
      lines += std::string(note.line(line)) + "\n";
    }
  }
  return lines;
}

}  // namespace

Agenda agenda_for(const Ledger& ledger, NotePath note, const std::vector<Goal>& goals,
                  int cadence) {
  Agenda agenda;
  agenda.person = ledger.person();
  agenda.note = std::move(note);
  for (const ParsedNote& parsed : ledger.notes()) {
    if (!parsed.path.is_meeting()) continue;
    if (parsed.path < agenda.note) agenda.last = parsed.path.date;
    if (agenda.note < parsed.path && !agenda.next) agenda.next = parsed.path.date;
  }
  if (!agenda.next && cadence > 0) agenda.next = agenda.date() + cadence;
  agenda.question = shared_question(ledger, agenda.note);
  agenda.goals = reading_prompts(goals, ledger, agenda.date());
  return agenda;
}

std::string render_agenda(const Agenda& agenda, const MeetingTemplate& meeting_template,
                          const Partials& partials) {
  Note note(meeting_template.text);
  // Empty lines stand in for the template's front matter, so that errors name the file's lines.
  std::string padding(note.body_line() - 1, '\n');
  std::size_t body =
      note.body_line() <= note.lines() ? note.start(note.body_line()) : note.bytes().size();
  std::string source = padding + std::string(note.bytes().substr(body));
  Data data = data_of(agenda);
  std::string rendered = render_template(source, meeting_template.where, data, partials);
  std::string keys = render_template(keys_for_note(note), meeting_template.where, data, partials);
  std::string text = "---\npeople: " + yaml_list(agenda.person.people) +
                     "\ndate: " + agenda.date().iso() +
                     "\ntemplate: " + yaml_scalar(meeting_template.name) + "\n" + keys + "---\n";
  return text + rendered.substr(padding.size());
}

std::string agenda_prompts(const Agenda& agenda, const MeetingTemplate& meeting_template,
                           const Partials& partials) {
  std::string text;
  for (const Agenda& one : {without_items(agenda), with_items(agenda)}) {
    Note note(render_agenda(one, meeting_template, partials));
    std::string_view body = note.bytes().substr(body_offset(note.bytes()));
    text += std::string(body) + "\n";
  }
  return text;
}

}  // namespace oneonone
