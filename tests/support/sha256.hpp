// SPDX-License-Identifier: MIT
// SHA-256 (FIPS 180-4) in base64, for what a page's policy names.
#pragma once

#include <string>
#include <string_view>

namespace oneonone::testing {

std::string sha256_base64(std::string_view bytes);

}  // namespace oneonone::testing
