// SPDX-License-Identifier: MIT
// Identifiers that other programs keep, made of a name: the same name gives the same one
// everywhere.
#pragma once

#include <string>
#include <string_view>

namespace oneonone {

/// The UUID of version 5 (RFC 9562, 5.5) of a name among URLs, in lower case.
std::string name_uuid(std::string_view name);

}  // namespace oneonone
