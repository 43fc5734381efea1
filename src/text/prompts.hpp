// SPDX-License-Identifier: MIT
// The prompts that a template wrote into a note and nobody used.
#pragma once

#include <string>

#include "text/note.hpp"
#include "text/tasks.hpp"

namespace oneonone {

/// The note without the comments and the empty headings that are byte for byte the template's
/// (product.md, "A meeting note"). `asked` is what the template wrote. A heading is empty when only
/// blank lines follow until one of its own level or above; the title stays.
std::string without_prompts(const Note& note, const Note& asked, const Reading& reading);

}  // namespace oneonone
