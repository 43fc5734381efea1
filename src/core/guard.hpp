// SPDX-License-Identifier: MIT
// Keeps what is private out of repositories that others read (product.md, "Private").
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace oneonone {

/// Knows what stands in private/, and finds it in what is about to be shared.
class Guard {
 public:
  /// Takes in a file of private/.
  void learn(std::string_view path, std::string_view bytes);

  /// What must not be shared of a file: a path in private/, a line of twenty letters or more or an
  /// id that stands in private/, a heading named `Private`. Only lines that `before`, the version
  /// that is shared already, lacks. Titles, and the keys that say who the two people are, are no
  /// secret. Paths are the notebook's.
  std::vector<Finding> refused(const std::string& path, std::string_view bytes,
                               std::string_view before) const;

 private:
  /// By the line's words, or `^` and the id: where it stands.
  std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace oneonone
