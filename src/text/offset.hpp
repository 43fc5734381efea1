// SPDX-License-Identifier: MIT
// Where in a note something stands.
#pragma once

#include <cstddef>
#include <cstdint>

namespace oneonone {

/// A line of a note, or a byte of it: small, since a note may hold a hundred thousand items, and
/// large enough, since no file over 8 MiB is read.
using Offset = std::uint32_t;

/// A line or a byte as an Offset, which it always fits.
constexpr Offset offset(std::size_t number) {
  return static_cast<Offset>(number);
}

}  // namespace oneonone
