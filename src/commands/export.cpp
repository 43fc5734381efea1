// SPDX-License-Identifier: MIT
// `export`: what is open, for the task tool and the calendar that one looks at anyway.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/shared_notebook.hpp"
#include "core/outside.hpp"
#include "error.hpp"
#include "text/meeting_record.hpp"

namespace oneonone::export_command {

struct Options {
  std::vector<std::string> people;
  std::optional<std::string> to, output;
  bool mine = false, theirs = false;

  bool wants(const std::string& promiser, const Person& person) const {
    if (mine) return promiser == person.me;
    return !theirs || (!promiser.empty() && promiser != person.me);
  }
};

struct Exported {
  std::vector<OutsideItem> items;
  std::vector<OutsideMeeting> meetings;
};

void add_items(const Ledger& ledger, const Options& options, Date today,
               std::vector<OutsideItem>& items) {
  const Person& person = ledger.person();
  for (const Chain& chain : ledger.chains()) {
    if (chain.role != Role::commitment || chain.state != Mark::open) continue;
    const ItemRow row = row_of(ledger, chain, today);
    if (!options.wants(person.promiser(row.owner), person)) continue;
    items.push_back({outside_uuid(person, row.id), row.id, outside_text(person.folder), row.owner,
                     outside_text(row.text), row.since.value_or(today), row.due});
  }
}

std::optional<OutsideMeeting> next_meeting(const Ledger& ledger, const Cadence& cadence,
                                           Date today) {
  const Person& person = ledger.person();
  if (person.is_alumni()) return std::nullopt;
  std::vector<Meeting> meetings;
  for (const ParsedNote& parsed : ledger.notes()) {
    if (!parsed.path.date) continue;
    meetings.push_back(read_meeting(parsed.path, parsed.note.bytes(), today));
  }
  const Rhythm rhythm = rhythm_of(meetings, cadence, today);
  if (!rhythm.next_due) return std::nullopt;
  return OutsideMeeting{outside_uuid(person, "next"),
                        outside_text("One-on-one with " + person.name()),
                        std::max(*rhythm.next_due, today), today};
}

Exported read_all(const Options& options, Session& session) {
  SharedNotebook notebook(session);
  Exported exported;
  for (const Person& person : notebook.people(options.people)) {
    const Ledger ledger = notebook.notes(person);
    add_items(ledger, options, session.today(), exported.items);
    const auto meeting = next_meeting(ledger, notebook.cadence(person), session.today());
    if (meeting) exported.meetings.push_back(*meeting);
  }
  return exported;
}

std::string in_format(const std::string& format, const Exported& exported) {
  if (format == "todo.txt") return todo_txt(exported.items);
  if (format == "taskwarrior") return taskwarrior_json(exported.items);
  if (format == "ical") return icalendar(exported.items, exported.meetings);
  return rfc4180_csv(exported.items);
}

void require_format(const Options& options) {
  static constexpr const char* known[] = {"todo.txt", "taskwarrior", "ical", "csv"};
  const std::string hint = "the formats are todo.txt, taskwarrior, ical and csv";
  if (!options.to) throw Error(Status::usage, "no format is named", "--to", hint);
  if (std::ranges::find(known, *options.to) != std::end(known)) return;
  throw Error(Status::usage, fmt::format("'{}' is no format", *options.to), "--to", hint);
}

/// A slip of the hand must not cost a note.
void require_no_note(const std::string& path) {
  if (!path.ends_with(".md") && !path.ends_with(".yaml")) return;
  throw Error(Status::failed, "this would be read as a file of a notebook", path,
              "name a file that ends otherwise");
}

Outcome run(const Options& options, Session& session) {
  require_format(options);
  if (options.mine && options.theirs) {
    throw Error(Status::usage, "--mine and --theirs contradict each other");
  }
  if (options.output) require_no_note(*options.output);
  const std::string text = in_format(*options.to, read_all(options, session));
  Outcome outcome;
  if (!options.output || *options.output == "-") {
    // A list is refused once this command returns: there is none.
    if (!session.globals().wants_items()) session.system().terminal.out(text);
    return outcome;
  }
  session.write_named(*options.output, text);
  if (!session.globals().dry_run) outcome.view.emplace_back(view::Text{*options.output});
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people");
  args.option("--to", options->to, "FORMAT", "todo.txt, taskwarrior, ical or csv");
  args.option("-o,--output", options->output, "FILE", "where to; standard output when not named");
  args.flag("--mine", options->mine, "only what I promised");
  args.flag("--theirs", options->theirs, "only what others promised");
  args.example("export --to taskwarrior --mine | task import", "what I owe, in Taskwarrior");
  args.example("export --to ical -o oneonone.ics", "next meetings and tasks, for a calendar");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"export", "write open commitments for other programs",
                                   "setting up", declare, no_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::export_command
