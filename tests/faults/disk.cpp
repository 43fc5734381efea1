// SPDX-License-Identifier: MIT
// A real disk for one test: small, or one that cannot be written. Nobody else on the machine sees
// it.
#include "faults/disk.hpp"

#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace oneonone::faults {
namespace {

void write(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
}

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

}  // namespace

bool Disk::can_mount() {
  static const bool can = [] {
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    const int spaces = user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    if (::unshare(spaces) != 0) return false;
    if (user != 0) {
      write("/proc/self/setgroups", "deny");
      write("/proc/self/uid_map", fmt::format("0 {} 1", user));
      write("/proc/self/gid_map", fmt::format("0 {} 1", group));
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }();
  if (!can) std::cout << "SKIPPED: nobody may mount here: " << std::strerror(errno) << '\n';
  return can;
}

std::unique_ptr<Disk> Disk::small(const std::string& folder) {
  if (!can_mount()) return nullptr;
  if (::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=4m") != 0) fail("mount");
  return std::unique_ptr<Disk>(new Disk(folder));
}

std::unique_ptr<Disk> Disk::freeze(const std::string& folder) {
  if (!can_mount()) return nullptr;
  const char* path = folder.c_str();
  if (::mount(path, path, nullptr, MS_BIND, nullptr) != 0) fail("mount");
  if (::mount(nullptr, path, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0)
    fail("mount");
  return std::unique_ptr<Disk>(new Disk(folder));
}

Disk::~Disk() {
  ::umount2(folder_.c_str(), MNT_DETACH);
}

void Disk::leave(int pages, int files) const {
  struct statvfs now{};
  if (::statvfs(folder_.c_str(), &now) != 0) fail("statvfs");
  const auto used_pages = now.f_blocks - now.f_bfree;
  const auto used_files = now.f_files - now.f_ffree;
  const std::string options =
      fmt::format("size={}k,nr_inodes={}", (used_pages + static_cast<unsigned>(pages)) * 4,
                  used_files + static_cast<unsigned>(files));
  if (::mount(nullptr, folder_.c_str(), nullptr, MS_REMOUNT, options.c_str()) != 0) fail(options);
}

void Disk::empty() const {
  if (::mount(nullptr, folder_.c_str(), nullptr, MS_REMOUNT, "size=4m,nr_inodes=4096") != 0)
    fail("mount");
}

}  // namespace oneonone::faults
