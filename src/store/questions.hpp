// SPDX-License-Identifier: MIT
// The question bank of a notebook: ours and the user's own.
#pragma once

#include <vector>

#include "store/notebook.hpp"
#include "text/question_bank.hpp"

namespace oneonone {

/// The built-in questions and those of `templates/questions/*.md` in the notebook, without ids.
std::vector<Question> question_bank(const Notebook& notebook);

}  // namespace oneonone
