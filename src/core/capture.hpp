// SPDX-License-Identifier: MIT
// The line that `add` writes into topics.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"
#include "model/person.hpp"
#include "text/tasks.hpp"

namespace oneonone {

/// What was typed, and by whom.
struct Captured {
  std::string text;                  ///< as typed: `@dana Ask: budget due:fri`
  std::optional<std::string> owner;  ///< --for
  std::optional<Date> due;           ///< --due
};

/// The item: `@me` and `@them` become handles, a due in words a day; without an owner it is a
/// talking point and ends with its author in brackets. `since:` and the id are added. Throws
/// Error{usage} when the text is empty, more than one line, or names a due that is no day.
std::string captured_line(const Captured& captured, const Person& person, const IdSet& taken,
                          Date today);

/// topics.md with the line added: below `Topics`, or below `Action items` when it has an owner.
/// Starts the file when there is none.
std::string topics_with(const std::optional<std::string>& bytes, std::string_view line,
                        const Person& person, const Reading& reading);

}  // namespace oneonone
