// SPDX-License-Identifier: MIT
// What a command is: a name, a sentence, the options it declares, and what it does.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "view/view.hpp"

namespace oneonone {

class Args;
class Session;

/// What a command has to say. The program prints `view`, or `items` for --json, --format and -0.
struct Outcome {
  std::string kind;  ///< the kind of the items; empty when the command lists nothing
  view::Table items;
  view::View view;
  std::vector<std::string> last;  ///< talk that comes after the data
  std::vector<Error> problems;    ///< what stopped a part of it: told at the end, even with -q
  Status status = Status::ok;
  bool paged = false;  ///< long enough for a pager on a terminal
};

/// Runs once the arguments are read.
using Run = std::function<Outcome(Session&)>;

/// The keys of what a command lists.
using Fields = std::vector<std::string> (*)();
/// Of a command that lists nothing.
inline std::vector<std::string> no_fields() {
  return {};
}

/// Made of literals: there are dozens, and one is run.
struct Command {
  std::string_view name;     ///< "new", "people add"
  std::string_view summary;  ///< half a sentence, lower case, no full stop
  /// One of "every week", "now and then", "every quarter", "setting up".
  std::string_view group;
  Run (*declare)(Args&);
  /// Of a command that writes: a --format that does not fit is refused before. Of the others it is
  /// once there is something to print.
  Fields fields = nullptr;
  bool hidden = false;
};

/// Those of one file. They are data, not code, so that a start touches no file's code but one's.
using Commands = std::span<const Command>;

/// All commands in the order of their files' names. A file src/commands/NAME.cpp defines
/// `NAME_command::commands`; the build collects them.
std::vector<Command> all_commands();

}  // namespace oneonone
