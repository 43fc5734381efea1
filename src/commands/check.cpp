// SPDX-License-Identifier: MIT
// `check`: what in the notes should be looked at; `--fix` mends what is safe to mend.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/goal_book.hpp"
#include "cli/guarding.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "cli/renamed_people.hpp"
#include "core/hints.hpp"
#include "core/lint.hpp"
#include "core/twins.hpp"
#include "error.hpp"
#include "store/templates.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::check_command {

struct Options {
  std::vector<std::string> people;
  bool fix = false, hints = false, staged = false, outgoing = false;
};

std::string_view word_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "hint";
}

/// Why an entry that is named like a note is not read; empty when it is, or is named otherwise.
std::string why_not_read(const Entry& entry) {
  const std::string& name = entry.name;
  if (!name.ends_with(".md") || name.size() < 13) return {};
  if (date_of_file(name)) return entry.kind == FileKind::folder ? "it is a folder" : "";
  const bool like_a_day =
      name.find_first_not_of("0123456789-") >= 10 && name[4] == '-' && name[7] == '-';
  if (!like_a_day || Date::parse(name.substr(0, 10))) return {};
  return fmt::format("there is no day {}", name.substr(0, 10));
}

/// Entries that look like notes and are none.
void check_names(Session& session, const Person& person, Tree tree,
                 std::vector<Finding>& findings) {
  std::string folder = std::string(folder_of(tree)) + "/" + person.folder;
  const auto entries = session.notebook().list(folder);
  if (!entries) return;
  for (const Entry& entry : *entries) {
    const std::string why = why_not_read(entry);
    if (why.empty()) continue;
    findings.push_back({fmt::format("{}/{}", folder, entry.name), 0, "file-name", Severity::warning,
                        why + ": the note is not read", false});
  }
}

/// A template that is named and not there: `new` would say so just before a meeting. What
/// oneonone.yaml names is the same for many, and told once.
void check_template(Session& session, const Person& person, std::vector<Finding>& findings,
                    std::vector<Error>& problems) {
  const UsualTemplate usual = usual_template(session.notebook().config(), person);
  try {
    if (find_template(session.notebook(), person.folder, usual.name)) return;
  } catch (const Error& error) {
    const bool is_told = std::ranges::find(problems, error.where, &Error::where) != problems.end();
    if (!is_told) problems.push_back(error);
    return;
  }
  const std::string message = fmt::format("there is no template '{}'", usual.name);
  const bool is_told = std::ranges::any_of(findings, [&](const Finding& one) {
    return one.path == usual.named_in && one.message == message;
  });
  if (is_told) return;
  findings.push_back({usual.named_in, 0, "template", Severity::warning, message, false});
}

/// What is private must not be open to others on the machine; git keeps no modes, so a fresh clone
/// is.
void check_modes(Session& session, bool fix, std::vector<Finding>& findings) {
  std::string folder = session.notebook().absolute("private");
  unsigned mode = session.system().files.mode(folder);
  if ((mode & 077U) == 0) return;
  if (fix && !session.globals().dry_run) {
    session.system().files.close_to_others(folder);
    session.tell("closed private to others on this machine");
    return;
  }
  findings.push_back(
      {"private", 0, "mode", Severity::warning,
       fmt::format("others on this machine can look into it (mode {:o}): chmod 700", mode & 0777U),
       true});
}

/// False, and told, when a note of the folder could not be read: its copies may say otherwise.
bool knows_all(Session& session, const std::string& folder) {
  const auto is_in_there = [&folder](const Unread& file) {
    return file.path.starts_with(folder + "/");
  };
  const bool is_whole = std::ranges::none_of(session.unread(), is_in_there) &&
                        std::ranges::none_of(session.notebook().unread(), is_in_there);
  if (!is_whole) session.tell(fmt::format("{}: not mended: not all notes can be read", folder));
  return is_whole;
}

