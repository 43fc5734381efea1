// SPDX-License-Identifier: MIT
// `show` prints a meeting's note; `edit` opens it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/meeting_note.hpp"
#include "cli/session.hpp"
#include "cli/written.hpp"
#include "core/note_choice.hpp"
#include "error.hpp"

namespace oneonone::show_command {

struct Options {
  std::string person;
  std::optional<std::string> date;
  bool with_private = false;
};

struct Row {
  NotePath note;
  std::string text;
};

/// The notes of these trees, in order.
std::vector<NotePath> notes_in(Session& session, const Person& person,
                               const std::vector<Tree>& trees) {
  std::vector<NotePath> notes;
  for (Tree tree : trees) {
    std::vector<NotePath> more = session.notebook().notes(person.folder, tree);
    notes.insert(notes.end(), more.begin(), more.end());
  }
  std::ranges::sort(notes);
  return notes;
}

Error no_note(const Session& session, const Person& person, std::optional<Date> date, bool own) {
  Date day = date.value_or(session.today());
  std::string message =
      fmt::format("{} has no {}{}", person.folder, own ? "private note" : "note",
                  date ? " on " + day_from_today(day, session.today()) : std::string());
  std::string hint = own ? fmt::format("write one as private/{}/{}.md", person.folder, day.iso())
                         : fmt::format("'oneonone new {}{}' writes one", person.folder,
                                       date ? " " + day.iso() : "");
  return {Status::not_found, message, "", hint};
}

NotePath require_note(Session& session, const Person& person, const Options& options,
                      const std::vector<Tree>& trees) {
  std::vector<NotePath> notes = notes_in(session, person, trees);
  std::optional<Date> date;
  if (options.date) date = day_of_note(notes, *options.date, session.today());
  if (auto note = note_to_show(notes, date, session.today())) return *note;
  throw no_note(session, person, date, trees.front() == Tree::own);
}

/// All notes of the same day, in order.
void add_rows(Session& session, const Person& person, Tree tree, Date date,
              std::vector<Row>& rows) {
  for (const NotePath& note : session.notebook().notes(person.folder, tree)) {
    if (note.date != date) continue;
    if (auto text = session.notebook().read(note.path())) rows.push_back({note, *text});
  }
}

/// The text alone; several notes have their paths above them, as `head` shows several files.
view::View view_of(Session& session, const std::vector<Row>& rows) {
  view::View view;
  for (const Row& row : rows) {
    if (rows.size() > 1) {
      view.emplace_back(view::Text{fmt::format("{}==> {} <==", view.empty() ? "" : "\n",
                                               session.notebook().from_here(row.note.path())),
                                   view::Style::dim});
    }
    view.emplace_back(view::Text{row.text});
  }
  return view;
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
  std::vector<Tree> trees{Tree::shared};
  if (options.with_private) trees.push_back(Tree::own);
  NotePath first = require_note(session, person, options, trees);
  std::vector<Row> rows;
  std::vector<Row> hidden;
  add_rows(session, person, Tree::shared, *first.date, rows);
  add_rows(session, person, Tree::own, *first.date, options.with_private ? rows : hidden);
  Outcome outcome;
  outcome.kind = "notes";
  outcome.paged = true;
  if (rows.size() == 1) session.tell(session.notebook().from_here(rows[0].note.path()));
  outcome.view = view_of(session, rows);
  if (!hidden.empty()) outcome.last = {"Private: a note of that day, not shown (-p)."};
  outcome.items = view::Table(std::move(rows), columns);
  return outcome;
}

Outcome run_edit(const Options& options, Session& session) {
  session.notebook().require_writable();
  Person person = session.notebook().find_person(options.person);
  NotePath note =
      require_note(session, person, options, {options.with_private ? Tree::own : Tree::shared});
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

constexpr std::array table{Command{"show", "print a meeting's note", "now and then", declare_show},
                           Command{"edit", "open a meeting's note in the editor", "now and then",
                                   declare_edit, path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::show_command
