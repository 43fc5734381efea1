// SPDX-License-Identifier: MIT
// `show` prints a meeting's note; `edit` opens it.
#include <fmt/format.h>

#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/meeting_note.hpp"
#include "cli/session.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/note_choice.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

struct Options {
  std::string person;
  std::optional<std::string> date;
  bool with_private = false;
};

struct Row {
  NotePath note;
  std::string text;
};

std::optional<Date> named_day(const Options& options, const Session& session) {
  if (!options.date) return std::nullopt;
  return parse_date_word(*options.date, session.today(), Weekdays::last);
}

NotePath require_note(Session& session, const Person& person, std::optional<Date> date, Tree tree) {
  std::vector<NotePath> notes = session.notebook().notes(person.folder, tree);
  if (auto note = note_to_show(notes, date, session.today())) return *note;
  std::string day = date ? " on " + date->short_form() : "";
  throw Error(
      Status::not_found, fmt::format("{} has no note{}", person.folder, day), "",
      fmt::format("'oneonone new {}{}' writes one", person.folder, date ? " " + date->iso() : ""));
}

/// All notes of the same day, in order.
void add_rows(Session& session, const Person& person, Tree tree, Date date,
              std::vector<Row>& rows) {
  for (const NotePath& note : session.notebook().notes(person.folder, tree)) {
    if (note.date != date) continue;
    if (auto text = session.notebook().read(note.path())) rows.push_back({note, *text});
  }
}

Outcome run_show(const Options& options, Session& session) {
  using view::Value;
  static const std::vector<view::Column<Row>> columns{
      {"path", [](const Row& row) { return Value(row.note.path()); }},
      {"person", [](const Row& row) { return Value(row.note.person); }},
      {"date", [](const Row& row) { return Value(row.note.date->iso()); }},
      {"private", [](const Row& row) { return Value(row.note.tree == Tree::own); }},
      {"text", [](const Row& row) { return Value(row.text); }},
  };
  Person person = session.notebook().find_person(options.person);
  NotePath first = require_note(session, person, named_day(options, session), Tree::shared);
  std::vector<Row> rows;
  std::vector<Row> hidden;
  add_rows(session, person, Tree::shared, *first.date, rows);
  add_rows(session, person, Tree::own, *first.date, options.with_private ? rows : hidden);
  Outcome outcome;
  outcome.kind = "notes";
  outcome.paged = true;
  for (const Row& row : rows) {
    session.tell(session.notebook().from_here(row.note.path()));
    outcome.view.emplace_back(view::Text{row.text});
  }
  if (!hidden.empty()) session.tell("Private: a note of that day, not shown (-p).");
  outcome.items = view::Table(std::move(rows), columns);
  return outcome;
}

Outcome run_edit(const Options& options, Session& session) {
  session.notebook().require_writable();
  Person person = session.notebook().find_person(options.person);
  Tree tree = options.with_private ? Tree::own : Tree::shared;
  NotePath note = require_note(session, person, named_day(options, session), tree);
  if (session.globals().no_input) {
    throw Error(Status::usage, "edit needs an editor, and --no-input forbids one");
  }
  if (session.globals().dry_run) {
    session.tell("would open " + session.notebook().from_here(note.path()));
  } else {
    edit_note(session, person, note);
  }
  return written_paths(session, {note.path()});
}

Run declare_show(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whose note");
  args.date(options->date, "the day; else the newest note up to today");
  args.flag("-p,--private", options->with_private, "my private note of that day too");
  args.example("show alice", "the last meeting");
  args.example("show alice 17nov", "the one of 17 November");
  return [options](Session& session) { return run_show(*options, session); };
}

Run declare_edit(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whose note");
  args.date(options->date, "the day; else the newest note up to today");
  args.flag("-p,--private", options->with_private, "my private note instead");
  args.example("edit alice", "open the last meeting's note; new items get their ids afterwards");
  return [options](Session& session) { return run_edit(*options, session); };
}

}  // namespace

std::vector<Command> show_commands() {
  return {{"show", "print a meeting's note", "now and then", declare_show},
          {"edit", "open a meeting's note in the editor", "now and then", declare_edit}};
}

}  // namespace oneonone