/// One tree of one person: mended first when asked for, then looked at.
void check_tree(Session& session, Ledgers& ledgers, const Person& person, Tree tree,
                const Options& options, const std::set<std::string>& known,
                std::vector<Finding>& findings) {
  Reading reading = reading_of(person, session.notebook().config());
  Ledger ledger = ledgers.load(person, tree, Depth::all);
  if (options.fix && knows_all(session, fmt::format("{}/{}", folder_of(tree), person.folder))) {
    NoteEdits edits = mend(ledger, session.today());
    std::vector<Change> changes = changes_of(ledger, edits);
    session.apply(changes);
    if (!session.globals().dry_run) {
      for (const Change& change : changes) {
        session.tell("mended " + session.notebook().from_here(change.path));
      }
      ledger = edited(ledger, edits, reading);
    }
  }
  std::vector<Finding> more = lint(ledger, known, reading);
  findings.insert(findings.end(), more.begin(), more.end());
  if (const auto goals = read_goals(session, person, tree)) {
    more = lint_goals(*goals, ledger);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  if (options.hints) {
    more = hints_about_goals(ledger, goals_of(session, person));
    findings.insert(findings.end(), more.begin(), more.end());
  }
  if (options.hints && tree == Tree::shared) {
    Cadence cadence = cadence_of(session.notebook().config(), person);
    Rhythm rhythm = rhythm_of(recent_meetings(session, person), cadence, session.today());
    more = hints_of(ledger, rhythm, session.today());
    findings.insert(findings.end(), more.begin(), more.end());
  }
  check_names(session, person, tree, findings);
}

view::Table table_of(std::vector<Finding> findings) {
  using view::Value;
  static const std::vector<view::Column<Finding>> columns{
      {"path", [](const Finding& one) { return Value(one.path); }},
      {"line", [](const Finding& one) { return one.line > 0 ? Value(one.line) : Value(); }},
      {"rule", [](const Finding& one) { return Value(one.rule); }},
      {"severity", [](const Finding& one) { return Value(word_of(one.severity)); }},
      {"message", [](const Finding& one) { return Value(one.message); }},
      {"fixable", [](const Finding& one) { return Value(one.fixable); }},
  };
  return {std::move(findings), columns};
}

Status status_of(const std::vector<Finding>& findings) {
  Status status = Status::ok;
  for (const Finding& finding : findings) {
    if (finding.rule == "conflict") return Status::conflict;
    if (finding.severity != Severity::hint) status = Status::failed;
  }
  return status;
}

std::string line_of(Session& session, const Finding& finding) {
  std::string place = session.notebook().from_here(finding.path);
  if (finding.line > 0) place += fmt::format(":{}", finding.line);
  return fmt::format("{}: {}: {} [{}]", place, word_of(finding.severity), finding.message,
                     finding.rule);
}

/// What is private under a handle of old is no person of its own; --fix gives it its new name.
void check_renamed(const Options& options, Session& session, std::vector<Person>& people,
                   std::vector<Finding>& findings) {
  const std::vector<LeftBehind> folders = left_behind(session);
  if (options.fix) follow_renames(session, folders);
  for (const LeftBehind& one : folders) {
    std::erase_if(people, [&one](const Person& person) { return person.folder == one.before; });
    if (options.fix && one.can_follow) continue;
    const std::string what = one.can_follow
                                 ? "--fix renames this folder, too"
                                 : fmt::format("move its notes to private/{}", one.after);
    findings.push_back({"private/" + one.before, 0, "renamed", Severity::warning,
                        fmt::format("'{}' is '{}' by now: {}", one.before, one.after, what),
                        one.can_follow});
  }
}

/// `problems`: what could not be looked at.
std::vector<Finding> checked(const Options& options, Session& session,
                             std::vector<Error>& problems) {
  std::vector<Finding> findings;
  std::set<std::string> known = session.notebook().handles();
  std::vector<Person> people = session.notebook().people(options.people);
  if (options.people.empty()) {
    check_renamed(options, session, people, findings);
    std::ranges::move(twins_in(people), std::back_inserter(findings));
  }
  Ledgers ledgers(session);
  for (const Person& person : people) {
    session.notebook().person(person.folder, &findings);
    check_template(session, person, findings, problems);
    for (Tree tree : {Tree::shared, Tree::own}) {
      check_tree(session, ledgers, person, tree, options, known, findings);
    }
  }
  check_modes(session, options.fix, findings);
  if (!options.hints) {
    std::erase_if(findings, [](const Finding& one) { return one.severity == Severity::hint; });
  }
  return findings;
}

/// What git's hooks ask: may this be shared?
std::vector<Finding> guarded(const Options& options, Session& session) {
  if (options.fix || options.hints || !options.people.empty() ||
      (options.staged && options.outgoing)) {
    throw Error(Status::usage,
                fmt::format("{} goes alone", options.staged ? "--staged" : "--outgoing"));
  }
  return options.staged ? refused_in_index(session) : refused_in_push(session);
}

Outcome run(const Options& options, Session& session) {
  const bool guard = options.staged || options.outgoing;
  Outcome outcome;
  std::vector<Finding> findings =
      guard ? guarded(options, session) : checked(options, session, outcome.problems);
  outcome.kind = "findings";
  if (guard && !findings.empty()) {
    outcome.last = {
        fmt::format("hint: what shall be shared all the same goes on with 'git {} "
                    "--no-verify'",
                    options.staged ? "commit" : "push")};
  }
  outcome.status = status_of(findings);
  if (outcome.status == Status::ok && !outcome.problems.empty()) outcome.status = Status::partial;
  for (const Finding& finding : findings) {
    outcome.view.emplace_back(view::Text{line_of(session, finding)});
  }
  outcome.items = table_of(std::move(findings));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people's notes");
  args.flag("--fix", options->fix, "mend what is safe to mend; no text is ever removed");
  args.flag("--hints", options->hints, "small things too; they never change the status");
  args.flag("--staged", options->staged, "is anything private about to be committed?");
  args.flag("--outgoing", options->outgoing, "the same for a push; git's hook pre-push asks it");
  args.example("check", "silent and 0 when all is well");
  args.example("check --fix", "settle what contradicts itself");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"check", "look for what should be mended in the notes",
                                   "setting up", declare, [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::check_command
