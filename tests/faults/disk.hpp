// SPDX-License-Identifier: MIT
// A real disk for one test: small, or one that cannot be written. Nobody else on the machine sees
// it.
#pragma once

#include <memory>
#include <string>

namespace oneonone::faults {

class Disk {
 public:
  /// Gives this process mounts of its own, once. False, and a word why, where that is not allowed.
  static bool can_mount();
  /// A disk in memory at `folder`, which is empty. Nothing, and a word why, where nobody may mount.
  static std::unique_ptr<Disk> small(const std::string& folder);
  /// Makes what is in `folder` a disk that cannot be written.
  static std::unique_ptr<Disk> freeze(const std::string& folder);

  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  ~Disk();

  /// Leaves room for so many pages of 4 KiB, and for so many new files.
  void leave(int pages, int files) const;
  void empty() const;

 private:
  explicit Disk(std::string folder) : folder_(std::move(folder)) {}

  std::string folder_;
};

}  // namespace oneonone::faults
