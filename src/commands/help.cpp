// SPDX-License-Identifier: MIT
// `help`: explains the program, or one command.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "cli/args.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/overview.hpp"
#include "error.hpp"

namespace oneonone::help_command {

struct Options {
  std::vector<std::string> words;
  bool all = false;
};

/// `add, rename`: what the first word of a family goes on with.
std::string verbs_of(const std::vector<Command>& commands, const std::string& first) {
  std::string verbs;
  for (const Command& command : commands) {
    if (!command.name.starts_with(first + " ")) continue;
    verbs += (verbs.empty() ? "" : ", ") + std::string(command.name.substr(first.size() + 1));
  }
  return verbs;
}

std::string explained(const Options& options) {
  const std::vector<Command> commands = all_commands();
  const std::vector<std::string>& words = options.words;
  if (words.empty()) return options.all ? overview(commands) : short_overview(commands);
  const Choice choice = choose(commands, words, false);
  if (choice.words < words.size()) {
    const std::string name(choice.command->name);
    const std::string verbs = verbs_of(commands, name);
    throw Error(Status::usage, fmt::format("'{}' has no '{}'", name, words[choice.words]), {},
                verbs.empty() ? fmt::format("one command at a time: oneonone help {}", name)
                              : fmt::format("it has {}: oneonone help {}", verbs, name));
  }
  return help_of(*choice.command);
}

Run declare_help(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("COMMAND", options->words, false, "the command to explain");
  args.flag("--all", options->all, "every command, and the options that all of them have");
  args.example("help", "the seven commands to learn");
  args.example("help --all", "every command");
  args.example("help new", "one of them, the same as: oneonone new --help");
  args.example("help people add", "one of a family");
  return [options](Session&) {
    Outcome outcome;
    outcome.view.emplace_back(view::Text{explained(*options)});
    outcome.paged = true;
    return outcome;
  };
}

constexpr std::array table{
    Command{"help", "explain the program, or one command", "setting up", declare_help}};
extern constinit const Commands commands(table);

}  // namespace oneonone::help_command
