// SPDX-License-Identifier: MIT
// A review as a Markdown document and as data.
#pragma once

#include <string>
#include <vector>

#include "core/review.hpp"
#include "view/value.hpp"

namespace oneonone {

/// The meetings of the window, over all folders that were read.
struct ReviewMeetings {
  int held = 0, planned = 0, informal = 0;
};

struct ReviewDocument {
  std::string name;  ///< of the one it is about
  bool about_me = false;
  Window window;
  ReviewMeetings meetings;
  Review review;
  std::vector<std::string> owners;  ///< the names of those who promised, as in the review
};

/// Each line with its note; a section with nothing to say is not there. What notes say is escaped:
/// it can neither format the document nor link to anywhere but the web.
std::string review_markdown(const ReviewDocument& document);

/// The lines as data, kind `review`.
view::Table review_table(const ReviewDocument& document);

}  // namespace oneonone
