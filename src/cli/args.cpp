// SPDX-License-Identifier: MIT
// Declares and reads the command line of one command. The only file that includes CLI11.
#include "cli/args.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "cli/declared.hpp"
#include "cli/help_text.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

using Words = std::vector<std::string>;

int bounded_number(const std::string& word, int low, int high, const std::string& name) {
  int number = 0;
  const char* end = word.data() + word.size();
  const auto [stop, problem] = std::from_chars(word.data(), end, number);
  if (problem != std::errc{} || stop != end || number < low || number > high) {
    throw Error(Status::usage, fmt::format("'{}' is no number from {} to {}", word, low, high),
                name);
  }
  return number;
}

/// The words for CLI11, which wants the last one first. An empty value gets a word of its own:
/// CLI11 would take `--recap=` for an option whose value is the word that follows.
Words for_cli11(Words::const_iterator first, Words::const_iterator last,
                const std::vector<OptionSpec>& options) {
  Words out;
  for (auto word = first; word != last; ++word) {
    const OptionSpec* option = find_option(options, name_of(*word));
    const bool empty_value = is_long(*word) && word->find('=') == word->size() - 1;
    if (empty_value && option != nullptr && !option->is_flag()) {
      out.insert(out.end(), {option->name(), ""});
    } else {
      out.push_back(*word);
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

struct Declared {
  const OptionSpec* option;
  const CLI::Option* made;
};

/// Declares what the words may name: to declare the others as well takes as long as all else that
/// comes before a command.
std::vector<Declared> declare_named(CLI::App& app, const std::vector<OptionSpec>& options,
                                    const Words& words) {
  std::vector<Declared> declared;
  for (const OptionSpec& option : options) {
    const auto names_it = [&option](const std::string& word) { return option.may_be(word); };
    if (std::none_of(words.begin(), words.end(), names_it)) continue;
    CLI::Option* made = option.is_flag() ? app.add_flag(option.names)
                                         : app.add_option(option.names, CLI::callback_t());
    made->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
    declared.push_back({&option, made});
  }
  return declared;
}

/// Parses with CLI11 and returns what is no option: unknown ones and positionals, in order.
Words read_options(Words reversed, const std::vector<OptionSpec>& options) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const std::vector<Declared> declared = declare_named(app, options, reversed);
  const std::string last = reversed.empty() ? "" : reversed.front();
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError&) {
    // Nothing is required and nothing is checked there, so all that can be missing is a value.
    const std::string name = is_long(last) ? last : std::string{'-', last.back()};
    const OptionSpec* option = find_option(options, name);
    throw Error(Status::usage,
                fmt::format("'{}' needs a value", name) +
                    (option == nullptr ? "" : fmt::format(": {} {}", name, option->metavar)));
  }
  for (const auto& [option, made] : declared) {
    const Words& given = made->results();
    if (given.empty()) continue;
    if (option->is_flag() && given.back() != "true") {
      throw Error(Status::usage, fmt::format("'{}' takes no value", option->name()));
    }
    option->take(given);
  }
  return app.remaining();
}

/// Hands the words to the positionals in order.
void read_positionals(const std::vector<PositionalSpec>& positionals, const Words& words) {
  std::size_t next = 0;
  for (const PositionalSpec& positional : positionals) {
    const bool given = positional.synonym != nullptr && positional.synonym->has_value();
    if (next == words.size()) {
      if (!positional.required || given) continue;
      throw Error(Status::usage, fmt::format("{} is missing", positional.metavar));
    }
    if (given) {
      throw Error(Status::usage, fmt::format("{} is given twice: '{}' and '{}'", positional.metavar,
                                             **positional.synonym, words[next]));
    }
    // A day is the last of them, and may be several words: `3 dec`.
    const bool takes_rest = positional.many || positional.synonym != nullptr;
    const std::size_t end = takes_rest ? words.size() : next + 1;
    positional.take(Words(words.begin() + static_cast<std::ptrdiff_t>(next),
                          words.begin() + static_cast<std::ptrdiff_t>(end)));
    next = end;
  }
  if (next < words.size()) {
    throw Error(Status::usage, fmt::format("too many words: '{}'", words[next]));
  }
}

}  // namespace

struct Args::Impl {
  std::string command;  ///< empty: the program without a command
  std::string summary;
  std::vector<OptionSpec> options;
  std::vector<PositionalSpec> positionals;
  std::vector<HelpRow> examples;

  std::vector<OptionSpec> all_options(Globals& globals) const;
  void read(const Words& words, Globals& globals) const;
};

std::vector<OptionSpec> Args::Impl::all_options(Globals& globals) const {
  std::vector<OptionSpec> all = options;
  for (OptionSpec& option : global_options(globals)) all.push_back(std::move(option));
  return all;
}

void Args::Impl::read(const Words& words, Globals& globals) const {
  const std::vector<OptionSpec> all = all_options(globals);
  const auto end_of_options = std::find(words.begin(), words.end(), "--");
  Words rest = read_options(for_cli11(words.begin(), end_of_options, all), all);
  if (globals.help || globals.version) return;
  const auto unknown = std::find_if(rest.begin(), rest.end(), is_option_word);
  if (unknown != rest.end()) throw unknown_option(*unknown, all);
  if (end_of_options != words.end()) rest.insert(rest.end(), end_of_options + 1, words.end());
  read_positionals(positionals, rest);
}

