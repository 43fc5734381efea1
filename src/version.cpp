// SPDX-License-Identifier: MIT
// Which oneonone this is: the build says it.
#include "version.hpp"

namespace oneonone {

const std::string_view version = ONEONONE_VERSION;

}  // namespace oneonone
