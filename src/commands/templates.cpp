// SPDX-License-Identifier: MIT
// `templates`: which agendas there are; `templates show` prints one.
#include "store/templates.hpp"

#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "text/front_matter.hpp"

namespace oneonone::templates_command {

struct Options {
  std::string name;
  std::optional<std::string> person;
};

struct Row {
  std::string name, summary, use, source;
};

std::string folder_for(Session& session, const Options& options) {
  return options.person ? session.notebook().find_person(*options.person).folder : "";
}

Row row_of(const FoundTemplate& found) {
  FrontMatter matter = read_front_matter(Note(found.text));
  return {found.name, matter.text("summary").value_or(""), matter.text("for").value_or(""),
          found.path.empty() ? "built in" : found.path};
}

view::Table table_of(std::vector<Row> rows) {
  using view::Value;
  static const std::vector<view::Column<Row>> columns{
      {"name", [](const Row& row) { return Value(row.name); }},
      {"summary", [](const Row& row) { return Value(row.summary); }},
      {"for", [](const Row& row) { return Value(row.use); }},
      {"source", [](const Row& row) { return Value(row.source); }},
  };
  return {std::move(rows), columns};
}

Outcome list(const Options& options, Session& session) {
  std::vector<Row> rows;
  view::Grid grid;
  grid.columns = {{"", {}, false}, {"", {}, true}, {"", {}, false}};
  for (const FoundTemplate& found :
       list_templates(session.notebook(), folder_for(session, options))) {
    rows.push_back(row_of(found));
    const Row& row = rows.back();
    grid.rows.push_back(
        {{{row.name, view::Style::strong}, {row.summary}, {row.source, view::Style::dim}}, ""});
    if (!row.use.empty()) grid.rows.push_back({{{}, {row.use, view::Style::dim}, {}}, ""});
  }
  Outcome outcome;
  outcome.kind = "templates";
  outcome.view.emplace_back(std::move(grid));
  outcome.items = table_of(std::move(rows));
  return outcome;
}

Outcome show(const Options& options, Session& session) {
  FoundTemplate found =
      require_template(session.notebook(), folder_for(session, options), options.name);
  Outcome outcome;
  outcome.kind = "templates";
  outcome.items = table_of({row_of(found)});
  outcome.paged = true;
  outcome.view.emplace_back(view::Text{found.text});
  return outcome;
}

Run declare_list(Args& args) {
  auto options = std::make_shared<Options>();
  args.option("--person", options->person, "PERSON", "with the templates of this person's folder");
  args.example("templates", "all agendas, and when to use each");
  return [options](Session& session) { return list(*options, session); };
}

Run declare_show(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("TEMPLATE", options->name, "the template");
  args.option("--person", options->person, "PERSON", "as it counts for this person");
  args.example("templates show weekly > templates/weekly.md", "start your own from ours");
  return [options](Session& session) { return show(*options, session); };
}

constexpr std::array table{
    Command{"templates", "list the agenda templates", "setting up", declare_list},
    Command{"templates show", "print a template", "setting up", declare_show}};
extern constinit const Commands commands(table);

}  // namespace oneonone::templates_command
