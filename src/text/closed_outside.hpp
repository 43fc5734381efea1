// SPDX-License-Identifier: MIT
// What other programs say was closed: Taskwarrior's export and todo.txt's done.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.hpp"

namespace oneonone {

/// A task that is no longer open there. Known here by its UUID, or by the person and the id.
struct ClosedOutside {
  std::string uuid;
  std::string person, id;
  bool deleted = false;     ///< taken off the list, which need not mean that nobody will do it
  std::optional<Date> day;  ///< when that was, if it is said
  std::optional<std::int64_t> moment;  ///< or so: seconds since the beginning of 1970, UTC
};

/// The tasks that `task export` calls completed or deleted. Throws Error{failed} for anything but a
/// JSON array of objects.
std::vector<ClosedOutside> closed_in_taskwarrior(std::string_view json);

/// The lines `x 2026-11-24 … +alice … id:k7m2q`; others are passed over. Throws Error{failed} when
/// none of the lines has a mark of that format, unless all are blank.
std::vector<ClosedOutside> closed_in_todo_txt(std::string_view text);

}  // namespace oneonone
