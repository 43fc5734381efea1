// SPDX-License-Identifier: MIT
// Memory that runs out.
#pragma once

namespace oneonone {

/// Takes the seed `memory:…`: from here on requests for memory are counted, and some refused.
void limit_memory();
/// Prints the number of requests on standard error when the seed is `memory:count`.
void count_memory();

}  // namespace oneonone
