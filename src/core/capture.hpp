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

/// What was typed and which options came with it.
struct Captured {
  std::string text;                         ///< as typed: `@dana Ask: budget due:fri`
  std::optional<std::string> kind;          ///< --win, --ask, …
  std::optional<std::string> metric, link;  ///< --metric, --link
  std::optional<std::string> owner;         ///< --for
  std::optional<Date> due, on;              ///< --due, --on
};

/// A line for topics.md.
struct CapturedLine {
  std::string text;  ///< with `\n`
  Item item;
  std::string kind;           ///< of a line without a box, whose heading says it; else empty
  bool owner_chosen = false;  ///< nobody named the owner: an ask is for the other one
};

/// The kind of what was typed, by its option or its first word; empty when it has none. Throws
/// Error{usage} when the two differ.
std::string kind_of(const Captured& captured);

/// The line: `@me` and `@them` become handles, a due in words a day; without an owner it ends with
/// its author in brackets. `since:` and the id are added. An ask or a blocker that an option names
/// is owned by whoever can help. Wins, facts and decisions that nobody owns have no box. Throws
/// Error{usage} when the text is empty, more than one line, names a due that is no day, or comes
/// with an option that does not fit it.
CapturedLine captured_line(const Captured& captured, const Person& person, const IdSet& taken,
                           Date today);

/// topics.md with the line added: below the heading of its kind, `Topics`, or `Action items` when
/// it has an owner. Starts the file when there is none.
std::string topics_with(const std::optional<std::string>& bytes, const CapturedLine& line,
                        const Person& person, const Reading& reading);

}  // namespace oneonone
