// SPDX-License-Identifier: MIT
// Lays out help for 80 columns: paragraphs, pairs of columns, and what was probably meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// A name or an example, and what it means.
struct HelpRow {
  std::string term;
  std::string meaning;
};

/// A title over rows of terms and meanings, lined up and broken at 80 columns; empty without rows.
std::string help_section(std::string_view title, const std::vector<HelpRow>& rows);

/// The text broken into lines of at most 80 columns, all but the first indented.
std::string help_paragraph(std::string_view text, std::size_t indent = 0);

/// The candidate that a mistyped word was probably meant to be; empty when none comes near.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace oneonone
