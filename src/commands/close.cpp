// SPDX-License-Identifier: MIT
// `close`: the end of a meeting in under a minute: what open items lack, the recap, the next day.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/agenda_template.hpp"
#include "cli/args.hpp"
#include "cli/closing_questions.hpp"
#include "cli/command.hpp"
#include "cli/ledgers.hpp"
#include "cli/meeting_note.hpp"
#include "cli/meetings.hpp"
#include "cli/written.hpp"
#include "core/meeting.hpp"
#include "core/note_choice.hpp"
#include "core/one_line.hpp"
#include "text/front_matter.hpp"
#include "text/meeting_record.hpp"
#include "text/prompts.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::close_command {

struct Options {
  std::string person;
  std::optional<std::string> date, venue, mode, next, recap, recap_by;
  std::optional<int> mood, minutes, talk, their_talk, worth, their_worth;
  bool informal = false;

  bool say_something() const {
    return venue || mode || next || recap || mood || minutes || talk || their_talk || worth ||
           their_worth || informal;
  }
};

// --- which note

/// Nothing when the last meeting was closed already and the user has nothing to add.
std::optional<NotePath> note_of(const Options& options, Session& session, const Person& person) {
  std::vector<NotePath> notes = session.notebook().notes(person.folder, Tree::shared);
  Date today = session.today();
  Date day = options.date ? day_of_note(notes, *options.date, today) : today;
  if (day > today) {
    throw Error(Status::usage, day.short_form(today) + " is still ahead", "",
                "close it when you have met; 'move' puts it on another day");
  }
  NotePath fresh = meeting_path(person.folder, Tree::shared, day, 1);
  if (options.date) return note_on(notes, day).value_or(fresh);
  std::vector<Meeting> meetings = recent_meetings(session, person);
  if (auto open = note_to_close(meetings, today)) return open;
  bool just_closed = !meetings.empty() && meetings.back().said_held;
  return just_closed && !options.say_something() ? std::nullopt : std::optional(fresh);
}

void require_read(Session& session, const NotePath& note) {
  if (std::ranges::find(session.unread(), note.path(), &Unread::path) == session.unread().end()) {
    return;
  }
  throw Error(Status::failed, "nothing is written to a note that cannot be read");
}

/// Whoever names the day means it; without that no missed meeting becomes one that was held.
void require_not_missed(Session& session, const NotePath& note) {
  const auto bytes = session.notebook().read(note.path());
  if (!bytes || read_meeting(note, *bytes, session.today()).held != Held::missed) return;
  throw Error(
      Status::failed, "this meeting was missed", session.notebook().from_here(note.path()),
      fmt::format("if you met after all: oneonone close {} {}", note.person, note.date->iso()));
}

// --- what was said on the command line

std::string author_of_recap(const Options& options, const Person& person) {
  if (!options.recap_by) return person.people.front();
  if (options.recap_by == "me") return person.me;
  if (options.recap_by == "them") return person.them();
  throw Error(Status::usage, fmt::format("whose words are '{}'?", *options.recap_by), "",
              "--recap-by me or --recap-by them");
}

Date next_day(const std::string& word, Date today) {
  Date day = parse_date_word(word, today, Weekdays::after_today);
  if (day >= today) return day;
  throw Error(Status::usage, "next: that day is over: " + day.iso());
}

Closing said(const Options& options, const Person& person, Date today) {
  if (options.recap) require_utf8(*options.recap, "recap");
  if (options.venue) require_one_line(*options.venue, "venue");
  if (options.mode) require_one_line(*options.mode, "mode");
  if (options.recap && unicode::has_control(*options.recap)) {
    throw Error(Status::usage, "the recap holds control characters");
  }
  if (options.recap && options.recap->find_first_not_of(' ') == std::string::npos) {
    throw Error(Status::usage, "the recap is empty");
  }
  Closing closing;
  closing.venue = options.venue;
  closing.mode = options.mode;
  closing.minutes = options.minutes;
  closing.mood = options.mood;
  if (options.talk) closing.talk[person.me] = *options.talk;
  if (options.their_talk) closing.talk[person.them()] = *options.their_talk;
  if (options.worth) closing.worth[person.me] = *options.worth;
  if (options.their_worth) closing.worth[person.them()] = *options.their_worth;
  if (options.next) closing.next = next_day(*options.next, today);
  closing.recap = options.recap;
  closing.recap_by = author_of_recap(options, person);
  closing.informal = options.informal;
  return closing;
}

// --- what is written

std::string text_of(const Ledger& ledger, const NotePath& note) {
  auto found = std::ranges::find(ledger.notes(), note, &ParsedNote::path);
  return found == ledger.notes().end() ? short_note(ledger.person(), *note.date)
                                       : std::string(found->note.bytes());
}

