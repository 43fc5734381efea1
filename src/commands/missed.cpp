// SPDX-License-Identifier: MIT
// `missed`: no meeting took place, and the record says so; the clock runs on.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/meeting_note.hpp"
#include "cli/written.hpp"
#include "core/date_words.hpp"
#include "core/note_choice.hpp"
#include "core/one_line.hpp"
#include "core/reschedule.hpp"
#include "error.hpp"
#include "text/front_matter.hpp"
#include "text/meeting_record.hpp"
#include "unicode.hpp"

namespace oneonone::missed_command {

struct Options {
  std::string person;
  std::optional<std::string> date, by, reason;
};

std::string who(const Options& options, const Person& person) {
  if (options.by == "me") return person.me;
  if (options.by == "them") return person.them();
  throw Error(Status::usage,
              options.by ? fmt::format("'{}' missed it?", *options.by) : "who missed it?", "",
              "--by me or --by them");
}

Outcome run(const Options& options, Session& session) {
  Notebook& notebook = session.notebook();
  notebook.require_writable();
  Person person = notebook.find_person(options.person);
  std::string by = who(options, person);
  if (options.reason) require_one_line(*options.reason, "reason");
  std::vector<NotePath> notes = notebook.notes(person.folder, Tree::shared);
  Date day = session.today();
  if (options.date) day = day_of_note(notes, *options.date, session.today());
  if (day > session.today()) {
    throw Error(Status::usage, day.short_form(session.today()) + " is still to come", "",
                fmt::format("'oneonone move {} DATE' finds another day", person.folder));
  }
  auto found = note_on(notes, day);
  NotePath path = found ? *found : meeting_path(person.folder, Tree::shared, day, 1);
  auto before = notebook.read(path.path());
  if (before) {
    const Note note(*before);
    require_no_conflict(note, notebook.from_here(path.path()));
    require_front_matter(note, notebook.from_here(path.path()));
    if (read_meeting(path, *before, session.today()).said_held) {
      throw Error(Status::failed, fmt::format("{} was closed as held", day.short_form()),
                  notebook.from_here(path.path()),
                  "if it was missed after all, take 'status: held' out of the note");
    }
  }
  std::string after = missed_note(before, person, day, by, options.reason);
  session.apply({{path.path(), before, after}});
  warn_of_editors(session, path.path());
  session.tell(fmt::format("{}: missed by {}; what was open stays open",
                           day_from_today(day, session.today()), by));
  return written_paths(session, {path.path()});
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom you did not meet");
  args.date(options->date, "the day: today, or the last one that the word names");
  args.option("--by", options->by, "WHO", "who missed it: me or them");
  args.option("--reason", options->reason, "TEXT", "why, in a few words");
  args.example("missed bob --by them", "Bob did not come today");
  args.example("missed bob thu --by me --reason 'release day'", "I did not, last Thursday");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"missed", "record a meeting that did not happen", "now and then",
                                   declare, path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::missed_command
