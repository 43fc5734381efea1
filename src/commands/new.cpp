// SPDX-License-Identifier: MIT
// `new`: the note of a meeting, with everything that is still open carried into it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/agenda_template.hpp"
#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/due_today.hpp"
#include "cli/ledgers.hpp"
#include "cli/meeting_note.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/meeting.hpp"
#include "core/note_choice.hpp"
#include "store/templates.hpp"
#include "text/records.hpp"

namespace oneonone::new_command {

struct Options {
  std::optional<std::string> person;
  std::optional<std::string> date, meeting_template;
  bool another = false, no_edit = false, with_private = false;
};

struct Row {
  NotePath note;
  MeetingPlan plan;
};

MeetingTemplate template_for(const Notebook& notebook, const Person& person, const Options& options,
                             bool exists) {
  if (exists && !options.meeting_template) return {};  // it will not be asked for
  if (options.meeting_template) return agenda_template(notebook, person, *options.meeting_template);
  const UsualTemplate usual = usual_template(notebook.config(), person);
  try {
    return agenda_template(notebook, person, usual.name);
  } catch (Error& error) {
    if (error.where.empty()) error.where = notebook.from_here(usual.named_in);
    throw;
  }
}

void tell_about(Session& session, const Row& row, std::size_t private_open) {
  const MeetingPlan& plan = row.plan;
  std::string said;
  auto say = [&](const std::string& part) { said += (said.empty() ? ": " : ", ") + part; };
  if (plan.carried > 0) say(fmt::format("{} carried", plan.carried));
  if (plan.topics > 0) {
    say(fmt::format("{} {}", plan.topics, plan.topics == 1 ? "topic" : "topics"));
  }
  if (plan.wins > 0) say(fmt::format("{} {}", plan.wins, plan.wins == 1 ? "win" : "wins"));
  if (said.empty() && plan.changes.empty()) say("nothing to add");
  if (said.empty() && !plan.created) {
    for (const Change& change : plan.changes) {
      say("settled " + session.notebook().from_here(change.path));
    }
  }
  std::string line = day_from_today(*row.note.date, session.today()) + said;
  session.tell(line);
  for (const std::string& place : plan.left) {
    session.tell(fmt::format("{}: could not be copied faithfully and stays open there",
                             session.notebook().from_here(place)));
  }
  if (private_open > 0) {
    session.tell(fmt::format("Private: {} open, not in the note (actions -p).", private_open));
  }
}

/// As many as `actions -p` lists.
std::size_t count_private(Ledgers& ledgers, const Person& person) {
  Ledger own = ledgers.load(person, Tree::own, Depth::open);
  auto open = [](const Chain& chain) {
    return chain.state == Mark::open &&
           (chain.role == Role::commitment || chain.role == Role::talking_point);
  };
  return static_cast<std::size_t>(std::ranges::count_if(own.chains(), open));
}

view::Table table_of(std::vector<Row> rows) {
  using view::Value;
  static const std::vector<view::Column<Row>> columns{
      {"path", [](const Row& one) { return Value(one.note.path()); }},
      {"person", [](const Row& one) { return Value(one.note.person); }},
      {"date", [](const Row& one) { return Value(one.note.date->iso()); }},
      {"created", [](const Row& one) { return Value(one.plan.created); }},
      {"carried", [](const Row& one) { return Value(one.plan.carried); }},
      {"topics", [](const Row& one) { return Value(one.plan.topics); }},
      {"wins", [](const Row& one) { return Value(one.plan.wins); }},
  };
  return {std::move(rows), columns};
}

Outcome outcome_of(Session& session, const Row& row) {
  Outcome outcome;
  outcome.kind = "new";
  outcome.items = table_of({row});
  if (!session.globals().dry_run) {
    outcome.view.emplace_back(view::Text{session.notebook().from_here(row.note.path())});
  }
  return outcome;
}

/// My private note of that day is begun when something is typed there.
std::vector<NotePath> notes_to_edit(Session& session, const Options& options,
                                    const NotePath& target) {
  if (!options.with_private) return {target};
  NotePath own = target;
  own.tree = Tree::own;
  const std::string folder = own.path().substr(0, own.path().rfind('/'));
  session.system().files.make_folder(session.notebook().absolute(folder));
  return {target, own};
}

Outcome run(const Options& options, Session& session) {
  Notebook& notebook = session.notebook();
  notebook.require_writable();
  Person person = named_or_due(session, options.person);
  std::optional<Date> date;
  if (options.date) date = parse_date_word(*options.date, session.today(), Weekdays::from_today);
  Ledgers ledgers(session);
  Ledger ledger = ledgers.load(person, Tree::shared, Depth::all);
  std::vector<NotePath> notes = notebook.notes(person.folder, Tree::shared);
  NotePath target = note_for_new(notes, person.folder, date, options.another, session.today());
  bool exists = std::ranges::find(notes, target) != notes.end();
  if (exists &&
      std::ranges::find(session.unread(), target.path(), &Unread::path) != session.unread().end()) {
    throw Error(Status::failed, "nothing is written to a note that cannot be read");
  }
  if (exists && options.meeting_template) {
    session.tell("the note is there already: its template stays");
  }
  Row row{target, plan_meeting(ledger, agenda_of(session, ledger, target),
                               template_for(notebook, person, options, exists),
                               agenda_partials(notebook, person),
                               reading_of(person, notebook.config()), session.today())};
  session.apply(row.plan.changes);
  tell_about(session, row, count_private(ledgers, person));
  for (const Change& change : row.plan.changes) warn_of_editors(session, change.path);
  if (!options.no_edit && !session.globals().dry_run && session.can_ask()) {
    edit_notes(session, person, notes_to_edit(session, options, target));
  }
  return outcome_of(session, row);
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom you meet; without, whoever is due today");
  args.date(options->date, "the day: today, or the note planned within seven days");
  args.option("-t,--template", options->meeting_template, "TEMPLATE",
              "the agenda (see: templates)");
  args.flag("--another", options->another, "a second note of that day");
  args.flag("-p,--private", options->with_private, "open my private note of that day beside it");
  args.flag("--no-edit", options->no_edit, "do not open the editor");
  args.example("new alice", "today's note, with all that is open carried into it");
  args.example("new alice thu", "next Thursday's");
  args.example("new bob --template first", "another agenda");
  args.example("new al --no-edit", "only write it and print its path");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"new", "write the note of a meeting", "every week", declare,
                                   [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::new_command
