// SPDX-License-Identifier: MIT
// What stands behind a win: the figure and the link that its words end with.
#pragma once

#include <string>
#include <string_view>

namespace oneonone {

struct Evidence {
  std::string claim;   ///< the words without metric and link
  std::string metric;  ///< the words after the last `: `, when they hold a figure; else empty
  std::string link;    ///< the first http or https address; else empty
};

/// Reads `Flaky test found: builds down from 14 to 6 minutes https://example.org/42`. Themes are
/// part of neither.
Evidence evidence_of(std::string_view text);

}  // namespace oneonone
