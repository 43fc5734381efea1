// SPDX-License-Identifier: MIT
// Options and positional arguments as they were declared, and what can be said about them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.hpp"
#include "cli/help_text.hpp"
#include "error.hpp"

namespace oneonone {

/// An option, and where its values go.
struct OptionSpec {
  std::string names;    ///< "-a,--another"
  std::string metavar;  ///< empty for a flag
  std::string help;
  std::function<void(const std::vector<std::string>&)> take;

  bool is_flag() const { return metavar.empty(); }
  bool has_name(std::string_view name) const;
  /// False when the word surely does not name it: neither by a long name nor by its letter, which
  /// may stand among others (`-nq`).
  bool may_be(std::string_view word) const;
  std::vector<std::string> split_names() const;
  /// The name to speak of: the last one.
  std::string name() const { return split_names().back(); }
};

/// A positional argument, and where its words go.
struct PositionalSpec {
  std::string metavar;
  std::string help;
  bool required = true;
  bool many = false;
  const std::optional<std::string>* synonym = nullptr;  ///< set already when its option was given
  std::function<void(const std::vector<std::string>&)> take;

  /// `NAME`, `[DATE]`, `ID…`
  std::string shown() const;
};

OptionSpec flag_option(std::string names, bool& value, std::string help);
OptionSpec text_option(std::string names, std::optional<std::string>& value, std::string metavar,
                       std::string help);
/// The options of every command, bound to `globals`.
std::vector<OptionSpec> global_options(Globals& globals);

/// True for `-x` and `--any`, not for `-`.
bool is_option_word(std::string_view word);
bool is_long(std::string_view name);
/// The name in front of a `=`.
std::string_view name_of(std::string_view word);

/// The option of a name such as `--another`; nothing when there is none.
const OptionSpec* find_option(const std::vector<OptionSpec>& options, std::string_view name);
/// How many words an option takes that stands as `word`: 1, 2 with its value, 0 for no option.
std::size_t words_taken(const std::vector<OptionSpec>& options, const std::string& word);
std::vector<std::string> long_names(const std::vector<OptionSpec>& options);
std::vector<HelpRow> option_rows(const std::vector<OptionSpec>& options);
/// What to say of a word that is none of the options.
Error unknown_option(const std::string& word, const std::vector<OptionSpec>& options);

}  // namespace oneonone
