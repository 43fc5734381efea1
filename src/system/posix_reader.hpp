// SPDX-License-Identifier: MIT
// Reads the files of a folder, some at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "system/posix_calls.hpp"

namespace oneonone {

/// A file that was read.
struct ReadFile {
  std::string_view bytes;
  std::string wrong;  ///< why it could not be read, empty when it was
};

/// One open, one read, one close a file. It keeps its memory from read to read.
class FileReader {
 public:
  /// The folder that names are of from now on. Throws Error{failed}.
  void open(const std::string& folder) {
    folder_ = open_folder(folder);
    unnoted_ = true;
  }

  /// Reads the first of these files, at least one, and as many more as are small together. What is
  /// given, and the bytes in it, stay until the next call.
  std::span<ReadFile> read(std::span<const std::string> names);

 private:
  static constexpr std::size_t usual_size = std::size_t{32} * 1024;

  Descriptor open_file(const char* name);
  std::string read_one(const std::string& name, std::size_t& size);
  std::string read_large(const Descriptor& file, std::size_t& done);
  void grow(std::size_t size);

  Descriptor folder_;
  bool unnoted_ = true;  ///< the system need not note when a file was read
  std::size_t size_ = usual_size;
  std::size_t used_ = 0;  ///< by the files
  /// Written to before files are read into it: on a page that it is the first to write to, the
  /// kernel waits for other threads that ask for memory.
  std::unique_ptr<char[]> data_ = std::make_unique<char[]>(size_);
  std::vector<ReadFile> files_;
};

}  // namespace oneonone
