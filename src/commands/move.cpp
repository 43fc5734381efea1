// SPDX-License-Identifier: MIT
// `move`: a meeting goes to another day, and the note remembers who moved it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/meeting_note.hpp"
#include "cli/session.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/note_choice.hpp"
#include "core/reschedule.hpp"
#include "error.hpp"
#include "text/front_matter.hpp"

namespace oneonone::move_command {

struct Options {
  std::string person;
  std::optional<std::string> date, from, by;
};

std::optional<std::string> mover(const Options& options, const Person& person) {
  if (!options.by) return std::nullopt;
  if (*options.by == "me") return person.me;
  if (*options.by == "them") return person.them();
  if (std::string who = person.canonical(*options.by); std::ranges::count(person.people, who) > 0) {
    return who;
  }
  throw Error(Status::usage, fmt::format("'{}' is neither of the two of you", *options.by), "--by",
              "--by me or --by them");
}

NotePath require_note(const Options& options, const Person& person,
                      const std::vector<NotePath>& notes, Date today) {
  std::optional<Date> from;
  if (options.from) from = day_of_note(notes, *options.from, today);
  if (auto note = note_to_move(notes, from, today)) return *note;
  if (from) {
    throw Error(
        Status::not_found,
        fmt::format("{} has no note on {}", person.folder, day_from_today(*from, today)), "",
        fmt::format("'oneonone show {0}' names the last one, 'ls people/{0}' all", person.folder));
  }
  throw Error(Status::not_found, fmt::format("{} has no note to move", person.folder), "",
              "say which with --from DATE, or write one with 'oneonone new'");
}

Outcome run(const Options& options, Session& session) {
  Notebook& notebook = session.notebook();
  notebook.require_writable();
  Person person = notebook.find_person(options.person);
  auto by = mover(options, person);
  Date to = parse_date_word(*options.date, session.today(), Weekdays::from_today);
  std::vector<NotePath> notes = notebook.notes(person.folder, Tree::shared);
  NotePath from = require_note(options, person, notes, session.today());
  if (from.date == to) {
    throw Error(Status::usage, "it is on that day already", notebook.from_here(from.path()));
  }
  if (auto there = note_on(notes, to)) {
    throw Error(Status::failed, "there is a note on that day already",
                notebook.from_here(there->path()), "choose another day");
  }
  NotePath target = meeting_path(person.folder, Tree::shared, to, 1);
  auto bytes = notebook.read(from.path());
  Note note(bytes.value_or(""));
  require_no_conflict(note, notebook.from_here(from.path()));
  require_front_matter(note, notebook.from_here(from.path()));
  session.apply({{from.path(), bytes, moved_note(note, *from.date, to, by)}});
  session.rename(from.path(), target.path());
  session.tell(
      fmt::format("{} to {}", from.date->short_form(), day_from_today(to, session.today())));
  return written_paths(session, {target.path()});
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom you meet");
  args.date(options->date, "the new day", true);
  args.option("--from", options->from, "DATE", "the day now: today, or the next one planned");
  args.option("--by", options->by, "WHO", "who moved it: me or them");
  args.example("move alice thu --by them", "Alice asked for Thursday");
  args.example("move alice yesterday", "the note was opened on the wrong day");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"move", "move a meeting to another day", "now and then", declare, path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::move_command
