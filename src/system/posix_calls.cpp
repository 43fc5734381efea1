// SPDX-License-Identifier: MIT
// System calls the way all posix files want them: descriptors owned, retried, errors in words.
#include "system/posix_calls.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <system_error>

#include "error.hpp"

namespace oneonone {

namespace uncancelled {

#if defined(__linux__) && defined(__LP64__)
int open_at(int folder, const char* path, int flags) {
  return static_cast<int>(::syscall(SYS_openat, folder, path, flags));
}
ssize_t read_at(int file, char* bytes, std::size_t size, off_t from) {
  return ::syscall(SYS_pread64, file, bytes, size, from);
}
int close(int file) {
  return static_cast<int>(::syscall(SYS_close, file));
}
#else
int open_at(int folder, const char* path, int flags) {
  return ::openat(folder, path, flags);
}
ssize_t read_at(int file, char* bytes, std::size_t size, off_t from) {
  return ::pread(file, bytes, size, from);
}
int close(int file) {
  return ::close(file);
}
#endif

}  // namespace uncancelled

bool Descriptor::close() noexcept {
  if (number_ < 0) return true;
  // Linux frees the number even when it reports EINTR: calling again could close another file.
  return uncancelled::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
}

std::string reason(int error) {
  std::string words = std::generic_category().message(error);
  const bool is_capital = !words.empty() && words[0] >= 'A' && words[0] <= 'Z';
  if (is_capital) words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

void fail(std::string_view what, int error, const std::string& where) {
  throw Error(Status::failed, fmt::format("{}: {}", what, reason(error)), where);
}

bool is_absent(int error) {
  return error == ENOENT || error == ENOTDIR;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count =
        uninterrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      pollfd ready{descriptor, POLLOUT, 0};
      if (uninterrupted([&] { return ::poll(&ready, 1, -1); }) < 0) return false;
    } else {
      return false;
    }
  }
  return true;
}

std::string unreadable(int error) {
  if (error == EISDIR) return "it is a folder, not a file";
  // The first is what pread says of a pipe, the second what open says of a socket.
  if (error == ESPIPE || error == ENXIO) return std::string(no_regular_file);
  return fmt::format("cannot read it: {}", reason(error));
}

Descriptor open_to_read(int folder, const char* path, int more_flags) {
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | more_flags;
  return Descriptor(uninterrupted([&] { return uncancelled::open_at(folder, path, flags); }));
}

std::string parent_of(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return "/";
  const std::size_t slash = path.rfind('/', end);
  if (slash == std::string::npos) return ".";
  const std::size_t last = path.find_last_not_of('/', slash);
  return last == std::string::npos ? "/" : path.substr(0, last + 1);
}

Descriptor open_folder(const std::string& path) {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  Descriptor folder(uninterrupted([&] { return ::open(path.c_str(), flags); }));
  if (!folder) fail("cannot open the folder", errno, path);
  return folder;
}

void sync_folder(const Descriptor& folder, const std::string& path) {
  if (uninterrupted([&] { return ::fsync(folder.number()); }) == 0) return;
  // EINVAL: a filesystem that has no such thing to do.
  if (errno != EINVAL) fail("cannot make it durable", errno, path);
}

void sync_folder(const std::string& path) {
  sync_folder(open_folder(path), path);
}

namespace {

/// For filesystems that cannot refuse to replace: a second name first, since link never replaces.
/// A folder cannot have two, but a rename replaces at most an empty one with it.
int rename_by_link(int from_folder, const char* from, int to_folder, const char* to) {
  struct stat status{};
  if (::fstatat(from_folder, from, &status, AT_SYMLINK_NOFOLLOW) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return ::renameat(from_folder, from, to_folder, to) == 0 ? 0 : errno;
  if (::linkat(from_folder, from, to_folder, to, 0) != 0) return errno;
  return ::unlinkat(from_folder, from, 0) == 0 ? 0 : errno;
}

}  // namespace

int rename_without_replacing(int from_folder, const char* from, int to_folder, const char* to) {
  if (::renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  return rename_by_link(from_folder, from, to_folder, to);
}

}  // namespace oneonone
