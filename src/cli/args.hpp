// SPDX-License-Identifier: MIT
// Declares and reads the command line of one command. The only face of CLI11.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oneonone {

/// Options every command has.
struct Globals {
  std::optional<std::string> notebook;  ///< -C, --notebook
  std::optional<std::string> today;     ///< --today
  std::optional<std::string> format;    ///< --format
  std::string colour = "auto";          ///< --color: auto, always, never
  bool json = false;
  bool zero = false;      ///< -0
  bool dry_run = false;   ///< -n, --dry-run
  bool no_input = false;  ///< --no-input
  bool no_pager = false;
  bool quiet = false;    ///< -q: no talk on standard error but errors
  bool help = false;     ///< -h, --help
  bool version = false;  ///< -V, --version

  /// True when the items are asked for rather than the view: --json, --format or -0.
  bool wants_items() const { return json || zero || format.has_value(); }
};

/// The arguments of one command. Names of options are written "-a,--another"; the variable bound
/// must live until the arguments are read. Positionals come in the order of declaration.
class Args {
 public:
  Args(std::string_view command, std::string_view summary);
  ~Args();
  Args(Args&&) noexcept;

  void flag(const std::string& names, bool& value, const std::string& help);
  void option(const std::string& names, std::optional<std::string>& value,
              const std::string& metavar, const std::string& help);
  void option(const std::string& names, std::vector<std::string>& values,
              const std::string& metavar,
              const std::string& help);  ///< may be given several times, one value each
  void option(const std::string& names, std::optional<int>& value, int low, int high,
              const std::string& metavar, const std::string& help);
  void positional(const std::string& metavar, std::string& value, const std::string& help);
  void positional(const std::string& metavar, std::optional<std::string>& value,
                  const std::string& help);
  void rest(const std::string& metavar, std::vector<std::string>& values, bool required,
            const std::string& help);
  /// A positional DATE and its synonym `--date DATE` for one variable; both together are refused.
  void date(std::optional<std::string>& value, const std::string& help, bool required = false);
  /// A line of the help's examples: the words after `oneonone`, and what they do. The first one
  /// also stands in the overview of all commands.
  void example(const std::string& words, const std::string& what);

  /// Reads the words after the command's name. Throws Error{usage} with what is wrong and a hint
  /// that shows the command's usage line.
  void parse(const std::vector<std::string>& words, Globals& globals);
  /// Examples first, then arguments and options (what --help prints).
  std::string help() const;
  /// `oneonone new [OPTIONS] PERSON [DATE]`
  std::string usage() const;
  /// Every long option of this command, without the globals: for the tests of the manual.
  std::vector<std::string> long_options() const;
  /// What the word after `words` would be, as help calls it: `PERSON`, `DATE`, or the value of an
  /// option that the last of them is. Empty when no word is wanted.
  std::string awaited(const std::vector<std::string>& words) const;
  /// Every long option, those of every command too, and what it does.
  std::vector<std::pair<std::string, std::string>> option_help() const;
  /// The words of the first example; empty when there is none.
  std::string first_example() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The index of the first word, from `from` on, that is neither an option of `Globals` nor the
/// value of one; the number of words when there is none.
std::size_t first_word(const std::vector<std::string>& words, std::size_t from = 0);

/// The section of help about the options of `Globals`.
std::string global_help();

}  // namespace oneonone
