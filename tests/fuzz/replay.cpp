// SPDX-License-Identifier: MIT
// Puts inputs before a target without a fuzzer: replay TARGET FILE|FOLDER…
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/targets.hpp"

namespace {

namespace fs = std::filesystem;
using namespace oneonone::fuzz;

std::vector<fs::path> files_of(const fs::path& place) {
  if (!fs::is_directory(place)) return {place};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(place)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// False, and told, when a property does not hold.
bool holds(const Target& target, const fs::path& path) {
  try {
    target.check(read(path));
    return true;
  } catch (const Broken& broken) {
    std::cout << path.string() << ": " << broken.what() << '\n';
    return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto target =
      words.empty() ? all_targets.end() : std::ranges::find(all_targets, words[0], &Target::name);
  if (target == all_targets.end() || words.size() < 2) {
    std::cerr << "usage: replay front_matter|tasks|templates|merge|words FILE|FOLDER…\n";
    return 2;
  }
  std::size_t inputs = 0, broken = 0;
  for (std::size_t n = 1; n < words.size(); ++n) {
    for (const fs::path& path : files_of(words[n])) {
      ++inputs;
      if (!holds(*target, path)) ++broken;
    }
  }
  std::cout << words[0] << ": " << inputs << " inputs, " << broken << " break a property\n";
  // The control must break one, all else none.
  return inputs > 0 && (broken > 0) == is_wrong_on_purpose() ? 0 : 1;
}