Args::Args(std::string_view command, std::string_view summary)
    : impl_(std::make_unique<Impl>(Impl{std::string(command), std::string(summary), {}, {}, {}})) {}
Args::~Args() = default;
Args::Args(Args&&) noexcept = default;

void Args::flag(const std::string& names, bool& value, const std::string& help) {
  impl_->options.push_back(flag_option(names, value, help));
}

void Args::option(const std::string& names, std::optional<std::string>& value,
                  const std::string& metavar, const std::string& help) {
  impl_->options.push_back(text_option(names, value, metavar, help));
}

void Args::option(const std::string& names, std::vector<std::string>& values,
                  const std::string& metavar, const std::string& help) {
  impl_->options.push_back(
      {names, metavar, help, [&values](const Words& given) { values = given; }});
}

void Args::option(const std::string& names, std::optional<int>& value, int low, int high,
                  const std::string& metavar, const std::string& help) {
  OptionSpec made{names, metavar, help, {}};
  made.take = [&value, low, high, name = made.name()](const Words& given) {
    value = bounded_number(given.back(), low, high, name);
  };
  impl_->options.push_back(std::move(made));
}

void Args::positional(const std::string& metavar, std::string& value, const std::string& help) {
  impl_->positionals.push_back({metavar, help, true, false, nullptr,
                                [&value](const Words& given) { value = given.front(); }});
}

void Args::positional(const std::string& metavar, std::optional<std::string>& value,
                      const std::string& help) {
  impl_->positionals.push_back({metavar, help, false, false, nullptr,
                                [&value](const Words& given) { value = given.front(); }});
}

void Args::rest(const std::string& metavar, std::vector<std::string>& values, bool required,
                const std::string& help) {
  impl_->positionals.push_back(
      {metavar, help, required, true, nullptr, [&values](const Words& given) { values = given; }});
}

void Args::date(std::optional<std::string>& value, const std::string& help, bool required) {
  option("--date", value, "DATE", "the same as DATE");
  impl_->positionals.push_back(
      {"DATE", help, required, false, &value,
       [&value](const Words& given) { value = fmt::format("{}", fmt::join(given, " ")); }});
}

void Args::example(const std::string& words, const std::string& what) {
  impl_->examples.push_back({words, what});
}

void Args::parse(const std::vector<std::string>& words, Globals& globals) {
  try {
    impl_->read(words, globals);
  } catch (Error& error) {
    if (error.hint.empty()) error.hint = usage();
    throw;
  }
}

std::string Args::usage() const {
  if (impl_->command.empty()) return "oneonone [OPTIONS] COMMAND [ARGUMENTS]";
  std::string line = "oneonone " + impl_->command + " [OPTIONS]";
  for (const PositionalSpec& positional : impl_->positionals) line += ' ' + positional.shown();
  return line;
}

std::string Args::help() const {
  std::vector<HelpRow> examples = impl_->examples;
  for (HelpRow& row : examples) row.term.insert(0, "oneonone ");
  std::vector<HelpRow> arguments;
  for (const PositionalSpec& positional : impl_->positionals) {
    arguments.push_back({positional.metavar, positional.help});
  }
  std::string out = help_paragraph("oneonone " + impl_->command + ": " + impl_->summary, 2);
  const std::array sections{
      help_section("Usage", {{usage(), ""}}), help_section("Examples", examples),
      help_section("Arguments", arguments), help_section("Options", option_rows(impl_->options))};
  for (const std::string& section : sections) {
    if (!section.empty()) out += '\n' + section;
  }
  return out + '\n' +
         help_paragraph(
             "Every command also takes -C DIR, -n, --json, --format PATTERN, -0, -q, --today DATE, "
             "--color WHEN, --no-input and --no-pager: see 'oneonone help --all'.");
}

std::vector<std::string> Args::long_options() const {
  return long_names(impl_->options);
}

std::string Args::awaited(const std::vector<std::string>& words) const {
  Globals unused;
  const std::vector<OptionSpec> all = impl_->all_options(unused);
  std::size_t place = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_option_word(words[i])) {
      ++place;
    } else if (words_taken(all, words[i]) == 2 && ++i == words.size()) {
      const std::string& last = words.back();
      return find_option(all, is_long(last) ? last : std::string{'-', last.back()})->metavar;
    }
  }
  const std::vector<PositionalSpec>& positionals = impl_->positionals;
  if (place >= positionals.size() && (positionals.empty() || !positionals.back().many)) return {};
  return positionals[std::min(place, positionals.size() - 1)].metavar;
}

std::vector<std::pair<std::string, std::string>> Args::option_help() const {
  Globals unused;
  std::vector<std::pair<std::string, std::string>> help;
  for (const OptionSpec& option : impl_->all_options(unused)) {
    if (is_long(option.name())) help.emplace_back(option.name(), option.help);
  }
  return help;
}

std::string Args::first_example() const {
  return impl_->examples.empty() ? std::string() : impl_->examples.front().term;
}

}  // namespace oneonone
