// SPDX-License-Identifier: MIT
// The program with a fault that was put in on purpose, named by ONEONONE_SEED: for the tests of the
// tests alone. All but the fault is the released program.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "app.hpp"
#include "error.hpp"
#include "memory.hpp"
#include "system/posix.hpp"
#include "system/posix_calls.hpp"

namespace oneonone {
namespace {

bool is_seed(std::string_view name) {
  const char* seed = std::getenv("ONEONONE_SEED");
  return seed != nullptr && seed == name;
}

/// A write such as many programs have, wrong in one way.
class CarelessWrite {
 public:
  CarelessWrite(const std::string& path, unsigned mode) : path_(path) {
    const std::string name = "/.oneonone-" + std::to_string(::getpid()) + "-careless";
    temporary_ = is_seed("truncates") ? path : parent_of(path) + name;
    file_ = Descriptor(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (!file_) fail("cannot write it", errno, path);
  }

  void run(std::string_view bytes) {
    if (is_seed("renames_first")) rename();
    if (!fill(bytes) && !is_seed("ignores_errors")) give_up();
    if (!is_seed("no_fsync") && ::fsync(file_.number()) != 0) give_up();
    file_.close();
    if (!is_seed("renames_first") && !is_seed("truncates")) rename();
    if (!is_seed("no_fsync") && !is_seed("no_folder_fsync")) sync_folder(parent_of(path_));
  }

 private:
  bool fill(std::string_view bytes) const {
    if (is_seed("short_is_whole")) return ::write(file_.number(), bytes.data(), bytes.size()) > 0;
    while (is_seed("interrupted") && !bytes.empty()) {
      const ssize_t count = ::write(file_.number(), bytes.data(), bytes.size());
      if (count < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return write_all(file_.number(), bytes);
  }

  void rename() const {
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) give_up();
  }

  [[noreturn]] void give_up() const {
    const int error = errno;
    if (!is_seed("leaves_temporary") && !is_seed("truncates")) ::unlink(temporary_.c_str());
    fail("cannot write it", error, path_);
  }

  std::string path_, temporary_;
  Descriptor file_;
};

bool writes_carelessly() {
  for (const char* seed :
       {"truncates", "renames_first", "ignores_errors", "no_fsync", "no_folder_fsync",
        "short_is_whole", "interrupted", "leaves_temporary", "never_sweeps"})
    if (is_seed(seed)) return true;
  return false;
}

class SeededFiles final : public Files {
 public:
  FileKind kind(const std::string& path) const override { return real_.kind(path); }
  bool is_link(const std::string& path) const override { return real_.is_link(path); }
  unsigned mode(const std::string& path) const override { return real_.mode(path); }
  std::optional<std::string> resolve(const std::string& path) const override {
    return real_.resolve(path);
  }
  std::optional<std::vector<Entry>> list(const std::string& folder) const override {
    if (is_seed("reader_writes")) ::mkdir((folder + "/.cache").c_str(), 0700);
    return real_.list(folder);
  }

  std::optional<std::string> read(const std::string& path) const override {
    if (const auto waiting = waiting_.find(path); waiting != waiting_.end()) return waiting->second;
    if (!is_seed("unreadable_is_empty")) return with_private(path, real_.read(path));
    try {
      return real_.read(path);
    } catch (const Error&) {
      return "";
    }
  }

  void scan_batches(const NextBatch& next) const override {
    if (!is_seed("unreadable_is_empty") && !is_seed("private_shown"))
      return real_.scan_batches(next);
    while (const auto batch = next()) {
      for (std::size_t i = 0; i < batch->names.size(); ++i)
        batch->visit(i, read(batch->folder + "/" + batch->names[i]).value_or(""));
      if (batch->join) batch->join();
      batch->done({});
    }
  }

  void make_folder(const std::string& path) override { real_.make_folder(path); }
  void rename(const std::string& from, const std::string& to) override { real_.rename(from, to); }
  void erase(const std::string& path) override { real_.erase(path); }
  void make_durable(const std::string& folder) override {
    if (!is_seed("no_fsync")) real_.make_durable(folder);
  }
  void close_to_others(const std::string& path) override { real_.close_to_others(path); }

  void write(const std::string& path, std::string_view bytes, bool exclusive,
             unsigned mode) override {
    if (writes_carelessly())
      CarelessWrite(path, mode).run(bytes);
    else if (is_seed("order_swapped"))
      waiting_[path] = bytes, order_.push_back(path);
    else
      real_.write(path, bytes, exclusive, mode);
  }

  std::unique_ptr<Lock> lock(const std::string& folder) override {
    if (is_seed("no_lock")) return std::make_unique<Lock>();
    auto lock = std::make_unique<SwappedLock>(*this);
    lock->real = real_.lock(folder);
    return lock;
  }

 private:
  /// Writes what waits, the last first.
  struct SwappedLock final : Lock {
    explicit SwappedLock(SeededFiles& owner) : files(owner) {}
    SwappedLock(const SwappedLock&) = delete;
    SwappedLock& operator=(const SwappedLock&) = delete;
    ~SwappedLock() override {
      for (auto path = files.order_.rbegin(); path != files.order_.rend(); ++path)
        files.real_.write(*path, files.waiting_.at(*path), false, 0600);
      files.waiting_.clear();
      files.order_.clear();
    }
    SeededFiles& files;
    std::unique_ptr<Lock> real;
  };

  /// A shared note with what stands in the private one of the same name.
  std::optional<std::string> with_private(std::string path,
                                          std::optional<std::string> bytes) const {
    const std::size_t at = path.find("/people/");
    if (!is_seed("private_shown") || at == std::string::npos || !bytes) return bytes;
    return *bytes + real_.read(path.replace(at, 8, "/private/")).value_or("");
  }

  PosixFiles real_;
  std::map<std::string, std::string> waiting_;
  std::vector<std::string> order_;
};

class SeededTerminal final : public Terminal {
 public:
  bool input_is_terminal() const override { return real_.input_is_terminal(); }
  bool output_is_terminal() const override { return real_.output_is_terminal(); }
  bool error_is_terminal() const override { return real_.error_is_terminal(); }
  int columns() const override { return real_.columns(); }
  int rows() const override { return real_.rows(); }
  void err(std::string_view bytes) override { real_.err(bytes); }
  std::optional<std::string> read_line() override { return real_.read_line(); }
  void out(std::string_view bytes) override {
    if (is_seed("output_unchecked"))
      static_cast<void>(write_all(STDOUT_FILENO, bytes));
    else
      real_.out(bytes);
  }

 private:
  PosixTerminal real_;
};

int run(int argc, char** argv) {
  limit_memory();
  if (!is_seed("limit_kills")) prepare_process();
  PosixClock clock;
  PosixEnvironment environment;
  SeededFiles files;
  PosixProcesses processes;
  SeededTerminal terminal;
  System system{clock, environment, files, processes, terminal};
  if (is_seed("prefers_ours") && argc > 1 && argv[1] == std::string_view("merge-driver")) return 0;
  const int status = run_app(system, argc, argv);
  count_memory();
  return is_seed("status_zero") ? 0 : status;
}

}  // namespace
}  // namespace oneonone

int main(int argc, char** argv) {
  return oneonone::run(argc, argv);
}
