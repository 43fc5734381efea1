// SPDX-License-Identifier: MIT
// A note for those who have no oneonone: as Markdown, and in plain words.
#pragma once

#include <string>
#include <string_view>

#include "core/ledger.hpp"
#include "model/person.hpp"

namespace oneonone {

/// `Alice Ng and Dana Lee, 17 November 2026`.
std::string meeting_title(const Person& person, Date date);

/// The note of a day as a document of its own: a title, and the body without comments on lines of
/// their own, without numbers nobody gave and without empty headings. What is left is the note's,
/// line for line, so that an edited copy can be merged back. Lines end with `\n`; what steers a
/// terminal is made visible.
std::string handout(const Note& note, Date day, const Person& person, const Reading& reading);

/// How a box is drawn.
enum class Boxes {
  ascii,  ///< `[x] Dana Lee: …`
  signs,  ///< `☑ **Dana Lee:** …`
};

/// A handout in words: names for owners and authors, days as people say them in the weeks around
/// `day`, no ids.
std::string in_words(std::string_view handout, const Person& person, const Reading& reading,
                     Date day, Boxes boxes);

/// A handout in words as the text of a mail: headings without marks. The title is left to the
/// subject.
std::string as_mail_text(std::string_view in_words, const Reading& reading);

}  // namespace oneonone
