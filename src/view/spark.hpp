// SPDX-License-Identifier: MIT
// A row of numbers as a row of small bars.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace oneonone::view {

/// One column a number, from `▁` for `low` to `█` for `high`; `·` where there is none. Numbers
/// outside are drawn as the nearer end.
std::string sparkline(const std::vector<std::optional<double>>& numbers, double low, double high);

}  // namespace oneonone::view
