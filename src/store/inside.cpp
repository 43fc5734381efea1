// SPDX-License-Identifier: MIT
// What lies inside a folder, links followed.
#include "store/inside.hpp"

#include <utility>

#include "error.hpp"

namespace oneonone {
namespace {

/// True for a path that can only lie below the folder it is relative to.
bool is_below(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

/// Where a path really is; for a new file where the nearest folder above it is.
std::string real_place(const Files& files, std::string path) {
  while (true) {
    if (auto place = files.resolve(path)) return *place;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos || slash == 0) return path;
    path.resize(slash);
  }
}

}  // namespace

Inside::Inside(const Files& files, std::string root) : files_(files), root_(std::move(root)) {}

bool Inside::holds(std::string_view path) const {
  const std::string real = real_place(files_, root_ + "/" + std::string(path));
  return is_below(path) && (real + "/").starts_with(real_place(files_, root_) + "/");
}

void Inside::require(std::string_view path) const {
  if (holds(path)) return;
  throw Error(Status::failed, "it lies outside the notebook", root_ + "/" + std::string(path),
              "put what is there where the link is");
}

bool Inside::leads_out(const std::string& path) const {
  if (!files_.is_link(root_ + "/" + path)) return false;
  try {
    return !holds(path);
  } catch (const Error&) {
    // A link to itself leads nowhere: whoever reads it says so.
    return false;
  }
}

}  // namespace oneonone
