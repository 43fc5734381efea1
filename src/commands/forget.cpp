// SPDX-License-Identifier: MIT
// `forget`: takes away what I noted about somebody for myself, and says what stays.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/asking.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "core/search.hpp"
#include "error.hpp"
#include "store/repository.hpp"

namespace oneonone::forget_command {

struct Options {
  std::string person;
  bool yes = false;
};

struct Row {
  std::string path, person;
};

std::string plural(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

/// All files below a folder of private/, and the folders, each behind what it holds. A link is
/// taken for itself: what it leads to is elsewhere.
class Contents {
 public:
  Contents(const Session& session, const Notebook& notebook, const std::string& folder)
      : files_(session.system().files), notebook_(notebook) {
    if (files_.kind(notebook.absolute(folder)) == FileKind::folder) add(folder);
  }

  const std::vector<std::string>& files() const { return names_; }
  const std::vector<std::string>& in_order() const { return order_; }

 private:
  bool is_link(const std::string& folder, const std::string& name) const {
    const auto place = files_.resolve(notebook_.absolute(folder + "/" + name));
    const auto above = files_.resolve(notebook_.absolute(folder));
    return !place || !above || *place != *above + "/" + name;
  }

  void add(const std::string& folder) {
    for (const Entry& entry :
         files_.list(notebook_.absolute(folder)).value_or(std::vector<Entry>{})) {
      const std::string path = folder + "/" + entry.name;
      if (entry.kind == FileKind::folder && !is_link(folder, entry.name)) {
        add(path);
        continue;
      }
      names_.push_back(path);
      order_.push_back(path);
    }
    order_.push_back(folder);
  }

  const Files& files_;
  const Notebook& notebook_;
  std::vector<std::string> names_, order_;
};

/// The words by which notes call somebody: handles and the name.
Pattern names_of(const Person& person) {
  std::string any = fmt::format("\\Q{}\\E", person.them());
  std::vector<std::string> more = person.aka;
  more.push_back(person.name());
  for (std::string& name : more) {
    std::erase(name, '\\');
    any += fmt::format("|\\Q{}\\E", name);
  }
  return Pattern::regex(fmt::format("\\b(?:{})\\b", any), Letters::folded);
}

/// How many lines of each file name the person; `gone` are the files that are on their way out.
std::vector<std::string> mentions(Session& session, const Person& person,
                                  const std::vector<std::string>& gone) {
  const Notebook& notebook = session.notebook();
  const Pattern pattern = names_of(person);
  std::vector<std::string> found;
  for (const Tree tree : {Tree::shared, Tree::own}) {
    const std::vector<NotePath> texts = notebook.texts(tree);
    std::vector<std::size_t> lines(texts.size(), 0);
    for (Unread& file : notebook.scan_texts(texts, [&](std::size_t i, std::string_view bytes) {
           if (pattern.may_match(bytes))
             lines[i] = pattern.lines_in(Note(std::string(bytes)), 1).size();
         })) {
      session.unread(std::move(file));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string path = texts[i].path();
      if (lines[i] == 0 || std::ranges::find(gone, path) != gone.end()) continue;
      found.push_back(fmt::format("{}: {}", notebook.from_here(path), plural(lines[i], "line")));
    }
  }
  return found;
}

/// The commits that hold something of the person's, under former handles too; 0 without git.
std::size_t commits_with(Session& session, const Person& person) {
  const std::string own = session.notebook().absolute(folder_of(Tree::own));
  const auto repository = Repository::around(session.system(), own);
  if (!repository) return 0;
  std::vector<std::string> question{"log", "--all", "--format=%H", "--"};
  question.push_back(repository->prefix() + person.folder);
  for (const std::string& handle : person.aka) question.push_back(repository->prefix() + handle);
  const std::string log = repository->ask(question).value_or("");
  return static_cast<std::size_t>(std::ranges::count(log, '\n'));
}

void tell_what_stays(Session& session, const Person& person, const Contents& contents) {
  const std::vector<std::string> found = mentions(session, person, contents.files());
  if (!found.empty()) session.tell(person.name() + " is still named in, and this stays:");
  for (const std::string& line : found) session.tell("  " + line);
  const std::size_t commits = commits_with(session, person);
  if (commits == 0) return;
  session.tell(fmt::format("git keeps what is deleted: {} of private/ {} it (man oneonone-forget)",
                           plural(commits, "commit"), commits == 1 ? "holds" : "hold"));
}

bool is_confirmed(const Options& options, Session& session, std::size_t files) {
  if (session.globals().dry_run) return false;
  if (options.yes) return true;
  Asking asking(session);
  const auto answer =
      asking.word(fmt::format("delete {}? [no]", plural(files, "file")), {"yes", "no"});
  if (answer == "yes") return true;
  session.tell("nothing is deleted" + std::string(session.can_ask() ? "" : ": --yes does it"));
  return false;
}

view::Table table_of(std::vector<Row> rows) {
  static const std::vector<view::Column<Row>> columns{
      {"path", [](const Row& row) { return view::Value(row.path); }},
      {"person", [](const Row& row) { return view::Value(row.person); }},
  };
  return {std::move(rows), columns};
}

Outcome run(const Options& options, Session& session) {
  Notebook& notebook = session.notebook();
  const Person person = notebook.find_person(options.person);
  const std::string folder = fmt::format("{}/{}", folder_of(Tree::own), person.folder);
  const Contents contents(session, notebook, folder);
  std::vector<Row> rows;
  for (const std::string& path : contents.files()) {
    rows.push_back({path, person.folder});
    session.tell(notebook.from_here(path));
  }
  if (contents.in_order().empty()) {
    session.tell("there is nothing private about " + person.name());
  } else {
    tell_what_stays(session, person, contents);
    if (is_confirmed(options, session, rows.size())) {
      session.erase(contents.in_order());
      session.tell("deleted " + plural(rows.size(), "file"));
    }
  }
  Outcome outcome;
  outcome.kind = "forget";
  outcome.items = table_of(std::move(rows));
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PERSON", options->person, "whom my private notes shall no longer hold");
  args.flag("-y,--yes", options->yes, "delete them without a question");
  args.example("forget grace", "what would go and what would stay; asks on a terminal");
  args.example("forget grace --yes", "delete it");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"forget", "delete my private notes about someone", "setting up",
                                   declare, [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::forget_command
