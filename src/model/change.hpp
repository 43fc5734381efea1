// SPDX-License-Identifier: MIT
// A planned write of one file, as a value.
#pragma once

#include <optional>
#include <string>

namespace oneonone {

/// One file as it was read and as it shall be.
struct Change {
  std::string path;                     ///< relative to the notebook
  std::optional<std::string> expected;  ///< the bytes the plan rests on; nothing: must not exist
  std::string bytes;                    ///< the bytes to write
};

}  // namespace oneonone
