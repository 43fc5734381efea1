// SPDX-License-Identifier: MIT
// One run of one command: the world, the notebook, and the only writer.
#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

Date day_named(const std::string& word, const char* where) {
  const std::optional<Date> date = Date::parse(word);
  if (!date) {
    throw Error(Status::usage, fmt::format("'{}' is no day", word), where,
                "write it as YYYY-MM-DD");
  }
  return *date;
}

Date today_of(const System& system, const Globals& globals) {
  if (globals.today) return day_named(*globals.today, "--today");
  if (const auto word = system.environment.get("ONEONONE_TODAY")) {
    return day_named(*word, "ONEONONE_TODAY");
  }
  return system.clock.today();
}

/// True for an editor that puts several files beside each other when it is told to.
bool opens_beside(std::string_view command) {
  const bool quoted = command.starts_with('\'') || command.starts_with('"');
  const std::string_view program = quoted ? command.substr(1, command.find(command[0], 1) - 1)
                                          : command.substr(0, command.find(' '));
  const std::string_view name = program.substr(program.rfind('/') + 1);
  return name == "vim" || name == "nvim" || name == "gvim" || name == "mvim";
}

}  // namespace

Session::Session(System& system, const Globals& globals)
    : system_(system), globals_(globals), today_(today_of(system, globals)) {}

Notebook& Session::notebook() {
  if (!notebook_) notebook_.emplace(Notebook::find(system_, globals_.notebook));
  return *notebook_;
}

void Session::open(const std::string& folder) {
  notebook_.emplace(Notebook::find(system_, folder));
}

void Session::show(std::string_view text) const {
  Terminal& terminal = system_.terminal;
  if (globals_.json) {
    terminal.err(unicode::visible(text));
  } else if (terminal.output_is_terminal()) {
    terminal.out(unicode::visible(text));
  } else {
    terminal.out(text);
  }
}

void Session::apply(const std::vector<Change>& changes) {
  notebook().require_writable();
  if (globals_.dry_run) {
    show(diff_of(changes));
  } else {
    written_ = written_ || !changes.empty();
    apply_changes(system_.files, notebook().root(), changes);
  }
}

void Session::rename(std::string_view from, std::string_view to) {
  notebook().require_writable();
  if (globals_.dry_run) {
    show(fmt::format("rename from {}\nrename to {}\n", from, to));
    return;
  }
  const auto lock = system_.files.lock(notebook().root());
  written_ = true;
  system_.files.rename(notebook().absolute(from), notebook().absolute(to));
}

void Session::erase(const std::vector<std::string>& paths) {
  notebook().require_writable();
  if (globals_.dry_run) return;
  const auto lock = system_.files.lock(notebook().root());
  written_ = true;
  for (const std::string& path : paths) system_.files.erase(notebook().absolute(path));
}

std::string Session::read_named(const std::string& path) const {
  if (path == "-") {
    std::string text;
    while (const auto line = system_.terminal.read_line()) text += *line + "\n";
    return text;
  }
  const auto bytes = system_.files.read(path);
  if (!bytes) throw Error(Status::not_found, "there is no such file", path);
  return *bytes;
}

void Session::write_named(const std::string& path, std::string_view bytes) {
  if (globals_.dry_run) {
    tell(fmt::format("would write {}", path));
  } else {
    system_.files.write(path, bytes, false);
  }
}

void Session::tell(std::string_view line) const {
  if (!globals_.quiet) system_.terminal.err(unicode::visible(line) + '\n');
}

void Session::unread(Unread file) {
  const bool is_told = std::ranges::find(unread_, file.path, &Unread::path) != unread_.end();
  if (!is_told) unread_.push_back(std::move(file));
}

bool Session::can_ask() const {
  const Terminal& terminal = system_.terminal;
  return !globals_.no_input && terminal.input_is_terminal() && terminal.output_is_terminal();
}

std::string Session::editor() {
  const Environment& environment = system_.environment;
  if (const auto own = environment.get("ONEONONE_EDITOR")) return *own;
  for (const char* name : {"VISUAL", "EDITOR"}) {
    if (const auto value = environment.get(name)) return *value;
  }
  if (!system_.terminal.input_is_terminal()) {
    throw Error(Status::failed, "there is no terminal for an editor", {},
                "set EDITOR to a program that needs none");
  }
  const Ran found = system_.processes.capture(
      {"/bin/sh", "-c",
       "for e in sensible-editor nano vi; do command -v \"$e\" && exit; done; exit 1"},
      environment.current_folder());
  if (found.status != 0) {
    throw Error(Status::failed, "no editor found", {},
                "set EDITOR, for instance: export EDITOR=vi");
  }
  return found.output.substr(0, found.output.find('\n'));
}

int Session::edit(const std::vector<std::string>& paths) {
  const std::string command = editor();
  // The editor may be a command with options: the shell reads it, but never the files' names.
  std::vector<std::string> arguments{"/bin/sh", "-c", command + " \"$@\"", command};
  if (paths.size() > 1 && opens_beside(command)) arguments.emplace_back("-O");
  for (const std::string& path : paths) arguments.push_back(notebook().absolute(path));
  written_ = true;
  return system_.processes.run(arguments, system_.environment.current_folder()).status;
}

}  // namespace oneonone
