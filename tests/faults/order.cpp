// SPDX-License-Identifier: MIT
// What must be on the disk before what.
#include "faults/order.hpp"

#include <fcntl.h>
#include <sys/syscall.h>

#include <filesystem>
#include <set>

namespace oneonone::faults {
namespace {

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

/// What is not on the disk yet, as a run goes on.
class Pending {
 public:
  explicit Pending(std::string home) : home_(std::move(home)) {}

  void see(const Call& call) {
    switch (call.number) {
      case SYS_write:
        return add(files_, path_of(call, call.arguments[0]));
      case SYS_fsync:
      case SYS_fdatasync:
        files_.erase(path_of(call, call.arguments[0]));
        folders_.erase(path_of(call, call.arguments[0]));
        return;
      case SYS_openat:
        if ((call.arguments[2] & O_TRUNC) != 0) add(files_, file_of(call, 0, 1));
        return;
      case SYS_rename:
        return renamed(file_of(call, -1, 0), file_of(call, -1, 1));
      case SYS_renameat:
      case SYS_renameat2:
        return renamed(file_of(call, 0, 1), file_of(call, 2, 3));
      case SYS_mkdir:
        if (!std::filesystem::exists(file_of(call, -1, 0)))
          add(folders_, folder_of(file_of(call, -1, 0)));
        return;
      case SYS_unlink:
      case SYS_rmdir:
        return add(folders_, folder_of(file_of(call, -1, 0)));
      case SYS_exit_group:
        return ended();
      default:
        return;
    }
  }

  std::vector<std::string> complaints;

 private:
  void add(std::set<std::string>& pending, const std::string& name) const {
    std::string path = std::filesystem::path(name).lexically_normal();
    if (path.ends_with('/')) path.pop_back();
    if ((path + "/").starts_with(home_ + "/")) pending.insert(path);
  }

  void renamed(const std::string& from, const std::string& to) {
    if (files_.erase(from) > 0) {
      complaints.push_back("it gets its name before its bytes are on the disk: " + to);
      files_.insert(to);
    }
    add(folders_, folder_of(from));
    add(folders_, folder_of(to));
  }

  void ended() {
    for (const std::string& path : files_) complaints.push_back("not on the disk: " + path);
    for (const std::string& path : folders_)
      complaints.push_back("its names are not on the disk: " + path);
  }

  std::string home_;
  std::set<std::string> files_, folders_;
};

}  // namespace

std::vector<std::string> order_of_writes(const Home& home, const Program& program,
                                         const Case& one) {
  const Tree before = home.tree();
  Pending pending(home.path());
  trace(home.start(program, one.command), [&](const Call& call) {
    pending.see(call);
    return Fate{};
  });
  home.put_back(before);
  return pending.complaints;
}

}  // namespace oneonone::faults
