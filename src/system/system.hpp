// SPDX-License-Identifier: MIT
// The world as small ports. main makes the real ones; tests make them in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.hpp"

namespace oneonone {

struct Clock {
  virtual ~Clock() = default;
  /// The local civil day.
  virtual Date today() const = 0;
  /// The local civil day of a moment: seconds since the beginning of 1970, UTC.
  virtual Date day_at(std::int64_t seconds) const = 0;
  /// Seconds since some moment, for telling how long something takes.
  virtual double seconds() const = 0;
};

struct Environment {
  virtual ~Environment() = default;
  /// A variable's value; nothing when it is not set or empty.
  virtual std::optional<std::string> get(std::string_view name) const = 0;
  /// The absolute path of the current folder.
  virtual std::string current_folder() const = 0;
  /// The user's login name; empty when nobody knows.
  virtual std::string login() const = 0;
};

enum class FileKind { none, file, folder, other };

struct Entry {
  std::string name;
  FileKind kind = FileKind::none;  ///< links are followed
  bool is_link = false;
};

/// Files by absolute path, or relative to the current folder. Every failure but "there is no such
/// file" throws Error{failed} with the path in `where`: unreadable is never taken for empty.
struct Files {
  virtual ~Files() = default;

  virtual FileKind kind(const std::string& path) const = 0;
  virtual bool is_link(const std::string& path) const = 0;
  /// Permission bits, 0 when the path is not there.
  virtual unsigned mode(const std::string& path) const = 0;
  /// The path with links, `.` and `..` resolved; nothing when it is not there.
  virtual std::optional<std::string> resolve(const std::string& path) const = 0;
  /// The entries of a folder in byte order, without `.` and `..`; nothing when it is not there.
  virtual std::optional<std::vector<Entry>> list(const std::string& folder) const = 0;
  /// The whole of a regular file, its size checked; nothing when it is not there. Refuses what is
  /// no regular file and what is over 8 MiB.
  virtual std::optional<std::string> read(const std::string& path) const = 0;

  /// So many files that follow each other, from a multiple of it on, are a block.
  static constexpr std::size_t block_size = 32;
  /// Called with an index into `names` and the file's bytes, valid during the call. May be called
  /// from several threads at once: those of a block come in order, one at a time, but blocks do
  /// not. It writes what belongs to its file or its block and nothing else.
  using Visit = std::function<void(std::size_t index, std::string_view bytes)>;
  /// The indexes of files that could not be read, each with the reason, in order; a file that has
  /// gone is one of them.
  using Unreadable = std::vector<std::pair<std::size_t, std::string>>;
  /// Files below one folder, and what to do once all of them were visited.
  struct Batch {
    std::string folder;
    std::vector<std::string> names;
    /// As Visit; gives why the file cannot be used, which makes it an unreadable one, or nothing.
    std::function<std::string(std::size_t index, std::string_view bytes)> visit;
    /// Comes before `done`, in any thread and without a turn: it touches nothing but what belongs
    /// to its batch. May be empty.
    std::function<void()> join;
    std::function<void(Unreadable unreadable)> done;
  };
  using NextBatch = std::function<std::optional<Batch>()>;
  /// Reads batch after batch until `next` gives none. `next` and all `done` may be called from
  /// several threads, one at a time, while other threads still visit files.
  virtual void scan_batches(const NextBatch& next) const = 0;
  /// Reads one batch.
  Unreadable scan(const std::string& folder, const std::vector<std::string>& names,
                  const Visit& visit) const;

  /// Makes a folder and its parents, mode 0700. Nothing happens when it is there.
  virtual void make_folder(const std::string& path) = 0;
  /// Replaces the file whole: temp file beside it, fsync, rename, fsync of the folder. Mode and
  /// link target are kept; a new file gets 0600 (or `mode`). With `exclusive`, refuses when the
  /// file exists.
  virtual void write(const std::string& path, std::string_view bytes, bool exclusive,
                     unsigned mode = 0600) = 0;
  /// Renames a file or a folder, never over something that exists, and makes it durable.
  virtual void rename(const std::string& from, const std::string& to) = 0;

  /// Takes a file, a link itself, or an empty folder away, and makes that durable. Nothing happens
  /// when it is not there.
  virtual void erase(const std::string& path) = 0;

  /// Puts on the disk what other programs (git) have written to the folder's filesystem.
  virtual void make_durable(const std::string& folder) = 0;

  /// Takes away what others on the machine may do with a file or folder.
  virtual void close_to_others(const std::string& path) = 0;

  struct Lock {
    virtual ~Lock() = default;
  };
  /// Waits for the lock on a folder and holds it until the value is destroyed.
  virtual std::unique_ptr<Lock> lock(const std::string& folder) = 0;
};

struct Ran {
  int status = 0;      ///< the exit status; 127 when the program is not there, 128+N after signal N
  std::string output;  ///< what it said, when that was kept
};

struct Processes {
  virtual ~Processes() = default;
  /// Runs a program found in PATH with the terminal's own streams and waits for it.
  virtual Ran run(const std::vector<std::string>& arguments, const std::string& folder) = 0;
  /// Runs a program and keeps what it prints on standard output; standard error is discarded.
  virtual Ran capture(const std::vector<std::string>& arguments, const std::string& folder) = 0;
  /// Runs a program and keeps all that it says, standard error too, in the order in which it says
  /// it. With `may_ask` it may ask on the terminal, for a passphrase.
  virtual Ran listen(const std::vector<std::string>& arguments, const std::string& folder,
                     bool may_ask) = 0;
  /// Runs a program and gives it `input` on standard input (a pager).
  virtual Ran feed(const std::vector<std::string>& arguments, std::string_view input) = 0;
};

struct Terminal {
  virtual ~Terminal() = default;
  virtual bool input_is_terminal() const = 0;
  virtual bool output_is_terminal() const = 0;
  virtual bool error_is_terminal() const = 0;
  /// Columns of standard output; 80 when it is no terminal or does not say.
  virtual int columns() const = 0;
  virtual int rows() const = 0;
  /// Writes data to standard output; throws Error{failed} when it cannot be written.
  virtual void out(std::string_view bytes) = 0;
  /// Writes talk to standard error.
  virtual void err(std::string_view bytes) = 0;
  /// The next line of standard input without its ending; nothing at the end.
  virtual std::optional<std::string> read_line() = 0;
};

/// Everything outside the program.
struct System {
  Clock& clock;
  Environment& environment;
  Files& files;
  Processes& processes;
  Terminal& terminal;
};

}  // namespace oneonone
