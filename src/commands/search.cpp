// SPDX-License-Identifier: MIT
// `search`: words or an expression, in everything that was written down.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "core/date_words.hpp"
#include "core/found.hpp"
#include "core/kinds.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::search_command {

using view::Value;

struct Options {
  std::string text;
  std::vector<std::string> people;
  std::optional<std::string> since, until, section, kind;
  bool regex = false, exact = false, copies = false, with_private = false;
};

FoundFilter filter_of(const Options& options, Date today) {
  FoundFilter filter;
  if (options.since) filter.since = parse_date_word(*options.since, today, Weekdays::last);
  if (options.until) filter.until = parse_date_word(*options.until, today, Weekdays::last);
  filter.section = options.section;
  if (options.kind) filter.kind = kind_named(*options.kind);
  return filter;
}

Pattern pattern_of(const Options& options) {
  const Letters letters = options.exact ? Letters::exact : Letters::folded;
  return options.regex ? Pattern::regex(options.text, letters)
                       : Pattern::words(options.text, letters);
}

/// The folders to look into. A word too many is more often a second word to search for than a
/// person.
std::vector<std::string> folders_of(Session& session, const Options& options) {
  std::vector<std::string> folders;
  for (const std::string& word : options.people) {
    try {
      const std::string folder = session.notebook().find_person(word).folder;
      if (std::ranges::find(folders, folder) == folders.end()) folders.push_back(folder);
    } catch (Error& error) {
      error.hint = fmt::format("to search for several words, quote them: oneonone search '{} {}'",
                               options.text, word);
      throw;
    }
  }
  return folders.empty() ? std::vector<std::string>{""} : folders;
}

class Search {
 public:
  Search(Session& session, const Options& options)
      : session_(session),
        pattern_(pattern_of(options)),
        filter_(filter_of(options, session.today())) {
    for (const std::string& folder : folders_of(session, options)) add_files(folder);
  }

  std::vector<Found> run() {
    std::vector<std::vector<Found>> found(files_.size());
    auto visit = [&](std::size_t index, std::string_view bytes) {
      if (pattern_.may_match(bytes)) found[index] = read(files_[index], Note(std::string(bytes)));
    };
    unread_ = session_.notebook().scan_texts(files_, visit);
    std::size_t size = 0;
    for (const std::vector<Found>& some : found) size += some.size();
    std::vector<Found> all;
    all.reserve(size);
    for (std::vector<Found>& some : found) {
      std::ranges::move(std::exchange(some, {}), std::back_inserter(all));
    }
    return all;
  }
  const std::vector<Unread>& unread() const { return unread_; }

 private:
  void add_files(const std::string& folder) {
    const Notebook& notebook = session_.notebook();
    for (const Tree tree : {Tree::shared, Tree::own}) {
      std::ranges::move(notebook.texts(folder, tree), std::back_inserter(files_));
    }
    const std::string* last = nullptr;
    for (const NotePath& file : files_) {
      const bool is_known = last != nullptr && *last == file.person;
      last = &file.person;
      if (is_known || readings_.contains(file.person)) continue;
      const Person person = file.person.empty() ? Person() : notebook.person(file.person);
      readings_.emplace(file.person, reading_of(person, notebook.config()));
    }
  }

  std::vector<Found> read(const NotePath& file, const Note& note) const {
    try {
      const auto hits = pattern_.lines_in(note, note.body_line());
      if (hits.empty()) return {};
      return found_in(file, note, hits, readings_.at(file.person), filter_);
    } catch (Error& error) {
      error.where = session_.notebook().from_here(file.path());
      throw;
    }
  }

  Session& session_;
  Pattern pattern_;
  FoundFilter filter_;
  std::vector<NotePath> files_;
  std::map<std::string, Reading, std::less<>> readings_;
  std::vector<Unread> unread_;
};

bool is_private(const Found& one) {
  return one.path->tree == Tree::own;
}

std::vector<Found> take_private(std::vector<Found>& found) {
  std::vector<Found> own;
  std::ranges::copy_if(found, std::back_inserter(own), is_private);
  std::erase_if(found, is_private);
  return own;
}

