// SPDX-License-Identifier: MIT
// Finds the note and the words that a copy was made of, and merges.
#include "cli/returned_copy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/meeting_note.hpp"
#include "cli/merging.hpp"
#include "cli/shared_notebook.hpp"
#include "cli/written.hpp"
#include "core/handout.hpp"
#include "core/meeting.hpp"
#include "core/note_choice.hpp"
#include "core/taken_back.hpp"
#include "error.hpp"
#include "store/repository.hpp"
#include "text/alignment.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

/// The person whose handles the copy names, or the one that is named.
Person person_of(const SharedNotebook& notebook, const ReturnedCopy& returned,
                 const std::optional<Origin>& origin) {
  if (returned.person) return notebook.people({*returned.person}).front();
  for (const Person& person : notebook.people({})) {
    if (origin && origin_of(person, {}, "").people == origin->people) return person;
  }
  if (!origin) {
    throw Error(Status::usage, "the copy does not say which note it is of", returned.file,
                "name person and day: oneonone share --back FILE PERSON DATE");
  }
  throw Error(Status::not_found,
              fmt::format("it is of a note of {}, and there is no such folder", origin->people),
              returned.file, "name person and day: oneonone share --back FILE PERSON DATE");
}

NotePath note_of(Session& session, const SharedNotebook& notebook, const Person& person,
                 const ReturnedCopy& returned, const std::optional<Origin>& origin) {
  if (origin && !returned.date) {
    return NotePath::make(Tree::shared, person.folder, origin->file);
  }
  if (!returned.date) {
    throw Error(Status::usage, "the copy does not say of which day it is", returned.file,
                "name the day, too: oneonone share --back FILE PERSON DATE");
  }
  const std::vector<NotePath> notes = notebook.meetings(person);
  const Date day = day_of_note(notes, *returned.date, session.today());
  if (const auto note = note_on(notes, day)) return *note;
  throw Error(Status::not_found, fmt::format("{} has no note on {}", person.folder,
                                             day_from_today(day, session.today())));
}

/// The first of the versions that git has kept of a note, the newest first, for which `fits` gives
/// something.
template <class Fits>
std::optional<std::string> past_version(Session& session, const NotePath& note, const Fits& fits) {
  const std::string path = session.notebook().absolute(note.path());
  const std::size_t slash = path.rfind('/');
  const auto repository = Repository::around(session.system(), path.substr(0, slash));
  if (!repository) return std::nullopt;
  const std::string name = repository->prefix() + path.substr(slash + 1);
  const Note commits(
      repository->ask({"log", "--format=%H", "--max-count=100", "--", name}).value_or(""));
  for (std::size_t i = 1; i <= commits.lines(); ++i) {
    const auto bytes =
        repository->ask({"cat-file", "blob", fmt::format("{}:{}", commits.line(i), name)});
    if (auto found = bytes ? fits(*bytes) : std::nullopt) return found;
  }
  return std::nullopt;
}

/// What the copy began as, as far as anybody can tell.
struct Sent {
  std::string text;
  Base base = Base::known;
};

Sent sent_words(Session& session, const NotePath& path, const Note& note, const Person& person,
                const ReturnedCopy& returned, const std::optional<Origin>& origin) {
  if (returned.sent) return {read_returned(session.read_named(*returned.sent)).text};
  const Reading reading = reading_of(person, session.notebook().config());
  if (!origin) return {handout(note, *path.date, person, reading), Base::guessed};
  const auto if_it_is = [&](const std::string& bytes) -> std::optional<std::string> {
    std::string text = handout(Note(bytes), *path.date, person, reading);
    if (origin_of(person, path, text).version != origin->version) return std::nullopt;
    return text;
  };
  if (auto text = if_it_is(std::string(note.bytes()))) return {*text};
  if (auto text = past_version(session, path, if_it_is)) return {*text};
  throw Error(Status::not_found,
              "the note has changed since this copy was made, and git has no such version",
              returned.file, "name the copy as it was sent: --sent FILE");
}

/// Both sides of the first place where a person must decide.
std::string contested_lines(const Note& merged) {
  std::string text;
  bool inside = false;
  for (std::size_t i = *merged.conflict_line(); i <= merged.lines(); ++i) {
    const std::string_view line = merged.line(i);
    if (line.starts_with("<<<<<<< ")) {
      text += "\n  in the note:";
      inside = true;
    } else if (inside && line == "=======") {
      text += "\n  in the copy:";
    } else if (line.starts_with(">>>>>>> ")) {
      break;
    } else {
      text.append("\n    ").append(line);
    }
  }
  return text;
}

/// The merged note with ids on what is new in it.
std::string finished(Session& session, const Person& person, const NotePath& path,
                     const std::string& merged) {
  Ledgers ledgers(session);
  const Ledger ledger = ledgers.load(person, Tree::shared, Depth::all);
  std::vector<ParsedNote> notes = ledger.notes();
  const Reading reading = reading_of(person, session.notebook().config());
  for (ParsedNote& note : notes) {
    if (note.path == path) note = parse_note(path, merged, reading);
  }
  const Ledger after(person, std::move(notes), ledger.taken(), ledger.elsewhere());
  for (const Change& change : changes_of(after, finish_note(after, path, session.today()))) {
    if (change.path == path.path()) return change.bytes;
  }
  return merged;
}

/// `path:line: text` for each line that the note did not have.
Outcome new_lines(Session& session, const NotePath& path, const Note& before, const Note& after) {
  Numbers numbers;
  Sequence old_lines, new_lines;
  for (std::size_t i = 1; i <= before.lines(); ++i) old_lines.push_back(numbers.of(before.line(i)));
  for (std::size_t i = 1; i <= after.lines(); ++i) new_lines.push_back(numbers.of(after.line(i)));
  std::vector<bool> known(after.lines(), false);
  for (const Match& match : alignment(old_lines, new_lines)) known[match.after] = true;
  Outcome outcome;
  for (std::size_t i = 1; i <= after.lines(); ++i) {
    if (known[i - 1] || after.line(i).empty()) continue;
    outcome.view.emplace_back(view::Text{place_and_line(session, path.path(), i, after.line(i))});
  }
  return outcome;
}

}  // namespace

Outcome take_back_copy(Session& session, const ReturnedCopy& returned) {
  session.notebook().require_writable();
  const Returned copy = read_returned(session.read_named(returned.file));
  const SharedNotebook notebook(session);
  const Person person = person_of(notebook, returned, copy.origin);
  const NotePath path = note_of(session, notebook, person, returned, copy.origin);
  const Note note = notebook.note(path);
  require_no_conflict(note, session.notebook().from_here(path.path()));
  const std::string before(note.bytes());
  const Sent sent = sent_words(session, path, note, person, returned, copy.origin);
  const MergedNote merged =
      take_back(before, sent.text, copy.text, sent.base,
                merge_place(session.system(), session.notebook().root(), path.path()));
  if (merged.conflict) {
    throw Error(
        Status::conflict,
        "both of you changed this since; nothing is taken" + contested_lines(Note(merged.bytes)),
        session.notebook().from_here(path.path()),
        "make one of the two like the other, then take it back again");
  }
  if (merged.bytes == before) {
    session.tell("nothing new in " + returned.file);
    return {};
  }
  const std::string after = finished(session, person, path, merged.bytes);
  session.apply({{path.path(), before, after}});
  warn_of_editors(session, path.path());
  if (session.globals().dry_run) return {};
  return new_lines(session, path, note, Note(after));
}

}  // namespace oneonone
