// SPDX-License-Identifier: MIT
// `search`: words or an expression, in everything that was written down.
#include <fmt/format.h>

#include <algorithm>
#include <array>
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

/// A folder to look into.
struct Place {
  Tree tree = Tree::shared;
  std::string folder;  ///< empty for what stands beside the folders
};

/// The folders of the people. A word too many is more often a second word to search for than a
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
  return folders;
}

std::vector<Place> places_of(Session& session, const Options& options) {
  std::vector<Place> places;
  for (const std::string& folder : folders_of(session, options)) {
    for (const Tree tree : {Tree::shared, Tree::own}) places.push_back({tree, folder});
  }
  if (!options.people.empty()) return places;
  for (const Tree tree : {Tree::shared, Tree::own}) {
    for (std::string& folder : session.notebook().text_folders(tree))
      places.push_back({tree, std::move(folder)});
  }
  return places;
}

/// The lists one after the other, each line held once: there may be a hundred thousand.
std::vector<Found> joined(std::vector<std::vector<Found>> lists) {
  std::erase_if(lists, [](const std::vector<Found>& list) { return list.empty(); });
  if (lists.size() == 1) return std::move(lists[0]);
  std::size_t size = 0;
  for (const std::vector<Found>& list : lists) size += list.size();
  std::vector<Found> all;
  all.reserve(size);
  for (std::vector<Found>& list : lists)
    std::ranges::move(std::exchange(list, {}), std::back_inserter(all));
  return all;
}

/// The texts of one place while they are searched.
struct Part {
  std::vector<NotePath> files;
  std::optional<Reading> reading;         ///< once there are files
  std::vector<std::vector<Found>> found;  ///< for each file
  std::vector<Found> all;                 ///< the same in one row, once all were read
  std::vector<Unread> unread;

  void join() { all = joined(std::exchange(found, {})); }
};

class Search {
 public:
  Search(Session& session, const Options& options)
      : session_(session),
        places_(places_of(session, options)),
        pattern_(pattern_of(options)),
        filter_(filter_of(options, session.today())),
        parts_(places_.size()) {}

  std::vector<Found> run() {
    std::size_t next = 0;
    session_.notebook().scan_batches([&]() -> std::optional<Notebook::Batch> {
      if (next == places_.size()) return std::nullopt;
      Part& part = parts_[next];
      fill(part, places_[next++]);
      auto visit = [this, &part](std::size_t index, std::string_view bytes) {
        if (!pattern_.may_match(bytes)) return;
        part.found[index] = read(part, part.files[index], Note(std::string(bytes)));
      };
      auto done = [&part](std::vector<Unread> files) { part.unread = std::move(files); };
      return Notebook::Batch{part.files, visit, [&part] { part.join(); }, done};
    });
    std::vector<std::vector<Found>> lists;
    for (Part& part : parts_) lists.push_back(std::move(part.all));
    return joined(std::move(lists));
  }

  void tell_unread() const {
    for (const Part& part : parts_) {
      for (const Unread& file : part.unread) session_.unread(file);
    }
  }
  bool has_unread() const {
    return std::ranges::any_of(parts_, [](const Part& part) { return !part.unread.empty(); });
  }

 private:
  void fill(Part& part, const Place& place) const {
    const Notebook& notebook = session_.notebook();
    part.files = notebook.texts(place.folder, place.tree);
    part.found.resize(part.files.size());
    if (part.files.empty()) return;
    const Person person = place.folder.empty() ? Person() : notebook.person(place.folder);
    part.reading = reading_of(person, notebook.config());
  }

  std::vector<Found> read(const Part& part, const NotePath& file, const Note& note) const {
    try {
      const auto hits = pattern_.lines_in(note, note.body_line());
      return found_in(file, note, hits, *part.reading, filter_);
    } catch (Error& error) {
      error.where = session_.notebook().from_here(file.path());
      throw;
    }
  }

  Session& session_;
  std::vector<Place> places_;
  Pattern pattern_;
  FoundFilter filter_;
  std::vector<Part> parts_;
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
std::string lines_of(Session& session, const std::vector<Found>& found) {
  const Terminal& terminal = session.system().terminal;
  const bool cut = terminal.output_is_terminal();
  const int columns = cut ? terminal.columns() - 1 : 0;
  std::string lines;
  for (const Found& one : found) {
    std::string place = session.notebook().from_here(one.path->path());
    (place += ':').append(std::to_string(one.hit.line)).append(": ");
    lines += place;
    lines += with_id(one, cut ? std::max(columns - unicode::width(place), 20) : INT32_MAX);
    lines += '\n';
  }
  return lines;
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
    search.tell_unread();
  }
  Outcome outcome;
  outcome.kind = "search";
  outcome.paged = true;
  if (quiet && found.empty() && !search.has_unread()) outcome.status = Status::failed;
  outcome.last.push_back(summary(found, hidden.size()));
  if (session.globals().wants_items()) {
    outcome.items = table_of(std::move(found));
  } else if (!quiet && !found.empty()) {
    outcome.view.emplace_back(view::Text{lines_of(session, found)});
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

constexpr std::array table{
    Command{"search", "find words in all that was written down", "now and then", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::search_command
