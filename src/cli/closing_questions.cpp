// SPDX-License-Identifier: MIT
// One question after the other; each answer is an edit of the ledger or a key of the closing.
#include "cli/closing_questions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/item_change.hpp"

namespace oneonone {
namespace {

std::string first_name(const std::string& name) {
  return name.substr(0, name.find(' '));
}

/// `, alice`; nothing for what nobody owns yet.
std::string behind_comma(const Ledger& ledger, const Item& item) {
  const std::string owner = ledger.person().promiser(item.owner);
  return owner.empty() ? "" : ", " + owner;
}

NoteEdits ask_owner(const Ledger& ledger, const Chain& chain, Asking& asking) {
  const std::vector<std::string>& two = ledger.person().people;
  auto owner = asking.word(fmt::format("Nobody owns \"{}\": {} or {}?",
                                       ledger.shown(chain).item().words, two[0], two[1]),
                           {two[0], two[1], "me"});
  if (owner == "me") owner = ledger.person().me;
  return owner ? set_owner(ledger, chain, *owner) : NoteEdits{};
}

NoteEdits ask_due(const Ledger& ledger, const Chain& chain, Asking& asking) {
  const Item& item = ledger.shown(chain).item();
  auto due = asking.date(fmt::format("By when{}: \"{}\"?", behind_comma(ledger, item), item.words),
                         Weekdays::after_today);
  return due ? set_due(ledger, chain, due) : NoteEdits{};
}

NoteEdits ask_decision(const Ledger& ledger, const Chain& chain, Asking& asking, Date today) {
  const Item& item = ledger.shown(chain).item();
  std::string question = fmt::format("Carried {} times{}: \"{}\". done, drop, or a day?",
                                     ledger.carries(chain), behind_comma(ledger, item), item.words);
  while (auto answer = asking.text(question)) {
    if (*answer == "done") return close_item(ledger, chain, Mark::done, today);
    if (*answer == "drop") return close_item(ledger, chain, Mark::dropped, today);
    auto day = try_date_word(*answer, today, Weekdays::after_today);
    if (day) return set_due(ledger, chain, day);
    asking.wanted("done, drop, or a day such as fri");
  }
  return {};
}

NoteEdits ask_about(const Gap& gap, const Ledger& ledger, Asking& asking, Date today) {
  const Chain& chain = *std::ranges::find(ledger.chains(), gap.id, &Chain::id);
  if (gap.lack == Lack::owner) return ask_owner(ledger, chain, asking);
  if (gap.lack == Lack::due) return ask_due(ledger, chain, asking);
  return ask_decision(ledger, chain, asking, today);
}

/// One number from each of the two; who did not say it is not followed by the other.
void ask_both(const Person& person, const SaidBy& known, SaidBy& said, const std::string& question,
              int low, int high, Asking& asking) {
  for (const std::string& handle : {person.me, person.them()}) {
    if (said.contains(handle) || known.contains(handle)) continue;
    std::string who = handle == person.me ? "you say" : first_name(person.name()) + " says";
    auto number = asking.number(fmt::format("{}, {}:", question, who), low, high);
    if (!number) return;
    said[handle] = *number;
  }
}

}  // namespace

void ask_gaps(Ledger& ledger, const NotePath& note, const Reading& reading, Asking& asking,
              Date today) {
  for (const Gap& gap : gaps_of(ledger, note, today)) {
    NoteEdits edits = ask_about(gap, ledger, asking, today);
    if (!edits.empty()) ledger = edited(ledger, edits, reading);
  }
}

void ask_meeting(const Meeting& known, const Person& person, Closing& closing, Asking& asking) {
  bool mine = person.people.front() == person.me;
  const std::string whose = mine ? "Your" : first_name(person.names.front()) + "'s";
  if (!closing.recap && known.recapped_by.empty()) {
    closing.recap = asking.text("Recap, in " + (mine ? "your" : whose) + " words:");
  }
  if (!closing.next && !known.next) closing.next = asking.date("Next:", Weekdays::after_today);
  if (!closing.mood && !known.mood) closing.mood = asking.number(whose + " mood, 1 to 5:", 1, 5);
  ask_both(person, known.talk, closing.talk, whose + " share of the talk in percent", 0, 100,
           asking);
  ask_both(person, known.worth, closing.worth, "Worth the time, 1 to 5", 1, 5, asking);
  if (!closing.venue && known.venue.empty()) closing.venue = asking.text("Where:");
  if (!closing.minutes && !known.minutes) closing.minutes = asking.number("Minutes:", 1, 1440);
}

}  // namespace oneonone
