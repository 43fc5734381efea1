// SPDX-License-Identifier: MIT
// Copies an item out of its note: its lines re-based to the margin, without what stays behind.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "text/tasks.hpp"

namespace oneonone {

/// The item's lines as a list item at the margin, each with `\n`, without the nested task items for
/// which `stays` holds. Nothing when the copy would not read as the same blocks: then the item must
/// stay where it is.
std::optional<std::string> carve(const Note& note, const Outline& outline, const ListItem& item,
                                 const std::function<bool(std::size_t)>& stays);

}  // namespace oneonone
