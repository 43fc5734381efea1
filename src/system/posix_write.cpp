// SPDX-License-Identifier: MIT
// Replacing a file whole: at every moment the old bytes or the new ones are on the disk.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "error.hpp"
#include "system/posix.hpp"
#include "system/posix_calls.hpp"

namespace oneonone {
namespace {

constexpr std::string_view temporary_prefix = ".oneonone-";

/// The file that is to be there: in which folder, under which name, and what stands there now.
struct Target {
  std::string path;         ///< as the caller names it, for messages
  std::string folder_path;  ///< links resolved
  Descriptor folder;
  std::string name;
  std::optional<struct stat> present;
};

Target find_target(const std::string& path, const std::string& real) {
  const auto slash = real.rfind('/');
  const std::string folder = parent_of(real);
  Target target{path, folder, open_folder(folder), real.substr(slash + 1), std::nullopt};
  struct stat status{};
  const char* name = target.name.c_str();
  if (::fstatat(target.folder.number(), name, &status, AT_SYMLINK_NOFOLLOW) == 0)
    target.present = status;
  else if (!is_absent(errno))
    fail("cannot write it", errno, path);
  return target;
}

/// Refuses what a rename would replace although an ordinary write could not.
void require_replaceable(const Target& target) {
  if (!target.present) return;
  const mode_t mode = target.present->st_mode;
  if (S_ISLNK(mode)) throw Error(Status::failed, "it is a link to nothing", target.path);
  if (!S_ISREG(mode)) throw Error(Status::failed, std::string(no_regular_file), target.path);
  const int folder = target.folder.number();
  if (::faccessat(folder, target.name.c_str(), W_OK, AT_EACCESS) != 0)
    fail("cannot write it", errno, target.path);
}

/// A hidden file in the target's folder, removed unless it has become the target.
class Temporary {
 public:
  Temporary(const Target& target, mode_t mode) : target_(target) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    for (int number = 0; !file_; ++number) {
      name_ = fmt::format("{}{}-{}", temporary_prefix, ::getpid(), number);
      file_ =
          Descriptor(uninterrupted([&] { return ::openat(folder(), name_.c_str(), flags, mode); }));
      if (!file_ && errno != EEXIST) fail("cannot write it", errno, target.path);
    }
    // The sign that somebody still writes it: see sweep. Where there are no locks nobody sweeps.
    static_cast<void>(::flock(file_.number(), LOCK_EX | LOCK_NB));
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!name_.empty()) ::unlinkat(folder(), name_.c_str(), 0);
  }

  /// Gives it the owner and the mode of the file that it replaces.
  void take_after(const struct stat& present) {
    mode_t mode = present.st_mode & 07777U;
    const bool is_owned = ::fchown(file_.number(), present.st_uid, present.st_gid) == 0 ||
                          ::fchown(file_.number(), static_cast<uid_t>(-1), present.st_gid) == 0;
    // Another group must not get what was meant for the old one.
    if (!is_owned) mode &= ~static_cast<mode_t>(S_IRWXG);
    if (::fchmod(file_.number(), mode) != 0) fail("cannot write it", errno, target_.path);
  }

  void fill(std::string_view bytes) {
    const bool is_durable = write_all(file_.number(), bytes) &&
                            uninterrupted([&] { return ::fsync(file_.number()); }) == 0 &&
                            file_.close();
    if (!is_durable) fail("cannot write it", errno, target_.path);
  }

  void become_target(bool exclusive) {
    const char* name = target_.name.c_str();
    int error = 0;
    if (exclusive)
      error = rename_without_replacing(folder(), name_.c_str(), folder(), name);
    else if (::renameat(folder(), name_.c_str(), folder(), name) != 0)
      error = errno;
    if (error == EEXIST) throw Error(Status::failed, "it is already there", target_.path);
    if (error != 0) fail("cannot write it", error, target_.path);
    name_.clear();
  }

 private:
  int folder() const { return target_.folder.number(); }

  const Target& target_;
  std::string name_;
  Descriptor file_;
};

/// Removes a temporary file when nobody holds it: its writer was killed.
void sweep(const Target& target, const std::string& name) {
  const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  const Descriptor file(::openat(target.folder.number(), name.c_str(), flags));
  if (!file || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return;
  ::unlinkat(target.folder.number(), name.c_str(), 0);
}

}  // namespace

void PosixFiles::write(const std::string& path, std::string_view bytes, bool exclusive,
                       unsigned mode) {
  const Target target = find_target(path, exclusive ? path : resolve(path).value_or(path));
  if (exclusive && target.present) throw Error(Status::failed, "it is already there", path);
  require_replaceable(target);
  if (swept_.insert(target.folder_path).second) {
    for (const Entry& entry : list(target.folder_path).value_or(std::vector<Entry>{}))
      if (entry.name.starts_with(temporary_prefix)) sweep(target, entry.name);
  }
  Temporary temporary(target, target.present ? 0600 : static_cast<mode_t>(mode));
  if (target.present) temporary.take_after(*target.present);
  temporary.fill(bytes);
  temporary.become_target(exclusive);
  sync_folder(target.folder, target.folder_path);
}

}  // namespace oneonone
