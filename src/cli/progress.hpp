// SPDX-License-Identifier: MIT
// Says how far something is that takes longer than a second.
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/session.hpp"

namespace oneonone {

/// One line on standard error that is written over at each step and cleared at the end. Silent
/// within the first second, with -q, and where standard error is no terminal.
class Progress {
 public:
  Progress(const Session& session, std::size_t steps);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// The next step begins.
  void step(std::string_view what);

 private:
  const Session& session_;
  bool silent_;
  std::size_t steps_, done_ = 0;
  double first_line_;  ///< when it may be shown
  bool shown_ = false;
};

}  // namespace oneonone
