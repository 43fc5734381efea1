// SPDX-License-Identifier: MIT
// Joins goals.md and the notes of a person.
#include "cli/goal_book.hpp"

#include <algorithm>

#include "text/records.hpp"

namespace oneonone {
namespace {

GoalCard card_of(Goal goal, const std::vector<Measured>& all) {
  GoalCard card;
  for (const Measure& measure : goal.measures) {
    card.series.push_back({measure, readings_of(measure, all)});
  }
  card.goal = std::move(goal);
  return card;
}

}  // namespace

std::optional<ParsedNote> read_goals(Session& session, const Person& person, Tree tree) {
  const NotePath path = NotePath::make(tree, person.folder, "goals.md");
  auto bytes = session.notebook().read(path.path());
  if (!bytes) return std::nullopt;
  return parse_note(path, std::move(*bytes), reading_of(person, session.notebook().config()));
}

std::vector<Goal> shared_goals(Session& session, const Person& person) {
  const auto book = read_goals(session, person, Tree::shared);
  return book ? goals_in(*book, person, {}) : std::vector<Goal>();
}

std::vector<Goal> goals_of(Session& session, const Person& person) {
  std::vector<Goal> all;
  Ledgers ledgers(session);
  IdSet taken;
  for (const Tree tree : {Tree::shared, Tree::own}) {
    const auto book = read_goals(session, person, tree);
    if (!book) continue;
    taken.merge(ledgers.ids(person, tree));
    for (Goal& goal : goals_in(*book, person, taken)) {
      taken.insert(goal.id);
      all.push_back(std::move(goal));
    }
  }
  return all;
}

std::vector<GoalCard> goal_cards(Session& session, Ledgers& ledgers, const Person& person) {
  std::vector<GoalCard> cards;
  std::vector<Goal> goals = goals_of(session, person);
  if (goals.empty()) return cards;
  const Date today = session.today();
  const Ledger shared = ledgers.load(person, Tree::shared, Depth::all);
  const Ledger own = ledgers.load(person, Tree::own, Depth::all);
  std::vector<Measured> in_shared = measured_in(shared);
  std::erase_if(in_shared, [today](const Measured& one) { return one.date() > today; });
  std::vector<Measured> in_both = measured_in(own);
  std::erase_if(in_both, [today](const Measured& one) { return one.date() > today; });
  in_both.insert(in_both.end(), in_shared.begin(), in_shared.end());
  std::ranges::sort(in_both, {}, &Measured::path);
  for (Goal& goal : goals) {
    const bool is_private = goal.path.tree == Tree::own;
    std::optional<Date> touched = last_touched(goal, shared, today);
    if (is_private) touched = std::max(touched, last_touched(goal, own, today));
    cards.push_back(card_of(std::move(goal), is_private ? in_both : in_shared));
    cards.back().touched = touched;
  }
  return cards;
}

}  // namespace oneonone
