// SPDX-License-Identifier: MIT
// `page`: one HTML page to look at, which needs nothing else.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/goal_book.hpp"
#include "cli/page_document.hpp"
#include "cli/progress.hpp"
#include "cli/shared_notebook.hpp"
#include "core/date_words.hpp"
#include "error.hpp"
#include "view/html.hpp"

namespace oneonone::page_command {

constexpr int usual_months = 12;
constexpr const char* standard_output = "-";

struct Options {
  std::vector<std::string> people, with_private;
  std::optional<std::string> since, output;
};

Window window_of(const Options& options, Date today) {
  const Date first = options.since ? parse_date_word(*options.since, today, Weekdays::last)
                                   : add_months(today, -usual_months);
  if (first > today) {
    throw Error(Status::usage, fmt::format("{} is after today", first.iso()), "--since");
  }
  return {first, today};
}

/// The folders whose private notes are asked for.
std::vector<std::string> folders_of(const Options& options, const Notebook& notebook) {
  std::vector<std::string> folders;
  for (const std::string& word : options.with_private) {
    folders.push_back(notebook.find_person(word).folder);
  }
  return folders;
}

PageOfPerson shared_page(SharedNotebook& notebook, const Person& person, const Window& window) {
  return {looking_back(notebook.notes(person), notebook.goals(person), notebook.cadence(person),
                       window),
          notebook.talk_aim(person), std::nullopt};
}

PrivatePart private_part(Session& session, const Person& person, const Window& window) {
  Ledgers ledgers(session);
  const Ledger own = ledgers.load(person, Tree::own, Depth::all);
  const auto book = read_goals(session, person, Tree::own);
  const std::vector<Goal> goals = book ? goals_in(*book, person, {}) : std::vector<Goal>();
  return {open_promises(own, window), measure_lines(goals, own, window)};
}

PageDocument document_of(const Options& options, Session& session) {
  PageDocument document{window_of(options, session.today()), {}};
  SharedNotebook notebook(session);
  std::vector<Person> people = notebook.people(options.people);
  if (options.people.empty()) std::erase_if(people, &Person::is_alumni);
  const std::vector<std::string> named = folders_of(options, session.notebook());
  for (const std::string& folder : named) {
    if (std::ranges::find(people, folder, &Person::folder) == people.end()) {
      throw Error(Status::usage, fmt::format("'{}' is not on this page", folder), "--private");
    }
  }
  Progress progress(session, people.size());
  for (const Person& person : people) {
    progress.step("reading " + person.folder);
    document.people.push_back(shared_page(notebook, person, document.window));
    if (std::ranges::find(named, person.folder) == named.end()) continue;
    document.people.back().own = private_part(session, person, document.window);
  }
  return document;
}

/// Refuses to replace what is no page: a slip of the hand must not cost a note, nor make one.
void require_replaceable(const Session& session, const std::string& path) {
  if (path.ends_with(".md") || path.ends_with(".yaml")) {
    throw Error(Status::failed, "this would be read as a file of a notebook", path,
                "name a file that ends otherwise, such as page.html");
  }
  const auto present = session.system().files.read(path);
  if (!present || present->empty()) return;
  constexpr std::size_t far_enough = 1024;
  if (present->substr(0, far_enough).find(view::generator) != std::string::npos) return;
  throw Error(Status::failed, "it is there and is no page of oneonone", path,
              "name another file, or remove this one");
}

/// Where a file is or would be, with links resolved; empty when its folder is not there.
std::string place_of(const Files& files, const std::string& path) {
  if (const auto place = files.resolve(path)) return *place;
  const std::size_t name = path.rfind('/') + 1;
  const auto folder = files.resolve(name == 0 ? "." : path.substr(0, name));
  return folder ? *folder + "/" + path.substr(name) : "";
}

/// True for a file of the notebook that private/ does not hold.
bool is_shared_place(Session& session, const std::string& path) {
  const Files& files = session.system().files;
  const Notebook& notebook = session.notebook();
  const std::string place = place_of(files, path);
  auto is_below = [&](const std::string& folder) {
    const auto real = files.resolve(folder);
    return real && place.starts_with(*real + "/");
  };
  return is_below(notebook.root()) && !is_below(notebook.absolute(folder_of(Tree::own)));
}

void require_private_place(Session& session, const std::string& path) {
  if (!is_shared_place(session, path)) return;
  throw Error(Status::failed, "a page with private lines must not lie in the notebook", path,
              "name a file elsewhere, or in private/");
}

Outcome run(const Options& options, Session& session) {
  if (!options.output) {
    throw Error(Status::usage, "no file is named for the page", "",
                "for instance: oneonone page -o page.html");
  }
  const std::string& path = *options.output;
  Outcome outcome;
  if (path == standard_output) {
    outcome.view.emplace_back(view::Text{page_html(document_of(options, session))});
    return outcome;
  }
  if (!options.with_private.empty()) require_private_place(session, path);
  require_replaceable(session, path);
  session.write_named(path, page_html(document_of(options, session)));
  if (!session.globals().dry_run) outcome.view.emplace_back(view::Text{path});
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("PERSON", options->people, false, "only these people");
  args.option("-o,--output", options->output, "FILE", "where to; - is standard output");
  args.option("--since", options->since, "DATE", "from this day on; a year when not named");
  args.option("--private", options->with_private, "PERSON",
              "with what my private notes hold about this one; may be given several times");
  args.example("page -o page.html", "everyone, the last year");
  args.example("page alice --since 1jul -o alice.html", "half a year with Alice");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"page",
                                   "make one page to look at: meetings, moods, promises, goals",
                                   "every quarter", declare, no_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::page_command
