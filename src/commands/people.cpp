// SPDX-License-Identifier: MIT
// `people`: who is in the notebook; add someone, rename someone.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/keep_or_drop.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "cli/session.hpp"
#include "cli/taken_names.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/newcomer.hpp"
#include "error.hpp"
#include "model/cadence.hpp"
#include "text/front_matter.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::people_command {

struct Row {
  Person person;
  int cadence_days = 0;
  std::size_t notes = 0;
  std::optional<Date> last_note;
};

struct AddOptions {
  std::vector<std::string> words;
  std::optional<std::string> name, cadence, relation;
};

struct RenameOptions {
  std::string before, after;
};

// --- list

Row row_of(const Notebook& notebook, const Person& person) {
  Row row{person, 0, 0, std::nullopt};
  row.cadence_days = cadence_of(notebook.config(), person).days;
  for (const NotePath& note : notebook.notes(person.folder, Tree::shared)) {
    if (!note.is_meeting()) continue;
    ++row.notes;
    row.last_note = note.date;
  }
  return row;
}

view::Grid grid_of(const std::vector<Row>& rows) {
  view::Grid grid;
  grid.columns = {{"", {}, false},
                  {"", {}, true},
                  {"", {}, false},
                  {"", {}, false},
                  {"notes", view::Align::right, false},
                  {"last note", {}, false}};
  for (const Row& row : rows) {
    view::GridRow line;
    line.cells = {{row.person.folder},
                  {row.person.name()},
                  {std::string(row.person.relation())},
                  {row.person.is_alumni() ? "alumni" : row.person.cadence.value_or("")},
                  {std::to_string(row.notes)},
                  {row.last_note ? row.last_note->iso() : ""}};
    grid.rows.push_back(std::move(line));
  }
  return grid;
}

Outcome list(Session& session) {
  using view::Value;
  static const std::vector<view::Column<Row>> columns{
      {"person", [](const Row& row) { return Value(row.person.folder); }},
      {"name", [](const Row& row) { return Value(row.person.name()); }},
      {"relation", [](const Row& row) { return Value(row.person.relation()); }},
      {"status", [](const Row& row) { return Value(row.person.status); }},
      {"cadence_days",
       [](const Row& row) { return row.cadence_days > 0 ? Value(row.cadence_days) : Value(); }},
      {"notes", [](const Row& row) { return Value(row.notes); }},
      {"last_note",
       [](const Row& row) { return row.last_note ? Value(row.last_note->iso()) : Value(); }},
  };
  std::vector<Row> rows;
  for (const Person& person : session.notebook().everyone()) {
    rows.push_back(row_of(session.notebook(), person));
  }
  Outcome outcome;
  outcome.kind = "people";
  outcome.paged = true;
  if (rows.empty()) session.tell("nobody yet: oneonone people add 'Alice Ng'");
  if (!rows.empty()) outcome.view.emplace_back(grid_of(rows));
  outcome.items = view::Table(std::move(rows), columns);
  return outcome;
}

// --- add

constexpr std::string_view other_handle =
    "give another handle: oneonone people add HANDLE --name NAME";

std::vector<Newcomer> newcomers(Session& session, const AddOptions& options) {
  if (options.name) {
    if (options.words.size() != 1) {
      throw Error(Status::usage, "--name goes with one handle", "",
                  "oneonone people add alice --name 'Alice Ng'");
    }
    return {{options.words[0], *options.name}};
  }
  std::vector<Newcomer> people;
  for (const std::string& name : new_names(session, options.words)) {
    const auto is_taken = [&](const std::string& handle) {
      return std::ranges::find(people, handle, &Newcomer::handle) != people.end() ||
             holder_of(session, handle).has_value();
    };
    people.push_back({handle_for(name, is_taken), name});
  }
  return people;
}

void check_add(const AddOptions& options) {
  if (options.cadence && !parse_cadence(*options.cadence)) {
    throw Error(Status::usage, fmt::format("'{}' is no cadence", *options.cadence), "",
                "weekly, 2w, monthly, 10d or none");
  }
  if (options.relation && std::ranges::find(relations, *options.relation) == relations.end()) {
    throw Error(Status::usage, fmt::format("'{}' is no relation", *options.relation), "",
                fmt::format("what are they to you? {}", fmt::join(relations, ", ")));
  }
}

Outcome add(const AddOptions& options, Session& session) {
  check_add(options);
  Notebook& notebook = session.notebook();
  std::vector<Change> changes;
  std::vector<std::string> paths;
  for (const Newcomer& newcomer : newcomers(session, options)) {
    if (!unicode::is_handle(newcomer.handle) || unicode::has_control(newcomer.name)) {
      throw Error(Status::usage, fmt::format("no handle can be made of '{}'", newcomer.name), "",
                  "give one: oneonone people add HANDLE --name NAME");
    }
    require_free(session, newcomer.handle, other_handle);
    std::string path = "people/" + newcomer.handle + "/about.md";
    if (std::ranges::find(changes, path, &Change::path) != changes.end()) {
      throw Error(Status::usage, fmt::format("'{}' is named twice", newcomer.handle), "",
                  std::string(other_handle));
    }
    changes.push_back({path, std::nullopt,
                       about_text(notebook.config(), newcomer, options.relation.value_or("report"),
                                  options.cadence)});
    paths.push_back(path);
  }
  session.apply(changes);
  return written_paths(session, std::move(paths));
}

