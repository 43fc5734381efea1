// SPDX-License-Identifier: MIT
// `add`: a topic or a promise for the next meeting, in one line.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/item_rows.hpp"
#include "cli/ledgers.hpp"
#include "cli/written.hpp"
#include "core/capture.hpp"
#include "core/date_words.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

struct Options {
  std::string person;
  std::vector<std::string> words;
  std::optional<std::string> owner, due;
  bool is_private = false, shared = false;
};

std::string typed_text(Session& session, const Options& options) {
  std::string text;
  for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
  if (!text.empty()) return text;
  if (session.can_ask()) session.system().terminal.err("> ");
  return session.globals().no_input ? "" : session.system().terminal.read_line().value_or("");
}

/// Facts and feedback are for my eyes unless I say otherwise (product.md, "Private").
Tree tree_for(const Options& options, const std::string& text) {
  if (options.is_private && options.shared) {
    throw Error(Status::usage, "--private and --shared contradict each other");
  }
  if (options.is_private || options.shared) return options.shared ? Tree::shared : Tree::own;
  Note note(text);
  std::string kind = note.lines() == 0 ? "" : read_item(note, note.start(1), 1, 1).item.kind();
  return kind == "fact" || kind == "feedback" ? Tree::own : Tree::shared;
}

void tell_unknown_owner(Session& session, const Person& person, const std::string& owner) {
  if (owner.empty()) return;
  if (std::ranges::find(person.people, person.canonical(owner)) != person.people.end()) return;
  session.tell(fmt::format("@{} is neither {} nor {}", owner, person.people[0], person.people[1]));
}

Outcome run(const Options& options, Session& session) {
  Notebook& notebook = session.notebook();
  notebook.require_writable();
  Person person = notebook.find_person(options.person);
  Reading reading = reading_of(person, notebook.config());
  Captured captured{typed_text(session, options), options.owner, std::nullopt};
  if (options.due) {
    captured.due = parse_date_word(*options.due, session.today(), Weekdays::after_today);
  }
  Ledgers ledgers(session);
  Tree tree = tree_for(options, captured.text);
  IdSet taken = ledgers.ids(person, Tree::shared);
  if (tree == Tree::own) taken.merge(ledgers.ids(person, Tree::own));
  std::string line = captured_line(captured, person, taken, session.today());

  NotePath path = NotePath::make(tree, person.folder, "topics.md");
  auto before = notebook.read(path.path());
  std::string after = topics_with(before, line, person, reading);
  Ledger ledger(person, {parse_note(path, after, reading)}, taken, nullptr);
  std::string id(id_of_line(line.substr(0, line.size() - 1)));
  const Chain& chain = *std::ranges::find(ledger.chains(), id, &Chain::id);
  session.apply({{path.path(), before, after}});

  Outcome outcome;
  ItemRow row = row_of(ledger, chain, session.today());
  outcome.kind = "actions";
  if (!session.globals().dry_run) {
    outcome.view.emplace_back(view::Text{place_and_line(session, row.path, row.line, line)});
    warn_of_editors(session, row.path);
  }
  tell_unknown_owner(session, person, row.owner);
  if (row.due) session.tell(fmt::format("due {}", row.due->short_form()));
  outcome.items = items_table({std::move(row)});
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom it is for");
  args.rest("TEXT", options->words, false, "the line; without it one is read from standard input");
  args.option("--for", options->owner, "HANDLE", "who owns it (me, them), as @HANDLE in the text");
  args.option("--due", options->due, "DATE", "when it is due, as due:DATE in the text");
  args.flag("--private", options->is_private, "into my private notes");
  args.flag("--shared", options->shared, "into the shared notes, also a Fact: or Feedback:");
  args.example("add alice \"What a staff role would look like\"", "a topic for the next meeting");
  args.example("add alice \"@me Send the packet due:fri\"", "a promise with a day");
  args.example("add alice --private \"Ask how the move went\"", "for my eyes");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace

std::vector<Command> add_commands() {
  return {{"add", "note a topic or a promise for the next meeting", "every week", declare}};
}

}  // namespace oneonone
