// SPDX-License-Identifier: MIT
// System calls that fail.
#pragma once

#include "faults/judge.hpp"

namespace oneonone::faults {

/// Lets the calls of a command fail: of all pairs of a call and a reason for it to fail the ones
/// numbered `first`, `first + step`, …. It must say so and leave every file whole, or come to what
/// it would have come to.
Tally fail_calls(const Home& home, const Program& program, const Case& one, int first, int step);

/// Lets each call be interrupted by a signal, and each write take a few bytes only: nobody may
/// notice.
Tally interrupt_calls(const Home& home, const Program& program, const Case& one, int first,
                      int step);

}  // namespace oneonone::faults
