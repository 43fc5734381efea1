// SPDX-License-Identifier: MIT
// `review`: what a stretch of time leaves behind of one person, or of me, as Markdown.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/goal_book.hpp"
#include "cli/ledgers.hpp"
#include "cli/meetings.hpp"
#include "cli/review_words.hpp"
#include "core/date_words.hpp"
#include "core/pulse.hpp"
#include "error.hpp"

namespace oneonone::review_command {

constexpr int usual_months = 6;

struct Options {
  std::optional<std::string> person, since, until;
  bool with_private = false;
};

Window window_of(const Options& options, Date today) {
  auto day = [&](const std::string& word) { return parse_date_word(word, today, Weekdays::last); };
  Window window;
  window.last = options.until ? std::min(day(*options.until), today) : today;
  window.first = options.since ? day(*options.since) : add_months(window.last, -usual_months);
  if (window.first > window.last) {
    throw Error(Status::usage,
                fmt::format("{} is after {}", window.first.iso(), window.last.iso()));
  }
  return window;
}

/// Both trees of a folder are read; the shared review is made of shared notes alone.
class Folder {
 public:
  Folder(Session& session, Ledgers& ledgers, const Person& person)
      : session_(session),
        person_(person),
        shared_(ledgers.load(person, Tree::shared, Depth::all)),
        own_(ledgers.load(person, Tree::own, Depth::all)) {}

  Review shared(const ReviewQuestion& question) const {
    const Ledger nothing(person_, {}, {}, nullptr);
    Review review = review_of(shared_, said_of(shared_, nothing, session_.today()), question);
    if (person_.people[0] != question.subject && person_.relation() != "peer") return review;
    if (const auto book = read_goals(session_, person_, Tree::shared)) {
      add_goals(goals_in(*book, person_, {}), measured_in(shared_), question, review);
    }
    return review;
  }

  Review own(const ReviewQuestion& question) const {
    std::vector<Remembered> told = all_told();
    std::erase_if(told, [](const Remembered& one) { return one.said.path.tree == Tree::shared; });
    return review_of(own_, told, question);
  }

  std::vector<Said> surprises(Date last) const { return surprises_in(all_told(), person_, last); }

  ReviewMeetings meetings(const Window& window) const {
    ReviewMeetings sum;
    const Cadence cadence = cadence_of(session_.notebook().config(), person_);
    for (const Pulse& pulse : pulse_of(all_meetings(session_, person_), cadence, window,
                                       Span::month, session_.today())) {
      sum.held += pulse.held;
      sum.planned += pulse.planned;
      sum.informal += pulse.informal;
    }
    return sum;
  }

 private:
  std::vector<Remembered> all_told() const { return said_of(shared_, own_, session_.today()); }

  Session& session_;
  Person person_;
  Ledger shared_, own_;
};

/// How many lines a private review would add.
std::size_t lines_in(const Review& review) {
  std::size_t count = review.wins.size() + review.feedback.size() + review.concerns.size() +
                      review.growth.size() + review.themes.size();
  for (const ReviewPromises& side : review.promises) count += side.promises.size();
  return count;
}

std::string surprise_words(const Session& session, const Notebook& notebook, const Said& said) {
  const int days = said.since ? session.today() - *said.since : 0;
  return fmt::format("not told yet, so left out: {} that waits {} {}, {}:{}", said.kind, days,
                     days == 1 ? "day" : "days", notebook.from_here(said.path.path()), said.line);
}

std::string name_of(const Person& person, const std::string& handle) {
  return person.people[0] == handle ? person.names[0] : person.names[1];
}

std::string my_name(const Config& config) {
  return config.name.empty() ? config.me : config.name;
}

ReviewQuestion question_of(const Options& options, Session& session,
                           const std::vector<Person>& people) {
  const bool about_me = !options.person;
  return {window_of(options, session.today()),
          about_me ? session.notebook().config().me : people.front().them(), !about_me};
}

Outcome run(const Options& options, Session& session) {
  const Notebook& notebook = session.notebook();
  std::vector<Person> people;
  if (options.person) people.push_back(notebook.find_person(*options.person));
  if (!options.person) people = notebook.everyone();
  const ReviewQuestion question = question_of(options, session, people);
  ReviewDocument document{my_name(notebook.config()), !options.person, question.window, {}, {}, {}};
  if (options.person) document.name = people.front().name();
  Outcome outcome;
  Ledgers ledgers(session);
  std::size_t hidden = 0;
  for (const Person& person : people) {
    ReviewQuestion here = question;
    if (!options.person) here.subject = person.me;
    const Folder folder(session, ledgers, person);
    add_review(folder.shared(here), document.review);
    Review own = folder.own(here);
    if (!options.with_private) hidden += lines_in(own);
    if (options.with_private) add_review(std::move(own), document.review);
    const ReviewMeetings meetings = folder.meetings(here.window);
    document.meetings.held += meetings.held;
    document.meetings.planned += meetings.planned;
    document.meetings.informal += meetings.informal;
    if (!options.person) continue;
    for (const Said& said : folder.surprises(here.window.last)) {
      outcome.last.push_back(surprise_words(session, notebook, said));
    }
  }
  for (const ReviewPromises& side : document.review.promises) {
    document.owners.push_back(options.person ? name_of(people.front(), side.owner) : document.name);
  }
  if (hidden > 0) outcome.last.push_back(fmt::format("Private: {}, not shown (-p).", hidden));
  outcome.kind = "review";
  outcome.paged = true;
  outcome.view.emplace_back(view::Text{review_markdown(document)});
  outcome.items = review_table(document);
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom it is about; without, you yourself");
  args.option("--since", options->since, "DATE", "from this day on; half a year when not named");
  args.option("--until", options->until, "DATE", "up to this day");
  args.flag("-p,--private", options->with_private, "with what stands in my private notes");
  args.example("review alice --since 1jul > alice.md", "what a performance review should know");
  args.example("review --since 1jan", "about me, over all folders");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"review", "gather wins, promises and feedback of a time", "every quarter", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::review_command
