// SPDX-License-Identifier: MIT
// A power cut: what is on the disk when everything that is only in memory is gone.
#pragma once

#include "faults/judge.hpp"

namespace oneonone::faults {

/// False where nobody may mount a disk image; says why.
bool can_cut_power();

enum class Cuts { everywhere, at_the_end };

/// Runs the command on a disk of its own (ext4 in a file), copies that file before each call that
/// changes something, and at the end; then looks at each copy as the next boot would.
Tally cut_power(const Program& program, const Case& one, Cuts cuts = Cuts::everywhere);

}  // namespace oneonone::faults
