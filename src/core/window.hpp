// SPDX-License-Identifier: MIT
// The days that a question is about.
#pragma once

#include "model/date.hpp"

namespace oneonone {

/// Both ends included.
struct Window {
  Date first, last;

  bool holds(Date day) const { return first <= day && day <= last; }
};

}  // namespace oneonone