// --- rename

bool is_same(const std::string& handle, const std::string& other) {
  return unicode::fold(handle) == unicode::fold(other);
}

/// The old handles of about.md once `old` is `handle`: each says what it became. A handle that is
/// taken again is no old one.
std::vector<std::string> old_handles(const FrontMatter& matter, const std::string& old,
                                     const std::string& handle) {
  std::vector<std::string> list;
  for (const std::string& text : matter.list("aka")) {
    auto [before, now] = old_handle(text);
    if (is_same(before, handle)) continue;
    if (now.empty() || is_same(now, old)) now = handle;
    list.push_back(fmt::format("{}={}", before, now));
  }
  list.push_back(fmt::format("{}={}", old, handle));
  return list;
}

/// The shared note of a person under another handle; the old one stays understood.
void write_handle(Session& session, Person person, const std::string& handle) {
  const std::string path = "people/" + person.folder + "/about.md";
  const auto before = session.notebook().read(path);
  const std::string old = person.them();
  std::ranges::replace(person.people, old, handle);
  std::string after = before.value_or("");
  require_front_matter(Note(after), session.notebook().from_here(path));
  const auto aka = old_handles(read_front_matter(Note(after)), old, handle);
  after = apply_edits(after, {set_field(Note(after), "people", yaml_list(person.people))});
  after = apply_edits(after, {set_field(Note(after), "aka", yaml_list(aka))});
  session.apply({{path, before, after}});
  session.tell(fmt::format("'{}' is still understood in the notes, which stay as they are", old));
}

/// The shared folder comes last: until then the old handle names the person, and a run that was
/// killed can be run again.
Outcome rename(const RenameOptions& options, Session& session) {
  Notebook& notebook = session.notebook();
  const Person person = notebook.find_person(options.before);
  if (!unicode::is_handle(options.after)) {
    throw Error(Status::usage, fmt::format("'{}' is no handle", options.after), "",
                "letters, digits and '-', at most 64 bytes");
  }
  if (options.after == person.folder) {
    throw Error(Status::usage, fmt::format("'{}' has that handle already", person.folder));
  }
  const auto is_there = [&](const std::string& path) {
    return session.system().files.kind(notebook.absolute(path)) != FileKind::none;
  };
  const bool is_begun = person.them() == options.after && !is_there("people/" + options.after);
  const bool is_back = !is_there("people/" + options.after) &&
                       std::ranges::any_of(person.aka, [&](const std::string& old) {
                         return is_same(old, options.after);
                       });
  if (!is_begun && !is_back && !is_same(options.after, person.folder)) {
    require_free(session, options.after, "choose another handle");
  }
  if (!is_begun) write_handle(session, person, options.after);
  for (Tree tree : {Tree::own, Tree::shared}) {
    const std::string base = std::string(folder_of(tree)) + "/";
    if (is_there(base + person.folder)) {
      session.rename(base + person.folder, base + options.after);
    }
  }
  const std::string& folder = session.globals().dry_run ? person.folder : options.after;
  return written_paths(session, {"people/" + folder + "/about.md"});
}

// --- pause

struct PauseOptions {
  std::string person;
  std::optional<std::string> until;
};

/// Only my view: it stands in my private about.md, and the clock does not run while it lasts.
Outcome pause(const PauseOptions& options, Session& session) {
  Notebook& notebook = session.notebook();
  Person person = notebook.find_person(options.person);
  if (!options.until) {
    throw Error(Status::usage, "until when?", "", "--until DATE, or --until none to end a pause");
  }
  std::string path = "private/" + person.folder + "/about.md";
  auto before = notebook.read(path);
  Note note(before.value_or(""));
  require_front_matter(note, notebook.from_here(path));
  std::string after(note.bytes());
  if (*options.until == "none") {
    auto edit = remove_field(note, "pause");
    if (edit) after = apply_edits(after, {*edit});
    session.tell(edit ? person.folder + " is back" : person.folder + " is not paused");
  } else {
    Date last = parse_date_word(*options.until, session.today(), Weekdays::from_today);
    if (last < session.today()) throw Error(Status::usage, "that day is over: " + last.iso());
    std::string days = session.today().iso() + ".." + last.iso();
    after = apply_edits(after, {set_field(note, "pause", days)});
    session.tell(fmt::format("{} is away to {}", person.folder, last.short_form(session.today())));
  }
  if (after != before.value_or("")) session.apply({{path, before, after}});
  return written_paths(session, {path});
}

// --- archive, restore

struct ArchiveOptions {
  std::string person;
  KeepOrDrop items;
  std::optional<std::string> cadence;
};

