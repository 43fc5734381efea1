// SPDX-License-Identifier: MIT
// Many who write at once lose nothing.
#include "faults/writers.hpp"

#include <doctest/doctest.h>

namespace oneonone::faults {
namespace {

TEST_CASE("every line of many writers is there once, and readers see whole notes") {
  const Crowd crowd = is_whole_run() ? Crowd{32, 100, 8} : Crowd{8, 4, 1};
  for (const std::string& complaint : write_at_once(released(), crowd)) FAIL_CHECK(complaint);
}

}  // namespace
}  // namespace oneonone::faults
