// SPDX-License-Identifier: MIT
// Whether anybody wrote in a note after `new` had made it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/meeting.hpp"

namespace oneonone {

/// True when nothing in a meeting's note was ticked or typed: its front matter tells nothing of the
/// meeting, and below stand only headings, comments, open readings, lines that were carried (not
/// ticked, with `since:`) and lines that an earlier text has too. `earlier` are the texts it may
/// have been carried from. This needs no memory of what `new` wrote; in doubt the answer is no.
bool is_untouched(const Meeting& meeting, std::string_view text,
                  const std::vector<std::string>& earlier);

}  // namespace oneonone
