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

/// The files below a folder of a tree that may hold text, as they are listed; for the tree itself
/// those that stand beside its folders.
std::vector<NotePath> texts_below(const NotePath& folder, const ListFolder& list);

/// The folders among the entries of a tree that texts may be in.
std::vector<std::string> text_folders(const std::vector<Entry>& entries);

}  // namespace oneonone
