// SPDX-License-Identifier: MIT
// Tells what a file holds when it is no text.
#pragma once

#include <string_view>

namespace oneonone {

inline constexpr std::string_view holds_nul = "no text: it holds NUL bytes";

/// Why bytes are no text; empty when they are.
inline std::string_view no_text(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\0GITCRYPT\0", 10))) {
    return "locked: 'git-crypt unlock' opens it";
  }
  return bytes.find('\0') == std::string_view::npos ? std::string_view() : holds_nul;
}

}  // namespace oneonone
