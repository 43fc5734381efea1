// SPDX-License-Identifier: MIT
// Whether one line is another one reworded.
#pragma once

#include <string_view>

namespace oneonone {

/// The part of the words, counted in both texts, that stand in both and in one order: 0 to 1. Words
/// end at a blank; only the first hundred are compared.
double likeness(std::string_view left, std::string_view right);

/// From here on two texts are taken for one that was reworded: whoever rewords a line keeps the
/// order of its words; another line may share a few of them.
inline constexpr double likely_the_same = 0.5;

}  // namespace oneonone
