// SPDX-License-Identifier: MIT
// What lies inside a folder, links followed.
#pragma once

#include <string>
#include <string_view>

#include "system/system.hpp"

namespace oneonone {

/// A folder that nothing leads out of. A clone may bring links to anywhere: neither may a note be
/// read there, nor be written.
class Inside {
 public:
  Inside(const Files& files, std::string root);

  /// True when a path relative to the folder, or the nearest folder above that is there, lies in
  /// it.
  bool holds(std::string_view path) const;
  /// Throws Error{failed} when it does not.
  void require(std::string_view path) const;
  /// True for a link to what lies elsewhere.
  bool leads_out(const std::string& path) const;

 private:
  const Files& files_;
  std::string root_;
};

}  // namespace oneonone
