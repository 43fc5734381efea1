// SPDX-License-Identifier: MIT
// Which command the first words name.
#include "cli/choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cli/help_text.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

/// What people type elsewhere for a list of what is to be done.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> synonyms = {
    {{"ls", "actions"}, {"list", "actions"}}};

const Command* named(const std::vector<Command>& commands, std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [name](const Command& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

/// The first words of all commands that are shown, each once.
std::vector<std::string> first_words(const std::vector<Command>& commands) {
  std::vector<std::string> out;
  for (const Command& command : commands) {
    if (!command.hidden) out.emplace_back(command.name.substr(0, command.name.find(' ')));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// `goals list` is `goals`: the first word of a family lists it.
bool asks_for_list(const std::vector<Command>& commands, const std::string& first,
                   const std::string& verb) {
  return verb == "list" && named(commands, first) != nullptr &&
         std::ranges::any_of(commands, [&](const Command& command) {
           return command.name.starts_with(first + ' ');
         });
}

Choice exact(const std::vector<Command>& commands, const std::string& first,
             const std::vector<std::string>& words) {
  if (words.size() > 1) {
    if (const Command* command = named(commands, first + ' ' + words[1])) return {command, 2};
    if (asks_for_list(commands, first, words[1])) return {named(commands, first), 2};
  }
  return {named(commands, first), 1};
}

/// The whole word that `beginning` begins; empty when there is none. Several are an error.
std::string completed(const std::vector<Command>& commands, const std::string& beginning) {
  std::vector<std::string> fitting = first_words(commands);
  std::erase_if(fitting, [&](const std::string& word) { return !word.starts_with(beginning); });
  if (fitting.size() > 1) {
    throw Error(Status::usage, fmt::format("'{}' fits several commands", beginning), {},
                fmt::format("{}", fmt::join(fitting, ", ")));
  }
  return fitting.empty() ? std::string() : fitting.front();
}

Error unknown_command(const std::vector<Command>& commands, const std::string& word) {
  const std::string meant = closest(word, first_words(commands));
  return {Status::usage,
          fmt::format("unknown command '{}'", word),
          {},
          meant.empty() ? "'oneonone help --all' lists the commands"
                        : fmt::format("did you mean '{}'?", meant)};
}

}  // namespace

Choice choose(const std::vector<Command>& commands, const std::vector<std::string>& words,
              bool abbreviated) {
  std::string first = words.front();
  for (const auto& [synonym, name] : synonyms) {
    if (first == synonym && named(commands, first) == nullptr) first = name;
  }
  Choice choice = exact(commands, first, words);
  if (choice.command == nullptr && abbreviated && !first.empty()) {
    const std::string whole = completed(commands, first);
    if (!whole.empty()) choice = exact(commands, whole, words);
  }
  if (choice.command == nullptr) throw unknown_command(commands, words.front());
  return choice;
}

}  // namespace oneonone