/// Nothing is deleted: the folder stays, and what is kept open can still be seen.
Outcome archive(const ArchiveOptions& options, Session& session) {
  Notebook& notebook = session.notebook();
  Person person = notebook.find_person(options.person);
  if (options.cadence && !parse_cadence(*options.cadence)) {
    throw Error(Status::usage, fmt::format("'{}' is no cadence", *options.cadence), "",
                "90d, 6m or none");
  }
  const bool asks_nothing =
      !options.cadence && options.items.keep.empty() && options.items.drop.empty();
  if (person.is_alumni() && asks_nothing) {
    session.tell(person.name() + " is alumni already");
    return {};
  }
  Ledgers ledgers(session);
  Ledger ledger = ledgers.load(person, Tree::shared, Depth::all);
  std::vector<std::string> drop = items_to_drop(session, ledger, options.items);
  std::vector<Change> changes = drop_items(session, std::move(ledger), drop);
  std::string path = "people/" + person.folder + "/about.md";
  auto before = notebook.read(path);
  std::string after = before.value_or("");
  require_front_matter(Note(after), notebook.from_here(path));
  if (options.cadence) {
    after = apply_edits(after, {set_field(Note(after), "alumni_cadence", *options.cadence)});
  }
  after = apply_edits(after, {set_field(Note(after), "status", "alumni")});
  if (after != before.value_or("")) changes.push_back({path, before, after});
  session.apply(changes);
  session.tell(
      fmt::format("{} is alumni now; people restore {} undoes it", person.name(), person.folder));
  return written_paths(session, {path});
}

Outcome restore(const std::string& word, Session& session) {
  Notebook& notebook = session.notebook();
  Person person = notebook.find_person(word);
  std::string path = "people/" + person.folder + "/about.md";
  auto before = notebook.read(path);
  Note note(before.value_or(""));
  require_front_matter(note, notebook.from_here(path));
  auto edit = person.is_alumni() ? remove_field(note, "status") : std::nullopt;
  if (edit) session.apply({{path, before, apply_edits(note.bytes(), {*edit})}});
  session.tell(person.name() + (edit ? " is back" : " has not left"));
  return written_paths(session, {path});
}

Run declare_list(Args& args) {
  args.example("people", "who is in the notebook");
  return [](Session& session) { return list(session); };
}

Run declare_add(Args& args) {
  auto options = std::make_shared<AddOptions>();
  args.rest("NAME", options->words, true, "names; handles are made of first names");
  args.option("--name", options->name, "NAME", "the name, when the word before is a handle");
  args.option("--cadence", options->cadence, "CADENCE", "weekly, 2w, monthly, 10d or none");
  args.option("--relation", options->relation, "RELATION",
              "what they are to you: report (default), manager, peer, skip, mentor, mentee");
  args.example("people add 'Alice Ng' 'Bob Ito'", "two reports: alice and bob");
  args.example("people add maya --name 'Maya Roth' --relation manager", "my manager");
  return [options](Session& session) { return add(*options, session); };
}

Run declare_rename(Args& args) {
  auto options = std::make_shared<RenameOptions>();
  args.positional("OLD", options->before, "the handle now");
  args.positional("NEW", options->after, "the handle from now on");
  args.example("people rename alice alice-ng", "the old handle is still understood");
  return [options](Session& session) { return rename(*options, session); };
}

Run declare_pause(Args& args) {
  auto options = std::make_shared<PauseOptions>();
  args.positional("PERSON", options->person, "who is away");
  args.option("--until", options->until, "DATE", "the last day of it; none ends a pause");
  args.example("people pause ines --until 7dec", "leave: nobody is overdue meanwhile");
  return [options](Session& session) { return pause(*options, session); };
}

Run declare_archive(Args& args) {
  auto options = std::make_shared<ArchiveOptions>();
  args.positional("PERSON", options->person, "whom you no longer work with");
  args.option("--keep", options->items.keep, "ID", "an open item that stays, or all");
  args.option("--drop", options->items.drop, "ID", "an open item that nobody will do, or all");
  args.option("--cadence", options->cadence, "CADENCE", "how often to catch up; 90d by default");
  args.example("people archive grace", "asks for each open item: keep or drop");
  args.example("people archive grace --keep k7m2q --drop all", "in a script");
  return [options](Session& session) { return archive(*options, session); };
}

Run declare_restore(Args& args) {
  auto person = std::make_shared<std::string>();
  args.positional("PERSON", *person, "who is back");
  args.example("people restore grace", "you work together again");
  return [person](Session& session) { return restore(*person, session); };
}

constexpr std::array table{
    Command{"people", "list the people in the notebook", "setting up", declare_list},
    Command{"people add", "add people", "setting up", declare_add, path_fields},
    Command{"people rename", "give someone another handle", "setting up", declare_rename,
            path_fields},
    Command{"people pause", "stop the clock while someone is away", "setting up", declare_pause,
            path_fields},
    Command{"people archive", "stay in touch with someone who has left", "setting up",
            declare_archive, path_fields},
    Command{"people restore", "work with someone again", "setting up", declare_restore,
            path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::people_command
