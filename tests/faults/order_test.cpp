// SPDX-License-Identifier: MIT
// Status 0 means that it is on the disk.
#include "faults/order.hpp"

#include <doctest/doctest.h>

namespace oneonone::faults {
namespace {

TEST_CASE("what a command wrote is on the disk before it gets its name, and before status 0") {
  for (const Case& one : writing_cases()) {
    CAPTURE(one.name);
    const Home home(one.before);
    for (const std::string& complaint : order_of_writes(home, released(), one))
      FAIL_CHECK(complaint);
  }
}

}  // namespace
}  // namespace oneonone::faults
