// SPDX-License-Identifier: MIT
// A folder with all that is in it, as a value.
#include "faults/tree.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace oneonone::faults {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  fs::remove(path);  // git makes files that nobody may write
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

Tree read_tree(const std::string& folder) {
  Tree tree;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string().substr(folder.size() + 1);
    if (entry.is_directory())
      tree[path + "/"];
    else if (entry.is_regular_file())
      tree[path] = bytes_of(entry.path());
  }
  return tree;
}

void restore(const std::string& folder, const Tree& tree) {
  const Tree now = read_tree(folder);
  for (const auto& [path, bytes] : now)
    if (!tree.contains(path)) fs::remove_all(folder + "/" + path);
  for (const auto& [path, bytes] : tree) {
    const auto there = now.find(path);
    if (there != now.end() && there->second == bytes) continue;
    if (path.ends_with('/'))
      fs::create_directories(folder + "/" + path);
    else
      write(folder + "/" + path, bytes);
  }
}

bool is_temporary(const std::string& path) {
  return path.starts_with(".oneonone-") || path.find("/.oneonone-") != std::string::npos;
}

bool is_of_git(const std::string& path) {
  return path.starts_with(".git/") || path.find("/.git/") != std::string::npos ||
         path.starts_with("server.git/");
}

Tree notes_of(const Tree& tree) {
  Tree notes;
  for (const auto& [path, bytes] : tree)
    if (!is_temporary(path) && !is_of_git(path)) notes[path] = bytes;
  return notes;
}

}  // namespace oneonone::faults
