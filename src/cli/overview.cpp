// SPDX-License-Identifier: MIT
// The help of the program as a whole.
#include "cli/overview.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "cli/args.hpp"
#include "cli/help_text.hpp"

namespace oneonone {
namespace {

/// In the order of a week.
constexpr std::array<std::string_view, 7> to_learn = {"add",     "prep", "new",   "close",
                                                      "actions", "done", "status"};

constexpr std::array<std::string_view, 4> groups = {"every week", "now and then", "every quarter",
                                                    "setting up"};

bool is_to_learn(const Command& command) {
  return std::find(to_learn.begin(), to_learn.end(), command.name) != to_learn.end();
}

HelpRow learning_row(const Command& command) {
  Args args(command.name, command.summary);
  const Run run = command.declare(args);
  const std::string example = args.first_example();
  return {"oneonone " + (example.empty() ? std::string(command.name) : example),
          std::string(command.summary)};
}

std::string learning(const std::vector<Command>& commands) {
  std::vector<HelpRow> rows;
  for (const std::string_view name : to_learn) {
    for (const Command& command : commands) {
      if (command.name == name) rows.push_back(learning_row(command));
    }
  }
  return help_section("The commands to learn", rows);
}

std::string group_section(const std::vector<Command>& commands, std::string_view group) {
  std::vector<HelpRow> rows;
  for (const Command& command : commands) {
    if (command.group == group && !command.hidden && !is_to_learn(command)) {
      rows.push_back({std::string(command.name), std::string(command.summary)});
    }
  }
  std::string title(group);
  title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
  return help_section(title, rows);
}

std::string opening(const std::vector<Command>& commands) {
  const std::string usage = Args({}, {}).usage();
  std::string out = "oneonone: a plain-text notebook for one-on-ones\n\n";
  out += help_section("Usage", {{usage, ""}});
  const std::string rows = learning(commands);
  return rows.empty() ? out : out + '\n' + rows;
}

}  // namespace

std::string short_overview(const std::vector<Command>& commands) {
  return opening(commands) + '\n' +
         help_paragraph(
             "Start a notebook with 'oneonone init'. 'oneonone help COMMAND' explains a command, "
             "'oneonone help --all' lists every one.");
}

std::string overview(const std::vector<Command>& commands) {
  std::string out = opening(commands);
  for (const std::string_view group : groups) {
    const std::string section = group_section(commands, group);
    if (!section.empty()) out += '\n' + section;
  }
  return out + '\n' + global_help() + '\n' +
         help_paragraph("'oneonone help COMMAND' explains a command with examples.");
}

std::string help_of(const Command& command) {
  Args args(command.name, command.summary);
  const Run run = command.declare(args);
  return args.help();
}

}  // namespace oneonone
