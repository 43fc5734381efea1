// SPDX-License-Identifier: MIT
// A git repository, through the program git.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "system/system.hpp"

namespace oneonone {

/// The repository that a folder lies in. Nothing that is in its files can run a program: only a
/// `.git` makes a repository (a bare one can lie among the files of a clone and bring settings),
/// no file system monitor is asked, names are never patterns or options. What its user has set up
/// does run: hooks, filters, the way to the remote.
class Repository {
 public:
  /// Nothing when neither the folder nor one above it has a `.git`.
  static std::optional<Repository> around(const System& system, const std::string& folder);
  /// Nothing when the folder itself has none.
  static std::optional<Repository> at(const System& system, const std::string& folder);

  /// The same repository seen through another index, as git names one to its hooks.
  Repository with_index(const std::string& path) const;

  /// Where its files start: an absolute path. Paths that git is given and gives are relative to it.
  const std::string& top() const { return top_; }
  /// The way from the top to the folder, with a `/` at its end; empty when the folder is the top.
  const std::string& prefix() const { return prefix_; }

  /// What git prints; nothing when it fails.
  std::optional<std::string> ask(std::vector<std::string> arguments) const;
  /// The same without the last line's end.
  std::optional<std::string> ask_word(std::vector<std::string> arguments) const;
  /// True for a path that git is told to leave alone.
  bool ignores(const std::string& path) const;
  /// Has git do something: all that it and the user's hooks say. With `may_ask` it may ask for a
  /// passphrase on the terminal. No editor is opened.
  Ran act(std::vector<std::string> arguments, bool may_ask = false) const;
  /// Where git keeps its own files. Throws Error{failed} with git's reason when it cannot be asked
  /// at all: git is not there, or refuses the repository.
  const std::string& git_folder() const;

 private:
  Repository(const System& system, std::string top, std::string prefix);
  std::vector<std::string> command(std::vector<std::string> arguments) const;

  System system_;
  std::string top_, prefix_, index_;
  mutable std::string git_folder_;
};

}  // namespace oneonone
