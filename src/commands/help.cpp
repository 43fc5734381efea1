// SPDX-License-Identifier: MIT
// `help`: explains the program, or one command.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/args.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/overview.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

std::string explained(const std::vector<std::string>& words) {
  const std::vector<Command> commands = all_commands();
  if (words.empty()) return overview(commands);
  const Choice choice = choose(commands, words, false);
  if (choice.words < words.size()) {
    throw Error(Status::usage,
                fmt::format("'{}' has no '{}'", choice.command->name, words[choice.words]), {},
                fmt::format("oneonone help {}", choice.command->name));
  }
  return help_of(*choice.command);
}

Run declare_help(Args& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.rest("COMMAND", *words, false, "the command to explain");
  args.example("help", "all commands");
  args.example("help new", "one of them, the same as: oneonone new --help");
  args.example("help people add", "one of a family");
  return [words](Session&) {
    Outcome outcome;
    outcome.view.emplace_back(view::Text{explained(*words)});
    outcome.paged = true;
    return outcome;
  };
}

}  // namespace

std::vector<Command> help_commands() {
  return {{"help", "explain the program, or one command", "setting up", declare_help}};
}

}  // namespace oneonone
