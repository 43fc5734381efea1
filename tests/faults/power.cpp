// SPDX-License-Identifier: MIT
// A power cut: what is on the disk when everything that is only in memory is gone.
#include "faults/power.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "faults/disk.hpp"

namespace oneonone::faults {
namespace {

bool succeeds(const std::string& script) {
  Start start{{"/bin/sh", "-c", script}, "/", {"PATH=/usr/sbin:/usr/bin:/sbin:/bin"}, false, {}};
  return run(start).status == 0;
}

/// An image that is mounted for as long as the value lives.
class Mounted {
 public:
  Mounted(const std::string& image, std::string folder) : folder_(std::move(folder)) {
    // Nothing is to be written until somebody asks for it: not by the clock.
    mounted_ = succeeds("mount -o loop,commit=600 " + image + " " + folder_);
  }
  Mounted(const Mounted&) = delete;
  Mounted& operator=(const Mounted&) = delete;
  ~Mounted() {
    if (mounted_) succeeds("umount " + folder_);
  }
  explicit operator bool() const { return mounted_; }

 private:
  std::string folder_;
  bool mounted_ = false;
};

/// What the next boot finds in a copy.
Tree after_boot(const std::string& image) {
  const testing::TemporaryFolder folder;
  const Mounted mounted(image, folder.path());
  if (!mounted) throw std::runtime_error("a copy cannot be mounted");
  Tree tree = read_tree(folder.path());
  tree.erase("lost+found/");
  return tree;
}

bool make_image(const std::string& image) {
  return succeeds("truncate -s 16M " + image + " && mkfs.ext4 -q -F " + image);
}

}  // namespace

bool can_cut_power() {
  static const bool can = [] {
    if (!Disk::can_mount()) return false;
    const testing::TemporaryFolder folder, images;
    const std::string image = images / "image";
    if (make_image(image) && Mounted(image, folder.path())) return true;
    std::cout << "SKIPPED: no ext4 in a file can be made and mounted here\n";
    return false;
  }();
  return can;
}

Tally cut_power(const Program& program, const Case& one, Cuts cuts) {
  const testing::TemporaryFolder images;
  const std::string image = images / "image";
  if (!make_image(image)) throw std::runtime_error("no image can be made");
  int copies = 0;
  const auto copy = [&] {
    std::filesystem::copy_file(image, fmt::format("{}-{}", image, copies));
    ++copies;
  };
  const Tree start = Home(one.before).tree();
  const Home home(Tree{});
  const Mounted mounted(image, home.path());
  home.put_back(start);
  Trial trial(home, program, one);
  trial.put_back();
  if (!succeeds("sync -f " + home.path())) throw std::runtime_error("no sync");
  const Ended ended = trial.disturb("a power cut", [&](const Call& call) {
    if (cuts == Cuts::everywhere && may_write(call)) copy();
    return Fate{};
  });
  copy();
  if (ended.status != trial.expected().ended.status)
    trial.complain(nullptr, "it fails: " + ended.err);
  for (int i = 0; i < copies; ++i) {
    const bool is_acknowledged = i == copies - 1 && ended.status == 0;
    trial.look_at(after_boot(fmt::format("{}-{}", image, i)), is_acknowledged);
  }
  return trial.tally();
}

}  // namespace oneonone::faults
