// SPDX-License-Identifier: MIT
// Owners as people write them elsewhere: `Alice:`, `@Alice Ng`, `(@alice)`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import_names.hpp"

namespace oneonone {

struct WrittenOwner {
  std::size_t at = 0, length = 0;  ///< what stands for the owner, in the text that was read
  std::string handle;
};

/// The owner that an item's text starts with: `@alice`, `@Alice Ng:`, `Alice:`, `**Alice:**`,
/// `(@alice)`, `[Alice Ng](mailto:…)`. A bare name without a colon is no owner, nor is `[[Alice]]`.
std::optional<WrittenOwner> owner_at_start(std::string_view text,
                                           const std::vector<Spelling>& spellings);

/// The owner that it ends with: `(@alice)`, `(@Alice Ng)`.
std::optional<WrittenOwner> owner_at_end(std::string_view text,
                                         const std::vector<Spelling>& spellings);

}  // namespace oneonone
