// SPDX-License-Identifier: MIT
// A mirror in words and as data: one line a practice, seen from my chair.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/mirror.hpp"
#include "view/view.hpp"

namespace oneonone {

struct MirrorRow {
  Person person;
  Mirror mirror;
  int aim = 0;  ///< see talk_target
};

/// `8 of 10 held; moved by Dana 1, missed by me 1`. Empty when all were held where they
/// were planned.
std::string rhythm_words(const MirrorRow& row);
/// `60 70 75, aim 80`: the last three meetings that know it; empty when none does.
std::string talk_words(const MirrorRow& row);
/// `Alice 7, me 3`; empty when no author is known.
std::string topics_words(const MirrorRow& row);
/// `no praise for 6 weeks`, from the fourth week on; empty where the meeting is for me.
std::string praise_words(const MirrorRow& row);

/// A short block a person; who did not meet me within the window has none.
view::View mirror_view(const std::vector<MirrorRow>& rows);
/// The rows as data, kind `mirror`.
view::Table mirror_table(std::vector<MirrorRow> rows);

}  // namespace oneonone
