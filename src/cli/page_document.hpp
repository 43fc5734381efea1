// SPDX-License-Identifier: MIT
// A page about people: plots, each with its numbers in a table beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/looking_back.hpp"

namespace oneonone {

/// What stands in my private notes. It is on a page only for those named with --private.
struct PrivatePart {
  std::vector<OpenPromise> open;
  std::vector<MeasureLine> measures;
};

struct PageOfPerson {
  LookingBack back;  ///< of the shared notes alone
  int talk_aim = 0;  ///< see talk_target
  std::optional<PrivatePart> own;
};

struct PageDocument {
  Window window;
  std::vector<PageOfPerson> people;

  bool holds_private() const;
};

/// One HTML document that needs nothing else. What notes say is text in it and nothing more.
std::string page_html(const PageDocument& document);

}  // namespace oneonone