/// What the note's template alone wrote; empty when there is no template any more, or a broken one.
std::string prompts_of(Session& session, const Ledger& ledger, const NotePath& note,
                       const std::string& text) {
  auto name = read_front_matter(Note(text)).text("template");
  if (!name) return {};
  const Notebook& notebook = session.notebook();
  const Person& person = ledger.person();
  const Agenda agenda = agenda_of(session, ledger, note);
  std::optional<MeetingTemplate> found;
  try {
    found = agenda_template(notebook, person, *name);
    return agenda_prompts(agenda, *found, agenda_partials(notebook, person));
  } catch (const Error& error) {
    // One that cannot be read is not one that is gone.
    if (!found && error.status != Status::not_found) throw;
    session.tell("the prompts stay: " + error.message);
    return {};
  }
}

/// What differs from the ledger as it was read, the closed note last: an older note is settled
/// whether or not this one can be written.
std::vector<Change> changes_since(const Ledger& before, const Ledger& after, const NotePath& note,
                                  const std::string& text) {
  std::vector<Change> changes;
  std::optional<std::string> expected;
  for (std::size_t i = 0; i < before.notes().size(); ++i) {
    const ParsedNote& old = before.notes()[i];
    std::string_view now = old.path == note ? text : after.notes()[i].note.bytes();
    if (old.path == note) expected = old.note.bytes();
    if (now == old.note.bytes()) continue;
    require_no_conflict(old.note, old.path.path());
    if (old.path == note) continue;
    changes.push_back({old.path.path(), std::string(old.note.bytes()), std::string(now)});
  }
  if (expected != text) changes.push_back({note.path(), expected, text});
  return changes;
}

// --- what is said

void tell_result(Session& session, const NotePath& note, bool is_new, const Closing& closing,
                 const Tally& tally) {
  std::string line = note.date->day_month() + (is_new ? ": held, in a new short note" : ": held");
  if (tally.done > 0) line += fmt::format(", {} done", tally.done);
  if (tally.dropped > 0) line += fmt::format(", {} dropped", tally.dropped);
  if (tally.open > 0) line += fmt::format(", {} open", tally.open);
  std::string owners;
  for (const auto& [owner, count] : tally.open_by_owner) {
    owners += fmt::format("{}{} {}", owners.empty() ? "" : ", ", owner, count);
  }
  if (!owners.empty()) line += " (" + owners + ")";
  if (closing.next) line += "; next " + closing.next->short_form();
  session.tell(line);
}

/// What the other one wrote, perhaps, does not change without a word.
void tell_mood(Session& session, const Meeting& before, const Closing& closing) {
  if (!before.mood || !closing.mood || *before.mood == *closing.mood) return;
  session.tell(fmt::format("mood {}, was {}", *closing.mood, *before.mood));
}

/// A short note made today may be the second of one meeting: the agenda's, a week old, still waits.
void tell_unclosed(Session& session, const Ledger& ledger, const NotePath& note) {
  const auto& notes = ledger.notes();
  const auto before = std::find_if(notes.rbegin(), notes.rend(), [&](const ParsedNote& parsed) {
    return parsed.path.date && *parsed.path.date < *note.date;
  });
  if (before == notes.rend()) return;
  const Meeting meeting = read_meeting(before->path, before->note.bytes(), session.today());
  if (meeting.held != Held::held || meeting.said_held || !meeting.counts) return;
  session.tell(fmt::format("{} has a note that is not closed: close {} {}",
                           meeting.date().day_month(), note.person, meeting.date().iso()));
}

/// What is left to decide, with the command that does it.
void tell_gaps(Session& session, const Ledger& ledger, const NotePath& note) {
  const ChainsById chains(ledger);
  for (const Gap& gap : gaps_of(ledger, note, session.today())) {
    const Chain& chain = *chains.find(gap.id);
    const Item& item = ledger.shown(chain).item();
    std::string words = unicode::truncate(item.words, 40);
    // Of `@me` the findings say more.
    if (gap.lack == Lack::owner && item.owner.empty())
      session.tell(fmt::format("{}: nobody owns \"{}\"", gap.id, words));
    if (gap.lack != Lack::decision) continue;
    session.tell(fmt::format("{}: carried {} times, \"{}\": done {}, drop {} or due {} DATE",
                             gap.id, ledger.carries(chain), words, gap.id, gap.id, gap.id));
  }
}

/// What will be read otherwise than it was meant, at the lines that the note has when it is closed.
void tell_findings_of(Session& session, const Ledger& ledger, const NotePath& note,
                      const std::string& text, const Reading& reading) {
  const auto found = std::ranges::find(ledger.notes(), note, &ParsedNote::path);
  if (found == ledger.notes().end()) return;  // a short note holds no items
  const auto index = static_cast<std::size_t>(found - ledger.notes().begin());
  const NoteEdits edits{{index, {{0, found->note.bytes().size(), text}}}};
  tell_findings(session, edited(ledger, edits, reading), note, reading);
}

struct Row {
  NotePath note;
  std::optional<Date> next;
  Tally tally;
};

