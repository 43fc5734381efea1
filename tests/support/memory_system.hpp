// SPDX-License-Identifier: MIT
// A world in memory: what a test puts in, what the program touched, what it said.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "system/system.hpp"

namespace oneonone::testing {

/// Where paths that are not absolute lie, and where the program stands unless told otherwise.
inline constexpr std::string_view notebook_folder = "/notebook";

struct MemoryClock final : Clock {
  Date now;                   ///< set it: time stands still
  double seconds_a_look = 0;  ///< what goes by each time somebody asks for the seconds
  mutable double passed = 0;

  Date today() const override { return now; }
  /// Lives where clocks show UTC.
  Date day_at(std::int64_t moment) const override { return Date::from_days(moment / 86400); }
  double seconds() const override { return passed += seconds_a_look; }
};

struct MemoryEnvironment final : Environment {
  std::map<std::string, std::string, std::less<>> variables;
  std::string folder{notebook_folder};
  std::string user = "dana";

  std::optional<std::string> get(std::string_view name) const override;
  std::string current_folder() const override { return folder; }
  std::string login() const override { return user; }
};

/// Files by path. The test's own functions take paths relative to the notebook and are not logged.
class MemoryFiles final : public Files {
 public:
  /// Puts a file there, and the folders above it.
  void put(std::string_view path, std::string_view bytes);
  void remove(std::string_view path);
  bool has(std::string_view path) const;
  /// The bytes of a file; fails the test when it is not there.
  const std::string& text(std::string_view path) const;
  /// All files, paths relative to the notebook, for comparing whole worlds.
  std::map<std::string, std::string> all() const;

  /// From now on reading this file, or listing this folder, is refused.
  void make_unreadable(std::string_view path);
  /// The nth scan of this file from now (1 is the next) cannot read it.
  void fail_scan(std::string_view path, int nth);
  /// The nth write from now (1 is the next) is refused and changes nothing; 0 takes it back.
  void fail_write(int nth) { writes_to_failure_ = nth; }

  /// What the program did, in order: "read P", "scan P" (each file of a scan), "list P", "look P"
  /// (kind, mode, resolve), "make P", "write P", "rename P Q", "erase P", "keep P" (make_durable),
  /// "lock P", "unlock P". Paths are relative to the notebook; the notebook itself is ".".
  mutable std::vector<std::string> log;
  /// The entries of the log that begin with a word: `touched("write")`.
  std::vector<std::string> touched(std::string_view word) const;

  FileKind kind(const std::string& path) const override;
  bool is_link(const std::string&) const override { return false; }
  unsigned mode(const std::string& path) const override;
  std::optional<std::string> resolve(const std::string& path) const override;
  std::optional<std::vector<Entry>> list(const std::string& folder) const override;
  std::optional<std::string> read(const std::string& path) const override;
  /// Visits the last file first: nobody may rely on the order.
  void scan_batches(const NextBatch& next) const override;
  void make_folder(const std::string& path) override;
  void write(const std::string& path, std::string_view bytes, bool exclusive,
             unsigned mode) override;
  void rename(const std::string& from, const std::string& to) override;
  void erase(const std::string& path) override;
  void make_durable(const std::string& folder) override;
  void close_to_others(const std::string& path) override;
  std::unique_ptr<Lock> lock(const std::string& folder) override;

 private:
  struct File {
    std::string bytes;
    unsigned mode = 0600;
  };

  FileKind kind_at(const std::string& place) const;
  void note(std::string_view what, const std::string& place) const;

  std::map<std::string, File, std::less<>> files_;  ///< by absolute path
  std::set<std::string, std::less<>> folders_{"/", std::string(notebook_folder)};
  std::set<std::string, std::less<>> unreadable_;
  mutable std::map<std::string, int, std::less<>> scans_to_failure_;
  int writes_to_failure_ = 0;
};

/// Programs are functions of the test; one that is not set is a program that is not there (127).
struct MemoryProcesses final : Processes {
  using Arguments = std::vector<std::string>;
  std::function<Ran(const Arguments&, const std::string& folder)> on_run;
  std::function<Ran(const Arguments&, const std::string& folder)> on_capture;
  std::function<Ran(const Arguments&, const std::string& folder, bool may_ask)> on_listen;
  std::function<Ran(const Arguments&, std::string_view input)> on_feed;
  std::vector<Arguments> started;  ///< every program in order, however it was started

  Ran run(const Arguments& arguments, const std::string& folder) override;
  Ran capture(const Arguments& arguments, const std::string& folder) override;
  Ran listen(const Arguments& arguments, const std::string& folder, bool may_ask) override;
  Ran feed(const Arguments& arguments, std::string_view input) override;
};

/// No terminal unless told, 80 by 24.
struct MemoryTerminal final : Terminal {
  std::string output;             ///< what was written to standard output
  std::string errors;             ///< what was written to standard error
  std::deque<std::string> input;  ///< the lines that will be read
  bool is_terminal = false;       ///< of all three streams
  int width = 80;

  bool input_is_terminal() const override { return is_terminal; }
  bool output_is_terminal() const override { return is_terminal; }
  bool error_is_terminal() const override { return is_terminal; }
  int columns() const override { return width; }
  int rows() const override { return 24; }
  void out(std::string_view bytes) override { output += bytes; }
  void err(std::string_view bytes) override { errors += bytes; }
  std::optional<std::string> read_line() override;
};

/// All of it. `MemorySystem world{{"oneonone.yaml", "format: 1\n"}};`
struct MemorySystem {
  MemorySystem() = default;
  MemorySystem(std::initializer_list<std::pair<std::string_view, std::string_view>> put);

  MemoryClock clock;
  MemoryEnvironment environment;
  MemoryFiles files;
  MemoryProcesses processes;
  MemoryTerminal terminal;

  System system() { return {clock, environment, files, processes, terminal}; }
};

}  // namespace oneonone::testing