view::Table table_of(std::vector<Found> found) {
  auto or_null = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
  const std::vector<view::Column<Found>> columns{
      {"path", [](const Found& one) { return Value(one.path->path()); }},
      {"line", [](const Found& one) { return Value(one.hit.line); }},
      {"person", [=](const Found& one) { return or_null(one.path->person); }},
      {"date",
       [](const Found& one) { return one.path->date ? Value(one.path->date->iso()) : Value(); }},
      {"section", [](const Found& one) { return one.section ? Value(*one.section) : Value(); }},
      {"kind", [=](const Found& one) { return or_null(one.kind); }},
      {"text", [](const Found& one) { return Value(excerpt(one.text, one.hit, INT32_MAX)); }},
      {"id", [=](const Found& one) { return or_null(one.id); }},
      {"private", [](const Found& one) { return Value(is_private(one)); }},
  };
  return {std::move(found), columns};
}

/// An excerpt that keeps the id at the line's end, which other commands ask for.
std::string with_id(const Found& one, int columns) {
  const std::string id = one.id.empty() ? "" : " ^" + one.id;
  std::string_view text = one.text;
  if (id.empty() || !text.ends_with(id) || unicode::width(text) <= columns) {
    return excerpt(text, one.hit, columns);
  }
  text.remove_suffix(id.size());
  return excerpt(text, one.hit, columns - unicode::width(id)) + id;
}

/// `path:line: the line`, as editors and terminals make links of it. A line too long for the
/// terminal is cut where it says least.
std::string line_of(Session& session, const Found& one) {
  const std::string place =
      fmt::format("{}:{}: ", session.notebook().from_here(one.path->path()), one.hit.line);
  const Terminal& terminal = session.system().terminal;
  int columns = INT32_MAX;
  if (terminal.output_is_terminal()) {
    columns = std::max(terminal.columns() - 1 - unicode::width(place), 20);
  }
  return place + with_id(one, columns) + '\n';
}

std::string count(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string summary(const std::vector<Found>& shown, std::size_t hidden) {
  std::size_t files = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (i == 0 || *shown[i].path != *shown[i - 1].path) ++files;
  }
  std::string line =
      shown.empty() ? "nothing found."
                    : fmt::format("{} in {}.", count(shown.size(), "line"), count(files, "file"));
  if (hidden > 0) line += fmt::format(" Private: {}, not shown (-p).", hidden);
  return line;
}

Outcome run(const Options& options, Session& session) {
  Search search(session, options);
  std::vector<Found> found = search.run();
  std::vector<Found> hidden;
  if (!options.with_private) hidden = take_private(found);
  if (!options.copies) {
    found = without_copies(std::move(found));
    hidden = without_copies(std::move(hidden));
  }
  const bool quiet = session.globals().quiet;
  // As with grep -q: who only asks whether there is something has the answer once it is found.
  if (!quiet || found.empty()) {
    for (const Unread& file : search.unread()) session.unread(file);
  }
  Outcome outcome;
  outcome.kind = "search";
  outcome.paged = true;
  if (quiet && found.empty() && search.unread().empty()) outcome.status = Status::failed;
  outcome.last.push_back(summary(found, hidden.size()));
  if (session.globals().wants_items()) {
    outcome.items = table_of(std::move(found));
  } else if (!quiet && !found.empty()) {
    std::string lines;
    for (const Found& one : found) lines += line_of(session, one);
    outcome.view.emplace_back(view::Text{std::move(lines)});
  }
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("TEXT", options->text, "words that a line must hold; \"in quotes\" together");
  args.rest("PERSON", options->people, false, "only what is about these people");
  args.flag("-e,--regex", options->regex, "TEXT is a regular expression, as in Perl");
  args.flag("--case", options->exact, "capitals and accents count");
  args.option("--since", options->since, "DATE", "only notes from this day on");
  args.option("--until", options->until, "DATE", "only notes up to this day");
  args.option("--section", options->section, "NAME", "only below headings with these words");
  args.option("--kind", options->kind, "KIND", "only wins, asks, feedback, decisions, …");
  args.flag("--copies", options->copies, "older copies of what was carried, too");
  args.flag("-p,--private", options->with_private, "with what stands in my private notes");
  args.example("search budget", "where the budget was spoken of");
  args.example("search 'retry queue' alice", "lines with both words, about Alice");
  args.example("search --kind decision hire", "what was decided about hiring");
  args.example("search -e '\\d+ (EUR|euros)'", "amounts");
  return [options](Session& session) { return run(*options, session); };
}

std::vector<Command> commands() {
  return {{"search", "find words in all that was written down", "now and then", declare}};
}

}  // namespace oneonone::search_command
