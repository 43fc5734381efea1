// SPDX-License-Identifier: MIT
// Something in the notebook that a person should look at; `check` lists them.
#pragma once

#include <cstddef>
#include <string>

namespace oneonone {

enum class Severity { error, warning, hint };

struct Finding {
  std::string path;      ///< relative to the notebook
  std::size_t line = 0;  ///< from 1; 0 when it is about the whole file
  std::string rule;      ///< a word that stays the same: "front-matter", "orphan", …
  Severity severity = Severity::warning;
  std::string message;  ///< what is wrong and what to do
  bool fixable = false;
};

}  // namespace oneonone
