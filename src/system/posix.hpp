// SPDX-License-Identifier: MIT
// The ports as Debian has them. main makes one PosixSystem; nobody else names it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "system/system.hpp"

namespace oneonone {

/// To be called first: a full disk and a closed pipe become errors instead of signals, and the
/// numbers of standard streams that are closed are never given to a file of the notebook.
void prepare_process();
/// To be called last: output is written, and what memory is left the kernel takes back sooner than
/// destructors give it.
[[noreturn]] void end_process(int status);

class PosixClock final : public Clock {
 public:
  Date today() const override;
  Date day_at(std::int64_t seconds) const override;
  double seconds() const override;
};

class PosixEnvironment final : public Environment {
 public:
  std::optional<std::string> get(std::string_view name) const override;
  std::string current_folder() const override;
  std::string login() const override;
};

class PosixFiles final : public Files {
 public:
  FileKind kind(const std::string& path) const override;
  bool is_link(const std::string& path) const override;
  unsigned mode(const std::string& path) const override;
  std::optional<std::string> resolve(const std::string& path) const override;
  std::optional<std::vector<Entry>> list(const std::string& folder) const override;
  std::optional<std::string> read(const std::string& path) const override;
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
  std::set<std::string> swept_;  ///< folders where what a killed run left has been removed
};

class PosixProcesses final : public Processes {
 public:
  Ran run(const std::vector<std::string>& arguments, const std::string& folder) override;
  Ran capture(const std::vector<std::string>& arguments, const std::string& folder) override;
  Ran listen(const std::vector<std::string>& arguments, const std::string& folder,
             bool may_ask) override;
  Ran feed(const std::vector<std::string>& arguments, std::string_view input) override;
};

class PosixTerminal final : public Terminal {
 public:
  bool input_is_terminal() const override;
  bool output_is_terminal() const override;
  bool error_is_terminal() const override;
  int columns() const override;
  int rows() const override;
  /// An Error without a message when the reader has gone: there is nobody to tell.
  void out(std::string_view bytes) override;
  void err(std::string_view bytes) override;
  std::optional<std::string> read_line() override;

 private:
  std::string pending_;  ///< what was read after the last line
};

/// Owns the real ports.
struct PosixSystem {
  PosixClock clock;
  PosixEnvironment environment;
  PosixFiles files;
  PosixProcesses processes;
  PosixTerminal terminal;

  System system() { return {clock, environment, files, processes, terminal}; }
};

}  // namespace oneonone
