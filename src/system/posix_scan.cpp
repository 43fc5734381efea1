// SPDX-License-Identifier: MIT
// Reading many files: one open, one read, one close a file. All threads of the program are here.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>

#include "error.hpp"
#include "system/posix.hpp"
#include "system/posix_calls.hpp"

namespace oneonone {
namespace {

using Unreadable = std::vector<std::pair<std::size_t, std::string>>;

constexpr std::size_t files_in_a_block = 64;
/// Below this many files the threads cost more than they give.
constexpr std::size_t files_worth_threads = 200;

/// Memory for one file at a time, untouched pages free.
class Buffer {
 public:
  char* data() { return data_.get(); }
  std::size_t size() const { return size_; }
  void grow(std::size_t size) {
    if (size <= size_) return;
    auto larger = std::make_unique_for_overwrite<char[]>(size);
    std::copy_n(data_.get(), size_, larger.get());
    data_ = std::move(larger);
    size_ = size;
  }

 private:
  std::size_t size_ = std::size_t{64} * 1024;
  std::unique_ptr<char[]> data_ = std::make_unique_for_overwrite<char[]>(size_);
};

/// Reads what is left of a file whose first `done` bytes filled the buffer. Returns what is wrong
/// with it, empty when nothing is.
std::string read_large(const Descriptor& file, Buffer& buffer, std::size_t& done) {
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return unreadable(errno);
  if (!S_ISREG(status.st_mode)) return std::string(no_regular_file);
  if (status.st_size > largest_file) return std::string(too_large);
  const auto size = static_cast<std::size_t>(status.st_size);
  buffer.grow(size + 1);
  while (done < buffer.size()) {
    const ssize_t count = uninterrupted([&] {
      return ::pread(file.number(), buffer.data() + done, buffer.size() - done,
                     static_cast<off_t>(done));
    });
    if (count < 0) return unreadable(errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done == size ? std::string() : std::string(size_changed);
}

/// True for a regular file; asked only of files that look empty, as devices may.
bool is_regular(const Descriptor& file) {
  struct stat status{};
  return ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
}

/// Reads one file into the buffer. Returns what is wrong with it, empty when nothing is.
std::string read_file(int folder, const std::string& name, Buffer& buffer, std::size_t& done) {
  const Descriptor file = open_to_read(folder, name.c_str());
  if (!file) return unreadable(errno);
  // pread, because it refuses pipes and terminals, which would have to be asked for otherwise.
  const ssize_t count =
      uninterrupted([&] { return ::pread(file.number(), buffer.data(), buffer.size(), 0); });
  if (count < 0) return unreadable(errno);
  done = static_cast<std::size_t>(count);
  if (done == buffer.size()) return read_large(file, buffer, done);
  if (done == 0 && !is_regular(file)) return std::string(no_regular_file);
  return {};
}

/// One scan: the workers take blocks of files until none is left.
class Scan {
 public:
  Scan(const Descriptor& folder, const std::vector<std::string>& names, const Files::Visit& visit)
      : folder_(folder), names_(names), visit_(visit) {}

  Unreadable run() {
    {
      std::vector<std::jthread> threads;
      start(threads);
      work();
    }
    if (failure_) std::rethrow_exception(failure_);
    std::sort(unreadable_.begin(), unreadable_.end());
    return std::move(unreadable_);
  }

 private:
  void start(std::vector<std::jthread>& threads) {
    if (names_.size() < files_worth_threads) return;
    const std::size_t blocks = (names_.size() + files_in_a_block - 1) / files_in_a_block;
    // Four even on one processor: on a cold disk they wait side by side.
    const std::size_t wanted = std::clamp(std::thread::hardware_concurrency(), 4U, 8U);
    try {
      while (threads.size() + 1 < std::min(wanted, blocks))
        threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // No more threads to be had: those that run do all the work.
      return;
    }
  }

  void work() noexcept {
    try {
      Buffer buffer;
      Unreadable unreadable;
      while (take_block(buffer, unreadable)) continue;
      const std::scoped_lock lock(mutex_);
      std::move(unreadable.begin(), unreadable.end(), std::back_inserter(unreadable_));
    } catch (...) {
      next_ = names_.size();
      const std::scoped_lock lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  bool take_block(Buffer& buffer, Unreadable& unreadable) {
    const std::size_t begin = next_.fetch_add(files_in_a_block);
    if (begin >= names_.size()) return false;
    const std::size_t end = std::min(begin + files_in_a_block, names_.size());
    for (std::size_t index = begin; index < end; ++index) {
      std::size_t size = 0;
      std::string wrong = read_file(folder_.number(), names_[index], buffer, size);
      if (wrong.empty())
        visit_(index, std::string_view(buffer.data(), size));
      else
        unreadable.emplace_back(index, std::move(wrong));
    }
    return true;
  }

  const Descriptor& folder_;
  const std::vector<std::string>& names_;
  const Files::Visit& visit_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  Unreadable unreadable_;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<std::pair<std::size_t, std::string>> PosixFiles::scan(
    const std::string& folder, const std::vector<std::string>& names, const Visit& visit) const {
  if (names.empty()) return {};
  const Descriptor open = open_folder(folder);
  return Scan(open, names, visit).run();
}

}  // namespace oneonone
