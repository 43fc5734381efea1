// SPDX-License-Identifier: MIT
// System calls the way all posix files want them: descriptors owned, retried, errors in words.
#pragma once

#include <sys/types.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <utility>

namespace oneonone {

/// Calls again for as long as a signal interrupts: only then is -1 an answer.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

/// The calls of a scan, without the C library's question whether this thread was cancelled: none is
/// here, and that takes a fiftieth of the time. As they are but for the names.
namespace uncancelled {
int open_at(int folder, const char* path, int flags);
ssize_t read_at(int file, char* bytes, std::size_t size, off_t from);
int close(int file);
}  // namespace uncancelled

/// An open file, closed with the value.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  /// False, with errno set, when the system reports what an earlier write could not do.
  bool close() noexcept;

 private:
  int number_;
};

/// What an errno means, as the end of a sentence: "permission denied".
std::string reason(int error);

/// Throws Error{failed} "`what`: `reason(error)`" at `where`.
[[noreturn]] void fail(std::string_view what, int error, const std::string& where);

/// True for the two errors that mean "there is no such file", and for no other.
bool is_absent(int error);

/// Writes everything; false with errno set when that cannot be done. Waits when the other end is
/// slow, even when somebody made it non-blocking.
bool write_all(int descriptor, std::string_view bytes);

/// Why a file cannot be used as a note, said alike by `read` and by `scan`.
inline constexpr std::string_view no_regular_file = "it is not a regular file";
inline constexpr std::string_view too_large = "it is larger than 8 MiB";
inline constexpr std::string_view size_changed = "its size changed while it was being read";
inline constexpr long long largest_file = 8LL * 1024 * 1024;

/// The sentence for an errno of open or read.
std::string unreadable(int error);

/// Opens a file for reading without ever waiting for it (a pipe without a writer). `more_flags` are
/// of open(2).
Descriptor open_to_read(int folder, const char* path, int more_flags = 0);

/// The folder that a path lies in: "." for a bare name, "/" for "/".
std::string parent_of(const std::string& path);

/// Opens a folder. Throws Error{failed}.
Descriptor open_folder(const std::string& path);

/// Makes durable which names a folder holds. Throws Error{failed}.
void sync_folder(const Descriptor& folder, const std::string& path);
void sync_folder(const std::string& path);

/// Renames, never over something that exists. Returns 0 or the errno: EEXIST when it exists.
int rename_without_replacing(int from_folder, const char* from, int to_folder, const char* to);

}  // namespace oneonone
