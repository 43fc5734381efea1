// SPDX-License-Identifier: MIT
// People whom one typed word would name.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "model/person.hpp"

namespace oneonone {

/// Handles, of now or of old, that two folders have when case, accents and how these are encoded
/// are left aside: a name that is typed means both, and on some disks the folders are one. A folder
/// is named with the one before it.
std::vector<Finding> twins_in(const std::vector<Person>& people);

}  // namespace oneonone
