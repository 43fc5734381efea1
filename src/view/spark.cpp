// SPDX-License-Identifier: MIT
// Chooses a bar for each number.
#include "view/spark.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace oneonone::view {
namespace {

constexpr std::array<std::string_view, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

}  // namespace

std::string sparkline(const std::vector<std::optional<double>>& numbers, double low, double high) {
  std::string line;
  for (const std::optional<double>& number : numbers) {
    if (!number) {
      line += "·";
      continue;
    }
    const double part = high > low ? std::clamp((*number - low) / (high - low), 0.0, 1.0) : 1.0;
    line += bars[static_cast<std::size_t>(std::lround(part * (bars.size() - 1)))];
  }
  return line;
}

}  // namespace oneonone::view
