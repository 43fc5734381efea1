// SPDX-License-Identifier: MIT
// A notebook and the program, for tests that do not care whether both are real.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "support/memory_system.hpp"

namespace oneonone::testing {

using Words = std::vector<std::string>;
using FileMap = std::map<std::string, std::string>;  ///< bytes by path in the notebook

struct Said {
  int status = 0;
  std::string out, err;
};

class World {
 public:
  World() = default;
  World(const World&) = default;
  World& operator=(const World&) = default;
  virtual ~World() = default;

  virtual Said run(const Words& words) = 0;
  virtual FileMap files() const = 0;
  virtual void put(const std::string& path, const std::string& bytes) = 0;
  virtual void remove(const std::string& path) = 0;
  /// True when the last run wrote, made or renamed anything, as far as this world can tell.
  virtual bool wrote() const = 0;
  /// Another world like this one in which the nth write fails; nothing where that cannot be.
  virtual std::unique_ptr<World> copy_that_fails(int nth) const = 0;
};

/// Everything in memory.
class MemoryWorld final : public World {
 public:
  explicit MemoryWorld(const FileMap& files);

  Said run(const Words& words) override;
  FileMap files() const override { return memory_.files.all(); }
  void put(const std::string& path, const std::string& bytes) override;
  void remove(const std::string& path) override { memory_.files.remove(path); }
  bool wrote() const override;
  std::unique_ptr<World> copy_that_fails(int nth) const override;

 private:
  MemorySystem memory_;
};

/// The real program on a real folder.
class RealWorld final : public World {
 public:
  RealWorld(std::string program, std::string folder, const FileMap& files);

  Said run(const Words& words) override;
  FileMap files() const override;
  void put(const std::string& path, const std::string& bytes) override;
  void remove(const std::string& path) override;
  bool wrote() const override { return false; }
  std::unique_ptr<World> copy_that_fails(int) const override { return nullptr; }

 private:
  std::string program_, folder_;
};

}  // namespace oneonone::testing
