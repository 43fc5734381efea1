// SPDX-License-Identifier: MIT
// What a stretch of time leaves behind of one of the two.
#include "core/review.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};
const Date today = *Date::parse("2026-11-24");
const Window window{*Date::parse("2026-11-01"), today};

using Files = std::vector<std::pair<std::string, std::string>>;

Ledger ledger_of(const Files& files, Tree tree = Tree::shared, const char* me = "dana",
                 const char* manager = "dana") {
  Person person;
  person.folder = "alice";
  person.people = {"alice", "dana"};
  person.names = {"Alice Ng", "Dana Lee"};
  person.manager = manager;
  person.me = me;
  std::vector<ParsedNote> notes;
  for (const auto& [file, text] : files) {
    notes.push_back(parse_note(NotePath::make(tree, "alice", file), text, reading));
  }
  return {person, std::move(notes), {}, nullptr};
}

Review review(const Files& files, const std::string& subject = "alice",
              const char* manager = "dana") {
  const Ledger shared = ledger_of(files, Tree::shared, "dana", manager);
  const Ledger own = ledger_of({}, Tree::own, "dana", manager);
  return review_of(shared, said_of(shared, own, today), {window, subject, true});
}

std::string texts(const std::vector<ReviewLine>& lines) {
  std::string text;
  for (const ReviewLine& line : lines) text += line.text + "\n";
  return text;
}

}  // namespace

