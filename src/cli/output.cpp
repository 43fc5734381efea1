// SPDX-License-Identifier: MIT
// Prints what a command says: data on standard output, through a pager where that helps, and talk
// on standard error.
#include "cli/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "unicode.hpp"
#include "view/view.hpp"

namespace oneonone {
namespace {

/// The first rule that says something decides: option, NO_COLOR, CLICOLOR_FORCE, CLICOLOR,
/// terminal.
bool wants_colour(const System& system, const Globals& globals) {
  const Environment& environment = system.environment;
  if (globals.colour != "auto") return globals.colour == "always";
  if (environment.get("NO_COLOR")) return false;
  if (environment.get("CLICOLOR_FORCE").value_or("0") != "0") return true;
  if (environment.get("CLICOLOR").value_or("1") == "0") return false;
  return system.terminal.output_is_terminal() && environment.get("TERM").value_or("dumb") != "dumb";
}

std::string pager(const Environment& environment) {
  for (const char* name : {"ONEONONE_PAGER", "PAGER"}) {
    if (const auto value = environment.get(name)) return *value;
  }
  return "less -FRX";
}

/// True when a pager showed the text.
bool show_in_pager(const System& system, const std::string& text) {
  // A pager of the user's may be `less` alone, which shows colours as ESC without this.
  const std::string command = "LESS=${LESS-FRX}; export LESS\n" + pager(system.environment);
  return system.processes.feed({"/bin/sh", "-c", command}, text).status != 127;
}

bool is_longer_than_terminal(const Terminal& terminal, const std::string& text) {
  return std::count(text.begin(), text.end(), '\n') >= std::max(terminal.rows(), 1);
}

struct Place {
  std::string path;
  view::Value line, text;
};

/// Which columns say where a line stands and what it says.
struct PlaceColumns {
  std::size_t path, line, text;

  explicit PlaceColumns(const std::vector<std::string>& keys) {
    const auto column = [&keys](std::string_view key) {
      return static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
    };
    path = column("path");
    line = column("line");
    text = std::min(column("text"), column("message"));
    if (std::max({path, line, text}) < keys.size()) return;
    throw Error(Status::usage, "these are no lines of files", "--format vimgrep");
  }
};

/// The items that stand in a file, with paths as seen from here: what `vim -q` and other editors
/// read.
void print_vimgrep(const view::Table& items, const Notebook* notebook, bool zero,
                   const view::Print& print) {
  static const std::vector<view::Column<Place>> columns{
      {"path", [](const Place& place) { return view::Value(place.path); }},
      {"line", [](const Place& place) { return place.line; }},
      {"text", [](const Place& place) { return place.text; }},
  };
  const PlaceColumns at(items.keys());
  std::vector<Place> places;
  for (std::size_t row = 0; row < items.rows(); ++row) {
    const view::Value line = items.cell(row, at.line);
    const std::string file = std::get<std::string>(items.cell(row, at.path).data);
    if (!std::holds_alternative<std::int64_t>(line.data)) continue;
    places.push_back(
        {notebook == nullptr ? file : notebook->from_here(file), line, items.cell(row, at.text)});
  }
  view::render_format("{path}:{line}:1:{text}", view::Table(std::move(places), columns), zero,
                      print);
}

void print_items(const Globals& globals, const Outcome& outcome, const Notebook* notebook,
                 const view::Print& print) {
  const view::Table& items = outcome.items;
  if (globals.json) {
    const std::string_view root = notebook == nullptr ? "" : std::string_view(notebook->root());
    view::render_json(outcome.kind, root, items, print);
  } else if (globals.format == "vimgrep") {
    print_vimgrep(items, notebook, globals.zero, print);
  } else if (globals.format) {
    view::render_format(*globals.format, items, globals.zero, print);
  } else if (!items.keys().empty()) {
    view::render_format(fmt::format("{{{}}}", items.keys().front()), items, globals.zero, print);
  }
}

bool may_be_paged(const System& system, const Globals& globals, bool paged) {
  return paged && !globals.no_pager && system.terminal.output_is_terminal();
}

const char* items_option(const Globals& globals) {
  if (globals.json) return "--json";
  if (globals.format) return "--format";
  return globals.zero ? "-0" : nullptr;
}

}  // namespace

void print_text(const System& system, const Globals& globals, const std::string& text, bool paged) {
  Terminal& terminal = system.terminal;
  const bool in_pager =
      may_be_paged(system, globals, paged) && is_longer_than_terminal(terminal, text);
  if (in_pager && show_in_pager(system, text)) return;
  if (!text.empty()) terminal.out(text);
}

void require_fields(const Globals& globals, std::string_view command,
                    const std::vector<std::string>& fields) {
  const char* option = items_option(globals);
  if (option == nullptr) return;
  if (fields.empty()) {
    throw Error(Status::usage, fmt::format("'{}' lists nothing, so it has no {}", command, option));
  }
  if (globals.format == "vimgrep")
    PlaceColumns{fields};
  else if (globals.format)
    view::require_format(*globals.format, fields);
}

void print_outcome(const Session& session, std::string_view command, const Outcome& outcome) {
  const System& system = session.system();
  const Globals& globals = session.globals();
  const view::Print print = [&system](std::string_view piece) { system.terminal.out(piece); };
  if (items_option(globals) != nullptr) {
    require_fields(globals, command, outcome.kind.empty() ? no_fields() : outcome.items.keys());
    print_items(globals, outcome, session.opened(), print);
    return;
  }
  const int columns = system.terminal.output_is_terminal() ? system.terminal.columns() : 0;
  const bool colour = wants_colour(system, globals);
  if (!may_be_paged(system, globals, outcome.paged)) {
    view::render(outcome.view, columns, colour, print);
    return;
  }
  std::string text;
  view::render(outcome.view, columns, colour, [&text](std::string_view piece) { text += piece; });
  print_text(system, globals, text, true);
}

void print_error(Terminal& terminal, const Error& error) {
  if (error.message.empty()) return;
  std::string text = "oneonone: ";
  if (!error.where.empty()) text += error.where + ": ";
  text += error.message + '\n';
  if (!error.hint.empty()) text += "hint: " + error.hint + '\n';
  terminal.err(unicode::visible(text));
}

void print_unread(const Session& session, const Unread& file) {
  const Notebook* notebook = session.opened();
  const std::string path = notebook == nullptr ? file.path : notebook->from_here(file.path);
  session.system().terminal.err(
      unicode::visible(fmt::format("oneonone: {}: {}\n", path, file.why)));
}

}  // namespace oneonone
