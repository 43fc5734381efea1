// SPDX-License-Identifier: MIT
// Chooses the command, runs it, prints what it says, and gives the exit status.
#include "app.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <new>

#include "cli/args.hpp"
#include "cli/choice.hpp"
#include "cli/output.hpp"
#include "cli/overview.hpp"
#include "cli/session.hpp"
#include "cli/syncing.hpp"
#include "error.hpp"
#include "unicode.hpp"
#include "version.hpp"

namespace oneonone {
namespace {

using Words = std::vector<std::string>;

/// The one that counts when several statuses apply.
Status graver(Status a, Status b) {
  constexpr std::array order{Status::conflict, Status::not_found, Status::usage,
                             Status::failed,   Status::partial,   Status::ok};
  return *std::find_if(order.begin(), order.end(),
                       [a, b](Status status) { return status == a || status == b; });
}

/// Does the work; what it throws is said on standard error and becomes a status.
template <typename Work>
Status guarded(Terminal& terminal, const Work& work) {
  try {
    return work();
  } catch (const Error& error) {
    print_error(terminal, error);
    return error.status;
  } catch (const std::bad_alloc&) {
    terminal.err("oneonone: out of memory\n");
  } catch (const std::exception& error) {
    print_error(terminal, Error(Status::failed, error.what()));
  }
  return Status::failed;
}

/// True when help or the version was asked for, and printed.
bool explained(const System& system, const Globals& globals,
               const std::function<std::string()>& help) {
  if (globals.version) {
    system.terminal.out(fmt::format("oneonone {}\n", version));
  } else if (globals.help) {
    print_text(system, globals, help(), true);
  }
  return globals.version || globals.help;
}

/// The setting `commit_changes`. What was written is safe, so a commit that fails is only told.
void keep_history(Session& session, const Command& command, Outcome& outcome) {
  if (!session.has_written() || command.name == "sync") return;
  if (!session.notebook().config().commit_changes) return;
  for (Error& problem : commit_everywhere(session)) outcome.problems.push_back(std::move(problem));
}

Status run_command(System& system, const Command& command, const Words& words) {
  Globals globals;
  Args args(command.name, command.summary);
  const Run run = command.declare(args);
  args.parse(words, globals);
  if (explained(system, globals, [&] { return args.help(); })) return Status::ok;
  if (globals.json && (globals.format || globals.zero)) {
    throw Error(Status::usage, "--json goes with neither --format nor -0", {}, args.usage());
  }
  if (command.fields != nullptr) require_fields(globals, command.name, command.fields());
  Session session(system, globals);
  const Status status = guarded(system.terminal, [&] {
    Outcome outcome = run(session);
    keep_history(session, command, outcome);
    print_outcome(session, command.name, outcome);
    for (const std::string& line : outcome.last) session.tell(line);
    for (const Error& problem : outcome.problems) print_error(system.terminal, problem);
    return outcome.status;
  });
  std::vector<Unread> unread = session.unread();
  if (const Notebook* notebook = session.opened())
    unread.insert(unread.end(), notebook->unread().begin(), notebook->unread().end());
  for (const Unread& file : unread) print_unread(session, file);
  return unread.empty() ? status : graver(status, Status::partial);
}

/// Without a command: help, the version, what is wrong with the options; in a notebook its status.
Status run_bare(System& system, const Words& words, const std::vector<Command>& commands) {
  Globals globals;
  Args({}, {}).parse(words, globals);
  if (explained(system, globals, [&] { return short_overview(commands); })) return Status::ok;
  if (globals.notebook)
    Notebook::find(system, globals.notebook);  // one that was named must be there
  auto status = std::ranges::find(commands, "status", &Command::name);
  if (status != commands.end() && Notebook::is_there(system, globals.notebook)) {
    return run_command(system, *status, words);
  }
  print_text(system, globals, short_overview(commands), false);
  return Status::ok;
}

bool can_abbreviate(const Terminal& terminal) {
  return terminal.input_is_terminal() && terminal.output_is_terminal();
}

/// True when the word is somebody's handle, or, unless `exactly`, may name somebody in another way:
/// `oneonone alice` is `prep alice`. Whom exactly, and what is wrong with the words behind a
/// handle, is for `prep` to say.
bool names_person(System& system, const Command& prep, const Words& words, const std::string& word,
                  bool exactly) {
  Globals globals;
  Args args(prep.name, prep.summary);
  const Run run = prep.declare(args);
  try {
    args.parse(words, globals);
  } catch (const Error&) {
    if (!exactly) return false;
  }
  try {
    const Notebook notebook = Notebook::find(system, globals.notebook);
    const std::vector<std::string> found = notebook.fitting(word);
    const auto is_handle = [&](const std::string& folder) {
      return unicode::fold(folder) == unicode::fold(word);
    };
    return exactly ? std::ranges::any_of(found, is_handle) : !found.empty();
  } catch (const Error&) {
    return false;
  }
}

Status run_words(System& system, const Words& words, const std::vector<Command>& commands) {
  const std::size_t first = first_word(words);
  if (first == words.size() || words[first].starts_with('-')) {
    return run_bare(system, words, commands);
  }
  const std::size_t second = first_word(words, first + 1);
  Words naming{words[first]};
  if (second < words.size()) naming.push_back(words[second]);
  auto prep = std::ranges::find(commands, "prep", &Command::name);
  bool known = std::ranges::any_of(commands, [&](const Command& command) {
    return command.name == words[first] || command.name.starts_with(words[first] + " ");
  });
  auto names_somebody = [&](bool exactly) {
    return prep != commands.end() && names_person(system, *prep, words, words[first], exactly);
  };
  if (!known && names_somebody(true)) return run_command(system, *prep, words);
  Choice choice;
  try {
    choice = choose(commands, naming, can_abbreviate(system.terminal));
  } catch (const Error&) {
    if (!names_somebody(false)) throw;
    return run_command(system, *prep, words);
  }
  Words rest = words;
  if (choice.words > 1) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(second));
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(first));
  return run_command(system, *choice.command, rest);
}

}  // namespace

int run_app(System& system, const std::vector<std::string>& words,
            const std::vector<Command>& commands) {
  return static_cast<int>(
      guarded(system.terminal, [&] { return run_words(system, words, commands); }));
}

int run_app(System& system, int argc, const char* const* argv) {
  return static_cast<int>(guarded(system.terminal, [&] {
    // argv may be empty: execve allows it.
    return run_words(system, Words(argv + (argc > 0 ? 1 : 0), argv + argc), all_commands());
  }));
}

int run_app(System& system, const std::vector<std::string>& words) {
  return static_cast<int>(
      guarded(system.terminal, [&] { return run_words(system, words, all_commands()); }));
}

}  // namespace oneonone
