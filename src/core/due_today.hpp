// SPDX-License-Identifier: MIT
// Whom to meet today, when nobody was named.
#pragma once

#include <cstddef>
#include <vector>

#include "core/rhythm.hpp"

namespace oneonone {

/// The indices of those whose day is today, else of those whose day is past. Nobody who is away.
std::vector<std::size_t> due_on(const std::vector<Rhythm>& rhythms, Date today);

}  // namespace oneonone
