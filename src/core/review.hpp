// SPDX-License-Identifier: MIT
// What a stretch of time leaves behind of one of the two: for a performance review, or for oneself
// (practices.md rows 22, 39, 41, 46, 67).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/evidence.hpp"
#include "core/goals.hpp"
#include "core/promises.hpp"
#include "core/said.hpp"

namespace oneonone {

/// What a review is about.
struct ReviewQuestion {
  Window window;
  std::string subject;      ///< the handle of the one it is about
  bool both_sides = false;  ///< what the other one promised, too
};

/// A line with the note it comes from.
struct ReviewLine {
  std::string text;          ///< as the note says it
  std::string metric, link;  ///< what proves a win
  std::string kind;          ///< of what was said: "praise"; else empty
  std::string speaker;       ///< who said it, where it is feedback; else empty
  std::optional<Date> day;
  NotePath path;
  std::size_t line = 0;
};

/// A promise and what became of it.
struct ReviewPromise {
  std::string text;
  Promise promise;
  NotePath path;
  std::size_t line = 0;
};

struct ReviewPromises {
  std::string owner;
  Kept kept;
  std::vector<ReviewPromise> promises;
};

/// A measure of a goal: its readings within the window.
struct ReviewMeasure {
  Measure measure;
  std::vector<double> readings;
  int met = 0;  ///< readings that met the aim
};

struct ReviewGoal {
  Goal goal;
  std::vector<ReviewMeasure> measures;
};

/// A theme, the meetings in whose notes it stands, and the last place.
struct ReviewTheme {
  std::string name;
  int meetings = 0;
  Date last;
  NotePath path;
  std::size_t line = 0;
};

/// Everything of one folder within the window.
struct Review {
  std::vector<ReviewLine> wins, feedback, concerns, growth;
  std::vector<ReviewGoal> goals;
  std::vector<ReviewPromises> promises;  ///< the subject's first
  std::vector<ReviewTheme> themes;       ///< the most frequent first
};

/// Reads one tree; `told` are the lines of that tree. Wins are the subject's when they say so, or
/// when the meeting is for the subject and no peer claims them. Feedback is what the other one gave
/// and the subject heard; criticism that waits is never there.
Review review_of(const Ledger& ledger, const std::vector<Remembered>& told,
                 const ReviewQuestion& question);

/// Adds what another tree or folder holds, about the same subject.
void add_review(Review part, Review& all);

/// Adds the goals of the one whom the meeting is for, with their numbers.
void add_goals(const std::vector<Goal>& goals, const std::vector<Measured>& measured,
               const ReviewQuestion& question, Review& review);

/// Feedback and concerns of mine that wait: what a review must not be the first to say.
std::vector<Said> surprises_in(const std::vector<Remembered>& told, const Person& person,
                               Date last);

}  // namespace oneonone
