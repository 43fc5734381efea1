// SPDX-License-Identifier: MIT
// Whether this run is the negative control.
#include <cstdlib>

#include "fuzz/targets.hpp"

namespace oneonone::fuzz {

bool is_wrong_on_purpose() {
  static const bool wrong = std::getenv("ONEONONE_FUZZ_WRONG") != nullptr;
  return wrong;
}

}  // namespace oneonone::fuzz
