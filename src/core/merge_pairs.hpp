// SPDX-License-Identifier: MIT
// Which items of three versions of a note are one (product.md, "Merging two notes").
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/merge_tree.hpp"

namespace oneonone {

/// Where the items of a note got their ids: without handles nobody can tell.
struct Birthplace {
  std::vector<std::string> people;  ///< the two handles, or nobody
  std::string file;                 ///< the note's name without folders
};

/// In the order in which git names them.
enum class Version { base, ours, theirs };

inline constexpr std::array all_versions{Version::base, Version::ours, Version::theirs};

/// Something for each version.
template <class T>
struct Three {
  T base, ours, theirs;

  T& operator[](Version version) {
    return version == Version::base ? base : version == Version::ours ? ours : theirs;
  }
  const T& operator[](Version version) const {
    return version == Version::base ? base : version == Version::ours ? ours : theirs;
  }
};

/// What one side changed; ours where both did.
template <class T>
T changed(const T& base, const T& ours, const T& theirs) {
  return ours == base ? theirs : ours;
}

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// The items of all versions, each once, as keys from 1. Key 0 is the body, branch 0 of each.
struct Pairs {
  Three<std::vector<std::size_t>> keys;  ///< per version and branch
  Three<std::vector<std::size_t>>
      branches;  ///< per version and key; nowhere when it lacks the item
  /// Per version and branch: a second line with an id that stands further up.
  Three<std::vector<bool>> copied;

  std::size_t size() const { return branches.base.size(); }
};

Pairs pairs_of(const Three<NoteTree>& trees, const Birthplace& birthplace);

}  // namespace oneonone