TEST_CASE("each promise has one fate at the end of the time") {
  struct Row {
    const char* line;
    Fate fate;
    bool ended;
    int late;
  };
  const Row rows[] = {
      {"- [x] @dana a due:2026-11-13 done:2026-11-13", Fate::kept, true, 0},
      {"- [x] @dana a due:2026-11-13 done:2026-11-16", Fate::late, true, 3},
      {"- [x] @dana a", Fate::kept, true, 0},
      {"- [ ] @dana a due:2026-11-20", Fate::overdue, true, 4},
      {"- [ ] @dana a due:2026-10-20", Fate::overdue, false, 35},
      {"- [ ] @dana a due:2026-11-24", Fate::open, false, 0},
      {"- [ ] @dana a", Fate::open, false, 0},
      {"- [-] @dana a due:2026-11-13 dropped:2026-11-20", Fate::dropped, false, 0},
      {"- [x] @dana done later due:2026-11-20 done:2026-11-28", Fate::overdue, true, 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Ledger ledger = ledger_of({{"2026-11-10.md", std::string(row.line) + "\n"}});
    const auto promises = promises_in(ledger, window);
    REQUIRE(promises.size() == 1);
    CHECK(promises[0].fate == row.fate);
    CHECK(promises[0].came_to_end == row.ended);
    CHECK(promises[0].days_late(today) == row.late);
  }
  const Ledger old = ledger_of({{"2026-09-10.md", "- [x] @dana long ago done:2026-09-11\n"}});
  CHECK(promises_in(old, window).empty());
  const Ledger ahead = ledger_of({{"2026-11-10.md", "- [ ] @dana a since:2026-11-10\n"}});
  CHECK(promises_in(ahead, {*Date::parse("2026-10-01"), *Date::parse("2026-10-31")}).empty());
}

TEST_CASE("both sides' promises are listed, the subject's first") {
  const Review both =
      review({{"2026-11-10.md", "- [x] @dana one\n- [ ] @alice two\n- [x] @alice three\n"}});
  REQUIRE(both.promises.size() == 2);
  CHECK(both.promises[0].owner == "alice");
  CHECK(both.promises[0].promises.size() == 2);
  CHECK(both.promises[0].kept.kept == 1);
  CHECK(both.promises[1].promises[0].text == "one");
}

TEST_CASE("wins have their evidence, and are those of whom the meeting is for") {
  const Files files{{"2026-11-10.md",
                     "- Win: builds: down from 14 to 6 minutes https://ci.example/42 (alice)\n"
                     "- Win: seen by me (dana)\n"},
                    {"2026-11-24.md", "## Wins\n- after the fact\n"},
                    {"2026-09-10.md", "- Win: too old (alice)\n"}};
  const Review hers = review(files);
  CHECK(texts(hers.wins) == "builds\nseen by me\nafter the fact\n");
  CHECK(hers.wins[0].metric == "down from 14 to 6 minutes");
  CHECK(hers.wins[0].link == "https://ci.example/42");
  CHECK(hers.wins[0].line == 1);
  CHECK(review(files, "dana").wins.empty());
  CHECK(texts(review(files, "dana", "").wins) == "seen by me\n");  // peers
}

TEST_CASE("feedback is there once it was heard, from the other one") {
  const Review hers = review({{"2026-11-10.md",
                               "- Feedback: say it earlier (dana)\n- Praise: calm (dana)\n"
                               "- Feedback: decisions come late (alice)\n"
                               "- [ ] Feedback: not told (dana)\n"
                               "- Concern: too much on call (alice)\n"}});
  CHECK(texts(hers.feedback) == "say it earlier\ncalm\n");
  CHECK(texts(hers.concerns) == "too much on call\n");
  CHECK(texts(review({{"2026-11-10.md", "- Feedback: decisions come late (alice)\n"}}, "dana")
                  .feedback) == "decisions come late\n");
}

TEST_CASE("what I hold against them and have not said is a surprise, praise is none") {
  const Ledger shared = ledger_of({{"2026-11-10.md", "- Feedback: told (dana)\n"}});
  const Ledger own = ledger_of({{"topics.md",
                                 "- [ ] Feedback: waits since:2026-11-12\n"
                                 "- [ ] Praise: waits since:2026-11-12\n"
                                 "- [x] Concern: told done:2026-11-17\n"
                                 "- [ ] Concern: later since:2026-12-12\n"}},
                               Tree::own);
  const auto surprises = surprises_in(said_of(shared, own, today), shared.person(), today);
  REQUIRE(surprises.size() == 1);
  CHECK(surprises[0].text == "waits");
  CHECK(surprises[0].line == 1);
}

TEST_CASE("growth is what stands below its heading and is no number") {
  const Review hers =
      review({{"2026-11-10.md",
               "## Growth\n- wants to lead the review\n  - a detail\n- customer calls: 4\n"
               "- [ ] @dana find a course\n## Else\n- nothing\n"}});
  CHECK(texts(hers.growth) == "wants to lead the review\n");
}

TEST_CASE("a theme counts the meetings that spoke of it") {
  const Review hers = review({{"2026-11-03.md", "- [>] A role #career ^k7m2q\n- #tests\n"},
                              {"2026-11-10.md", "- [x] A role #career ^k7m2q\n- more #Career\n"},
                              {"2026-11-17.md", "- still #career\n"}});
  REQUIRE(hers.themes.size() == 2);
  CHECK(hers.themes[0].name == "career");
  CHECK(hers.themes[0].meetings == 2);
  CHECK(hers.themes[0].path.file == "2026-11-17.md");
  CHECK(hers.themes[1].meetings == 1);
}

TEST_CASE("goals have the numbers of the time, and how many met the aim") {
  const Ledger ledger = ledger_of({{"2026-10-10.md", "## Growth\n- calls: 9\n"},
                                   {"2026-11-10.md", "## Growth\n- calls: 2\n"},
                                   {"2026-11-17.md", "## Growth\n- Calls: 3.5\n"}});
  const ParsedNote goals =
      parse_note(NotePath::make(Tree::shared, "alice", "goals.md"),
                 "## Billing ^b7r4k\n- calls: 3 a week\n## Past done:2026-10-01\n", reading);
  Review all;
  add_goals(goals_in(goals, ledger.person(), {}), measured_in(ledger), {window, "alice", false},
            all);
  REQUIRE(all.goals.size() == 1);
  CHECK(all.goals[0].measures[0].readings == std::vector<double>{2, 3.5});
  CHECK(all.goals[0].measures[0].met == 1);
}

TEST_CASE("reviews of several folders add up") {
  Review all = review({{"2026-11-10.md", "- [x] @alice one #career\n"}});
  add_review(review({{"2026-11-17.md", "- [ ] @alice two due:2026-11-20 #career\n- Win: w\n"}}),
             all);
  CHECK(all.wins.size() == 1);
  CHECK(all.promises[0].kept.kept == 1);
  CHECK(all.promises[0].kept.of == 2);
  REQUIRE(all.themes.size() == 1);
  CHECK(all.themes[0].meetings == 2);
  CHECK(all.themes[0].path.file == "2026-11-17.md");
}

TEST_CASE("an empty notebook has an empty review") {
  const Review none = review({});
  CHECK(none.wins.empty());
  CHECK(none.themes.empty());
  CHECK(none.promises[0].kept.of == 0);
}
