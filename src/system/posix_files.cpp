// SPDX-License-Identifier: MIT
// Looking at files and folders, reading whole files, making folders, the lock.
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "error.hpp"
#include "system/posix.hpp"
#include "system/posix_calls.hpp"

namespace oneonone {
namespace {

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  return S_ISDIR(mode) ? FileKind::folder : FileKind::other;
}

/// What stat says of a path, links followed; nothing when it is not there.
std::optional<struct stat> status_of(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0) return status;
  if (is_absent(errno)) return std::nullopt;
  fail("cannot look at it", errno, path);
}

/// The kind of an entry whose type the folder does not tell: a link, or an old filesystem.
FileKind entry_kind(int folder, const char* name) {
  struct stat status{};
  if (::fstatat(folder, name, &status, 0) == 0) return kind_of(status.st_mode);
  return is_absent(errno) ? FileKind::none : FileKind::other;
}

FileKind entry_kind(DIR* folder, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FileKind::file;
    case DT_DIR:
      return FileKind::folder;
    case DT_LNK:
    case DT_UNKNOWN:
      return entry_kind(::dirfd(folder), entry.d_name);
    default:
      return FileKind::other;
  }
}

/// Eight bytes as a number that is in the same order.
std::uint64_t number_of(const char* bytes) {
  const auto byte = [bytes](int at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at]));
  };
  return byte(0) << 56U | byte(1) << 48U | byte(2) << 40U | byte(3) << 32U | byte(4) << 24U |
         byte(5) << 16U | byte(6) << 8U | byte(7);
}

/// Puts entries in the byte order of their names. What is moved and compared meanwhile is numbers:
/// few names are longer than two.
std::vector<Entry> in_order(std::vector<Entry> entries) {
  struct Start {
    std::uint64_t first = 0, second = 0;
    Entry* entry = nullptr;
  };
  std::vector<Start> starts;
  starts.reserve(entries.size());
  for (Entry& entry : entries) {
    std::array<char, 16> start{};
    entry.name.copy(start.data(), start.size());
    starts.push_back({number_of(start.data()), number_of(start.data() + 8), &entry});
  }
  std::ranges::sort(starts, [](const Start& a, const Start& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    return a.entry->name < b.entry->name;
  });
  std::vector<Entry> ordered;
  ordered.reserve(entries.size());
  for (const Start& start : starts) ordered.push_back(std::move(*start.entry));
  return ordered;
}

bool entry_is_link(DIR* folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_LNK;
  struct stat status{};
  return ::fstatat(::dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISLNK(status.st_mode);
}

/// The size of an open regular file that is not too large to be a note.
std::size_t checked_size(const Descriptor& file, const std::string& path) {
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) fail("cannot read it", errno, path);
  if (S_ISDIR(status.st_mode)) throw Error(Status::failed, unreadable(EISDIR), path);
  if (!S_ISREG(status.st_mode)) throw Error(Status::failed, std::string(no_regular_file), path);
  if (status.st_size > largest_file) throw Error(Status::failed, std::string(too_large), path);
  return static_cast<std::size_t>(status.st_size);
}

/// Reads until `bytes` is full or the file ends; gives the count.
std::size_t read_until_end(const Descriptor& file, std::string& bytes, const std::string& path) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = uninterrupted(
        [&] { return ::read(file.number(), bytes.data() + done, bytes.size() - done); });
    if (count < 0) fail("cannot read it", errno, path);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

/// Opens a folder to list it; null with errno set when that cannot be done.
DIR* open_list(const std::string& folder) {
  DIR* open = ::opendir(folder.c_str());
  while (open == nullptr && errno == EINTR) open = ::opendir(folder.c_str());
  return open;
}

/// The lock is the open file's: the kernel gives it back however the process ends.
struct FolderLock final : Files::Lock {
  Descriptor folder;
};

}  // namespace

FileKind PosixFiles::kind(const std::string& path) const {
  const auto status = status_of(path);
  return status ? kind_of(status->st_mode) : FileKind::none;
}

bool PosixFiles::is_link(const std::string& path) const {
  struct stat status{};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

unsigned PosixFiles::mode(const std::string& path) const {
  const auto status = status_of(path);
  return status ? status->st_mode & 07777U : 0U;
}

std::optional<std::string> PosixFiles::resolve(const std::string& path) const {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  if (real) return std::string(real.get());
  if (is_absent(errno)) return std::nullopt;
  fail("cannot look at it", errno, path);
}

std::optional<std::vector<Entry>> PosixFiles::list(const std::string& folder) const {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(open_list(folder), &::closedir);
  if (!open && is_absent(errno)) return std::nullopt;
  if (!open) fail("cannot read it", errno, folder);
  std::vector<Entry> entries;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(open.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    Entry& one = entries.emplace_back();
    one.name = name;
    one.kind = entry_kind(open.get(), *entry);
    one.is_link = entry_is_link(open.get(), *entry);
  }
  if (errno != 0) fail("cannot read it", errno, folder);
  return in_order(std::move(entries));
}

std::optional<std::string> PosixFiles::read(const std::string& path) const {
  const Descriptor file = open_to_read(AT_FDCWD, path.c_str());
  if (!file && is_absent(errno)) return std::nullopt;
  if (!file) throw Error(Status::failed, unreadable(errno), path);
  const std::size_t size = checked_size(file, path);
  // One byte more than there is, to see whether the file grows.
  std::string bytes(size + 1, '\0');
  if (read_until_end(file, bytes, path) != size)
    throw Error(Status::failed, std::string(size_changed), path, "run the command again");
  bytes.resize(size);
  return bytes;
}

void PosixFiles::close_to_others(const std::string& path) {
  if (::chmod(path.c_str(), mode(path) & 0700U) != 0) fail("cannot change its mode", errno, path);
}

void PosixFiles::make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0) return sync_folder(parent_of(path));
  if (errno == ENOENT && parent_of(path) != path) {
    make_folder(parent_of(path));
    if (::mkdir(path.c_str(), 0700) == 0) return sync_folder(parent_of(path));
  }
  const int error = errno;
  if (error == EEXIST && kind(path) == FileKind::folder) return;
  fail("cannot make the folder", error, path);
}

void PosixFiles::rename(const std::string& from, const std::string& to) {
  const int error = rename_without_replacing(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str());
  if (error == EEXIST) throw Error(Status::failed, "it is already there", to);
  if (error != 0) fail("cannot rename it", error, from);
  sync_folder(parent_of(to));
  if (parent_of(from) != parent_of(to)) sync_folder(parent_of(from));
}

void PosixFiles::erase(const std::string& path) {
  if (std::remove(path.c_str()) != 0) {
    if (errno == ENOENT) return;
    fail("cannot remove it", errno, path);
  }
  sync_folder(parent_of(path));
}

void PosixFiles::make_durable(const std::string& folder) {
#ifdef __linux__
  if (::syncfs(open_folder(folder).number()) != 0) fail("cannot make it durable", errno, folder);
#else
  static_cast<void>(folder);
  ::sync();
#endif
}

std::unique_ptr<Files::Lock> PosixFiles::lock(const std::string& folder) {
  auto lock = std::make_unique<FolderLock>();
  lock->folder = open_folder(folder);
  if (uninterrupted([&] { return ::flock(lock->folder.number(), LOCK_EX); }) != 0)
    fail("cannot lock the folder", errno, folder);
  return lock;
}

}  // namespace oneonone
