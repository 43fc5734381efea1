// SPDX-License-Identifier: MIT
// The prompts that a template wrote into a note and nobody used.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/note.hpp"
#include "text/tasks.hpp"

namespace oneonone {

/// A list item that asks for a number: `- customer calls: ?  <!-- aim: 3 a week -->`.
struct OpenReading {
  std::string_view name;  ///< with its marker and colon
  std::string_view hint;  ///< the comment behind it; may be empty
};
std::optional<OpenReading> open_reading(std::string_view line);

/// The note without the comments, the open readings and the empty headings that are byte for byte
/// the template's (product.md, "A meeting note"). `asked` is what the template wrote. A heading is
/// empty when only blank lines follow until one of its own level or above; the title stays. A
/// reading that was answered, or that has lines below it, loses its hint alone.
std::string without_prompts(const Note& note, const Note& asked, const Reading& reading);

}  // namespace oneonone
