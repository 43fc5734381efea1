// SPDX-License-Identifier: MIT
// One run of one command: the world, the notebook, and the only writer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.hpp"
#include "store/changes.hpp"
#include "store/notebook.hpp"
#include "system/system.hpp"

namespace oneonone {

class Session {
 public:
  Session(System& system, const Globals& globals);

  System& system() const { return system_; }
  const Globals& globals() const { return globals_; }
  /// --today, ONEONONE_TODAY, else the clock's. Throws Error{usage} for a day that does not exist.
  Date today() const { return today_; }
  /// Opened at the first call.
  Notebook& notebook();
  /// Opens the notebook in a folder, which is the one from now on.
  void open(const std::string& folder);
  /// The notebook when it has been opened; else nothing.
  const Notebook* opened() const { return notebook_ ? &*notebook_ : nullptr; }

  /// The only writer. Under -n prints the diff on standard output (with --json, where data must
  /// stay data, on standard error) and writes nothing.
  void apply(const std::vector<Change>& changes);
  /// True once a file of the notebook was written, or an editor may have.
  bool has_written() const { return written_; }
  /// Renames a file or folder of the notebook; under -n says so and does nothing.
  void rename(std::string_view from, std::string_view to);

  /// Takes files and empty folders of the notebook away, in this order; under -n does nothing.
  void erase(const std::vector<std::string>& paths);

  /// Reads a file that the user named on the command line, relative to the current folder; `-` is
  /// standard input. Throws Error{not_found} when there is none.
  std::string read_named(const std::string& path) const;
  /// Writes a file that the user named on the command line, whole or not at all; relative to the
  /// current folder. Under -n says so and does nothing.
  void write_named(const std::string& path, std::string_view bytes);

  /// One line of talk on standard error, made visible; silent with -q.
  void tell(std::string_view line) const;
  /// Remembers a file that could not be read: it is named at the end and 0 becomes 4.
  void unread(Unread file);
  const std::vector<Unread>& unread() const { return unread_; }

  /// True when a person can be asked: terminals on both ends, no --no-input.
  bool can_ask() const;
  /// Opens files of the notebook in the user's editor (ONEONONE_EDITOR, VISUAL, EDITOR,
  /// then sensible-editor, nano, vi) and returns its exit status. The command may hold options and
  /// blanks: it is run by /bin/sh with the files as arguments.
  int edit(const std::vector<std::string>& paths);

 private:
  std::string editor();
  void show(std::string_view text) const;

  System& system_;
  const Globals& globals_;
  Date today_;
  std::optional<Notebook> notebook_;
  std::vector<Unread> unread_;
  bool written_ = false;
};

}  // namespace oneonone
