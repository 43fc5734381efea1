// SPDX-License-Identifier: MIT
// Which files below a folder are notes, and which are texts.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/note_path.hpp"
#include "system/system.hpp"

namespace oneonone {

/// Lists a folder by its path in the notebook; gives nothing when there is none.
using ListFolder = std::function<std::optional<std::vector<Entry>>(const std::string& folder)>;

/// The dated notes below a person's folder, and topics.md at its top, as they are listed.
std::vector<NotePath> notes_below(const NotePath& person, const ListFolder& list);

/// The files below a tree, or a person's folder in it, that may hold text, as they are listed.
std::vector<NotePath> texts_below(const NotePath& folder, const ListFolder& list);

}  // namespace oneonone