view::Table table_of(std::vector<Row> rows) {
  using view::Value;
  static const std::vector<view::Column<Row>> columns{
      {"path", [](const Row& one) { return Value(one.note.path()); }},
      {"person", [](const Row& one) { return Value(one.note.person); }},
      {"date", [](const Row& one) { return Value(one.note.date->iso()); }},
      {"next", [](const Row& one) { return one.next ? Value(one.next->iso()) : Value(); }},
      {"done", [](const Row& one) { return Value(one.tally.done); }},
      {"dropped", [](const Row& one) { return Value(one.tally.dropped); }},
      {"open", [](const Row& one) { return Value(one.tally.open); }},
  };
  return {std::move(rows), columns};
}

Outcome outcome_of(Session& session, Row row) {
  Outcome outcome;
  outcome.kind = "close";
  if (!session.globals().dry_run) {
    outcome.view.emplace_back(view::Text{session.notebook().from_here(row.note.path())});
  }
  outcome.items = table_of({std::move(row)});
  return outcome;
}

/// The ledger with all that `new` would settle and the pass after an editor would write.
Ledger tidied(const Ledger& read, const NotePath& note, const Reading& reading, Date today) {
  NoteEdits edits;
  settle(read, edits);
  Ledger settled = edited(read, edits, reading);
  return edited(settled, finish_note(settled, note, today), reading);
}

Outcome end_meeting(Session& session, const Person& person, const NotePath& note, Closing closing) {
  Notebook& notebook = session.notebook();
  Reading reading = reading_of(person, notebook.config());
  Ledgers ledgers(session);
  const Ledger read = ledgers.load(person, Tree::shared, Depth::all);
  require_read(session, note);
  require_front_matter(Note(text_of(read, note)), notebook.from_here(note.path()));
  Ledger ledger = tidied(read, note, reading, session.today());
  const Meeting known = read_meeting(note, text_of(ledger, note), session.today());
  if (session.can_ask() && !session.globals().dry_run) {
    session.tell(day_from_today(*note.date, session.today()) + ", " + person.name() +
                 ". Enter skips a question, Ctrl-D the rest.");
    Asking asking(session);
    ask_gaps(ledger, note, reading, asking, session.today());
    ask_meeting(known, person, closing, asking);
  }
  std::string text = closed_note(text_of(ledger, note), closing, reading);
  Note asked(prompts_of(session, ledger, note, text));
  text = without_prompts(Note(text), asked, reading);
  session.apply(changes_since(read, ledger, note, text));
  warn_of_editors(session, note.path());
  Tally tally = tally_of(ledger, note);
  bool is_new = std::ranges::find(read.notes(), note, &ParsedNote::path) == read.notes().end();
  tell_result(session, note, is_new, closing, tally);
  tell_mood(session, known, closing);
  if (is_new) tell_unclosed(session, read, note);
  tell_gaps(session, ledger, note);
  tell_findings_of(session, ledger, note, text, reading);
  auto next = read_meeting(note, text, session.today()).next;
  return outcome_of(session, {note, next, std::move(tally)});
}

Outcome run(const Options& options, Session& session) {
  Notebook& notebook = session.notebook();
  notebook.require_writable();
  Person person = notebook.find_person(options.person);
  Closing closing = said(options, person, session.today());
  if (auto note = note_of(options, session, person)) {
    if (!options.date) require_not_missed(session, *note);
    return end_meeting(session, person, *note, std::move(closing));
  }
  session.tell(fmt::format("the last meeting is closed; for one that left no note: close {} today",
                           person.folder));
  return {};
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom you met");
  args.date(options->date, "the day: today, or the last one not closed in the past seven days");
  args.option("--mood", options->mood, 1, 5, "N", "how the report felt, 1 to 5");
  args.option("--talk", options->talk, 0, 100, "N", "the report's share of the talk, percent");
  args.option("--their-talk", options->their_talk, 0, 100, "N", "the same, as the other one says");
  args.option("--worth", options->worth, 1, 5, "N", "how much the time was worth to me, 1 to 5");
  args.option("--their-worth", options->their_worth, 1, 5, "N", "the same, to the other one");
  args.option("--venue", options->venue, "PLACE", "where you met");
  args.option("--mode", options->mode, "MODE", "how: in-person, video, phone");
  args.option("--minutes", options->minutes, 1, 1440, "N", "how long it took");
  args.option("--next", options->next, "DATE", "when you meet again");
  args.option("--recap", options->recap, "TEXT", "what was decided, in the report's words");
  args.option("--recap-by", options->recap_by, "WHO", "in whose words it is instead: me or them");
  args.flag("--informal", options->informal, "a talk that does not reset the clock");
  args.example("close alice", "asks for mood, recap and the next day; Enter skips");
  args.example("close alice --mood 4 --next tue", "without questions, for scripts");
  args.example("close bob fri --venue canal --minutes 40", "a walk that left no note");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"close", "end a meeting: recap, next day, mood", "every week",
                                   declare, [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::close_command
