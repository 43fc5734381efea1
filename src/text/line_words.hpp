// SPDX-License-Identifier: MIT
// What a line says, whatever it is written as.
#pragma once

#include <string>
#include <string_view>

namespace oneonone {

/// The words of a line, case and accents folded, a blank behind each, without list marks, box,
/// owner, tokens and author: for telling that two lines say the same.
std::string words_said(std::string_view line);

}  // namespace oneonone
