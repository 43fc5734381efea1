// SPDX-License-Identifier: MIT
// What every answer about all notes costs at least: lists the folders of a notebook's people,
// opens, reads and closes each note, and looks for one byte in it.
//
//   bench_floor NOTEBOOK
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Folder {
  int number = -1;
  std::vector<std::string> names;
};

Folder list(const std::string& path) {
  Folder folder;
  DIR* open = opendir(path.c_str());
  if (open == nullptr) return folder;
  while (const dirent* entry = readdir(open)) {
    if (entry->d_name[0] != '.') folder.names.emplace_back(entry->d_name);
  }
  folder.number = dup(dirfd(open));
  closedir(open);
  return folder;
}

/// 1 when the note holds a `[`.
std::size_t look(int folder, const std::string& name) {
  constexpr std::size_t largest_note = 64 * 1024;
  thread_local std::array<char, largest_note> buffer;
  const int file = openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return 0;
  const ssize_t size = read(file, buffer.data(), buffer.size());
  close(file);
  return size > 0 && std::memchr(buffer.data(), '[', static_cast<std::size_t>(size)) ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::string people = std::string(words[1]) + "/people";
  std::vector<Folder> folders;
  for (const std::string& name : list(people).names) folders.push_back(list(people + "/" + name));
  std::atomic<std::size_t> next = 0, found = 0;
  const auto work = [&] {
    std::size_t seen = 0;
    for (std::size_t at = next++; at < folders.size(); at = next++) {
      for (const std::string& name : folders[at].names) seen += look(folders[at].number, name);
    }
    found += seen;
  };
  {
    std::vector<std::jthread> threads;
    const unsigned wanted = std::clamp(std::thread::hardware_concurrency(), 4U, 8U);
    while (threads.size() + 1 < wanted) threads.emplace_back(work);
    work();
  }
  std::printf("%zu\n", found.load());
}
