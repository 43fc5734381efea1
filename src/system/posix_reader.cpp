// SPDX-License-Identifier: MIT
// Reads files behind each other into one piece of memory.
#include "system/posix_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace oneonone {
namespace {

#ifdef O_NOATIME
constexpr int no_access_time = O_NOATIME;
#else
constexpr int no_access_time = 0;
#endif

/// True for a regular file; asked only of files that look empty, as devices may.
bool is_regular(const Descriptor& file) {
  struct stat status{};
  return ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

std::span<ReadFile> FileReader::read(std::span<const std::string> names) {
  files_.clear();
  used_ = 0;
  for (const std::string& name : names) {
    if (used_ >= usual_size / 2) break;
    std::size_t size = 0;
    std::string wrong = read_one(name, size);
    if (!wrong.empty()) size = 0;
    files_.push_back({{data_.get() + used_, size}, std::move(wrong)});
    used_ += size;
  }
  return files_;
}

/// Opens a file so that the system does not note when it was read: that takes a fiftieth of the
/// time, and once a day a write for each file. Of a file that is somebody else's it is refused.
Descriptor FileReader::open_file(const char* name) {
  if (unnoted_) {
    Descriptor file = open_to_read(folder_.number(), name, no_access_time);
    if (file || errno != EPERM) return file;
    unnoted_ = false;
  }
  return open_to_read(folder_.number(), name);
}

/// Reads one file behind the bytes that are used. Returns what is wrong with it, empty when nothing
/// is.
std::string FileReader::read_one(const std::string& name, std::size_t& size) {
  const Descriptor file = open_file(name.c_str());
  if (!file) return unreadable(errno);
  // pread, because it refuses pipes and terminals, which would have to be asked for otherwise.
  const std::size_t room = size_ - used_;
  const ssize_t count = uninterrupted(
      [&] { return uncancelled::read_at(file.number(), data_.get() + used_, room, 0); });
  if (count < 0) return unreadable(errno);
  size = static_cast<std::size_t>(count);
  if (size == room) return read_large(file, size);
  if (size == 0 && !is_regular(file)) return std::string(no_regular_file);
  return {};
}

/// Reads what is left of a file whose first `done` bytes filled the memory. Returns what is wrong
/// with it, empty when nothing is.
std::string FileReader::read_large(const Descriptor& file, std::size_t& done) {
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return unreadable(errno);
  if (!S_ISREG(status.st_mode)) return std::string(no_regular_file);
  if (status.st_size > largest_file) return std::string(too_large);
  const auto size = static_cast<std::size_t>(status.st_size);
  grow(used_ + size + 1);
  while (done <= size) {
    const ssize_t count = uninterrupted([&] {
      return uncancelled::read_at(file.number(), data_.get() + used_ + done, size + 1 - done,
                                  static_cast<off_t>(done));
    });
    if (count < 0) return unreadable(errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done == size ? std::string() : std::string(size_changed);
}

void FileReader::grow(std::size_t size) {
  if (size <= size_) return;
  auto larger = std::make_unique_for_overwrite<char[]>(size);
  std::copy_n(data_.get(), size_, larger.get());
  for (ReadFile& file : files_) {
    file.bytes = {larger.get() + (file.bytes.data() - data_.get()), file.bytes.size()};
  }
  data_ = std::move(larger);
  size_ = size;
}

}  // namespace oneonone
