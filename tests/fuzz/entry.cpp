// SPDX-License-Identifier: MIT
// Where libFuzzer enters; FUZZED is the function. A property that is broken ends the program.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.hpp"

// The name and the types are libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  oneonone::fuzz::FUZZED({reinterpret_cast<const char*>(data), size});
  return 0;
}
