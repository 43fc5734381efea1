// SPDX-License-Identifier: MIT
// Two worlds: one in memory, one of real files below a folder.
#include "world.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app.hpp"
#include "system/posix.hpp"

namespace oneonone::testing {

namespace fs = std::filesystem;

MemoryWorld::MemoryWorld(const FileMap& files) {
  for (const auto& [path, bytes] : files) memory_.files.put(path, bytes);
}

Said MemoryWorld::run(const Words& words) {
  memory_.files.log.clear();
  memory_.terminal.output.clear();
  memory_.terminal.errors.clear();
  System system = memory_.system();
  int status = run_app(system, words);
  return {status, memory_.terminal.output, memory_.terminal.errors};
}

void MemoryWorld::put(const std::string& path, const std::string& bytes) {
  memory_.files.put(path, bytes);
}

bool MemoryWorld::wrote() const {
  for (const char* word : {"write", "make", "rename"}) {
    if (!memory_.files.touched(word).empty()) return true;
  }
  return false;
}

std::unique_ptr<World> MemoryWorld::copy_that_fails(int nth) const {
  auto copy = std::make_unique<MemoryWorld>(*this);
  copy->memory_.files.fail_write(nth);
  return copy;
}

RealWorld::RealWorld(std::string program, std::string folder, const FileMap& files)
    : program_(std::move(program)), folder_(std::move(folder)) {
  for (const auto& [path, bytes] : files) put(path, bytes);
}

Said RealWorld::run(const Words& words) {
  std::vector<std::string> arguments{program_, "-C", folder_};
  arguments.insert(arguments.end(), words.begin(), words.end());
  Ran ran = PosixProcesses().capture(arguments, folder_);
  return {ran.status, ran.output, {}};
}

FileMap RealWorld::files() const {
  FileMap files;
  for (auto entry = fs::recursive_directory_iterator(folder_); entry != fs::end(entry); ++entry) {
    if (entry->path().filename() == ".git") entry.disable_recursion_pending();
    if (!entry->is_regular_file()) continue;
    std::ifstream file(entry->path(), std::ios::binary);
    files[fs::relative(entry->path(), folder_).string()] =
        std::string(std::istreambuf_iterator<char>(file), {});
  }
  return files;
}

void RealWorld::put(const std::string& path, const std::string& bytes) {
  fs::path place = fs::path(folder_) / path;
  fs::create_directories(place.parent_path());
  std::ofstream(place, std::ios::binary) << bytes;
}

void RealWorld::remove(const std::string& path) {
  fs::remove(fs::path(folder_) / path);
}

}  // namespace oneonone::testing
