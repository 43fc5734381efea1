// SPDX-License-Identifier: MIT
// Options and positional arguments as they were declared, and what can be said about them.
#include "cli/declared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace oneonone {
namespace {

using Words = std::vector<std::string>;

void take_colour(std::string& colour, const std::string& word) {
  if (word != "auto" && word != "always" && word != "never") {
    throw Error(Status::usage, fmt::format("'{}' is none of auto, always, never", word), "--color");
  }
  colour = word;
}

/// The first of some names, which is taken off.
std::string_view take_name(std::string_view& names) {
  const std::size_t end = std::min(names.find(','), names.size());
  const std::string_view name = names.substr(0, end);
  names.remove_prefix(std::min(end + 1, names.size()));
  return name;
}

HelpRow option_row(const OptionSpec& option) {
  const Words names = option.split_names();
  std::string term = is_long(names.front()) ? "    " : "";
  term += fmt::format("{}", fmt::join(names, ", "));
  if (!option.is_flag()) term += ' ' + option.metavar;
  return {std::move(term), option.help};
}

}  // namespace

std::size_t words_taken(const std::vector<OptionSpec>& options, const std::string& word) {
  if (is_long(word)) {
    const OptionSpec* option = find_option(options, name_of(word));
    if (option == nullptr) return 0;
    return option->is_flag() || word.find('=') != std::string::npos ? 1 : 2;
  }
  for (std::size_t i = 1; i < word.size(); ++i) {
    const OptionSpec* option = find_option(options, std::string{'-', word[i]});
    if (option == nullptr) return 0;
    if (!option->is_flag()) return i + 1 == word.size() ? 2 : 1;
  }
  return 1;
}

bool OptionSpec::has_name(std::string_view name) const {
  std::string_view left = names;
  while (!left.empty()) {
    if (take_name(left) == name) return true;
  }
  return false;
}

bool OptionSpec::may_be(std::string_view word) const {
  if (is_long(word)) return has_name(name_of(word));
  return word.starts_with('-') && std::any_of(word.begin(), word.end(), [this](char letter) {
           return has_name(std::string{'-', letter});
         });
}

std::vector<std::string> OptionSpec::split_names() const {
  Words out;
  std::string_view left = names;
  while (!left.empty()) out.emplace_back(take_name(left));
  return out;
}

std::string PositionalSpec::shown() const {
  const std::string word = many ? metavar + "…" : metavar;
  return required ? word : '[' + word + ']';
}

bool is_option_word(std::string_view word) {
  return word.size() > 1 && word.front() == '-' && word[1] != ' ';
}
bool is_long(std::string_view name) {
  return name.starts_with("--");
}
std::string_view name_of(std::string_view word) {
  return word.substr(0, word.find('='));
}

OptionSpec flag_option(std::string names, bool& value, std::string help) {
  return {std::move(names), {}, std::move(help), [&value](const Words&) { value = true; }};
}

OptionSpec text_option(std::string names, std::optional<std::string>& value, std::string metavar,
                       std::string help) {
  return {std::move(names), std::move(metavar), std::move(help),
          [&value](const Words& given) { value = given.back(); }};
}

std::vector<OptionSpec> global_options(Globals& globals) {
  return {
      text_option("-C,--notebook", globals.notebook, "DIR", "use the notebook in DIR"),
      flag_option("-n,--dry-run", globals.dry_run, "show what would be written, write nothing"),
      flag_option("--json", globals.json, "print the list as JSON"),
      text_option("--format", globals.format, "PATTERN",
                  "print each item so, such as '{id} {text}'"),
      flag_option("-0", globals.zero, "end each item with NUL, for xargs -0"),
      flag_option("-q,--quiet", globals.quiet, "say nothing on standard error but errors"),
      text_option("--today", globals.today, "DATE", "take DATE for today"),
      {"--color", "WHEN", "colours: auto, always or never",
       [&globals](const Words& given) { take_colour(globals.colour, given.back()); }},
      flag_option("--no-input", globals.no_input, "never ask anything"),
      flag_option("--no-pager", globals.no_pager, "never start a pager"),
      flag_option("-h,--help", globals.help, "explain the command"),
      flag_option("-V,--version", globals.version, "print the version"),
  };
}

const OptionSpec* find_option(const std::vector<OptionSpec>& options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(), [name](const OptionSpec& option) {
    return option.has_name(name);
  });
  return found == options.end() ? nullptr : &*found;
}

std::vector<std::string> long_names(const std::vector<OptionSpec>& options) {
  Words out;
  for (const OptionSpec& option : options) {
    for (std::string& name : option.split_names()) {
      if (is_long(name)) out.push_back(std::move(name));
    }
  }
  return out;
}

std::vector<HelpRow> option_rows(const std::vector<OptionSpec>& options) {
  std::vector<HelpRow> rows;
  rows.reserve(options.size());
  for (const OptionSpec& option : options) rows.push_back(option_row(option));
  return rows;
}

Error unknown_option(const std::string& word, const std::vector<OptionSpec>& options) {
  const std::string name(is_long(word) ? name_of(word) : std::string_view(word));
  Error error(Status::usage, fmt::format("unknown option '{}'", name));
  if (is_long(name)) {
    const std::string meant = closest(name, long_names(options));
    if (!meant.empty()) error.hint = fmt::format("did you mean '{}'?", meant);
  } else if (name[1] >= '0' && name[1] <= '9') {
    error.hint = fmt::format("write '--' before it when it is no option: -- {}", name);
  }
  return error;
}

std::size_t first_word(const std::vector<std::string>& words, std::size_t from) {
  Globals unused;
  const std::vector<OptionSpec> options = global_options(unused);
  std::size_t i = from;
  while (i < words.size() && is_option_word(words[i])) {
    const std::size_t taken = words_taken(options, words[i]);
    if (taken == 0) return i;
    i += taken;
  }
  return std::min(i, words.size());
}

std::string global_help() {
  Globals unused;
  return help_section("Options of every command", option_rows(global_options(unused)));
}

}  // namespace oneonone
