// SPDX-License-Identifier: MIT
// Chooses among the paths of one person's notes, oldest first.
#include "core/note_choice.hpp"

#include <algorithm>

#include "core/date_words.hpp"

namespace oneonone {
namespace {

constexpr int planned_within_days = 7;

/// The first note after today; nothing when it lies further off than `within` days.
std::optional<NotePath> next_planned(const std::vector<NotePath>& notes, Date today, int within) {
  for (const NotePath& note : notes) {
    if (note.date && *note.date > today) {
      return *note.date - today <= within ? note_on(notes, *note.date) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

NotePath meeting_path(const std::string& person, Tree tree, Date date, int number) {
  std::string file = date.iso();
  if (number > 1) file += "-" + std::to_string(number);
  return NotePath::make(tree, person, file + ".md");
}

std::optional<NotePath> note_on(const std::vector<NotePath>& notes, Date date) {
  std::optional<NotePath> newest;
  for (const NotePath& note : notes) {
    if (note.date == date) newest = note;
  }
  return newest;
}

Date day_of_note(const std::vector<NotePath>& notes, std::string_view word, Date today) {
  Date last = parse_date_word(word, today, Weekdays::last);
  if (note_on(notes, last)) return last;
  Date next = parse_date_word(word, today, Weekdays::from_today);
  bool meant = note_on(notes, next) || (today - last > 7 && next - today < today - last);
  return meant ? next : last;
}

NotePath note_for_new(const std::vector<NotePath>& notes, const std::string& person,
                      std::optional<Date> date, bool another, Date today) {
  Date day = date.value_or(today);
  auto found = note_on(notes, day);
  if (!found && !date && !another) found = next_planned(notes, today, planned_within_days);
  if (found && !another) return *found;
  return meeting_path(person, Tree::shared, day, found ? found->number + 1 : 1);
}

std::optional<NotePath> note_to_show(const std::vector<NotePath>& notes, std::optional<Date> date,
                                     Date today) {
  if (date) return note_on(notes, *date);
  std::optional<NotePath> newest;
  for (const NotePath& note : notes) {
    if (note.date && *note.date <= today) newest = note;
  }
  return newest ? newest : next_planned(notes, today, INT32_MAX);
}

std::optional<NotePath> note_to_move(const std::vector<NotePath>& notes, std::optional<Date> from,
                                     Date today) {
  if (auto found = note_on(notes, from.value_or(today)); found || from) return found;
  return next_planned(notes, today, INT32_MAX);
}

}  // namespace oneonone
