// SPDX-License-Identifier: MIT
// `import`: brings along the notes that people have.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/import_plan.hpp"
#include "cli/import_update.hpp"
#include "cli/item_rows.hpp"
#include "cli/output.hpp"
#include "error.hpp"

namespace oneonone::import_command {

struct Options {
  std::string path;
  std::optional<std::string> person, dates;
  bool bullets = false, own = false, update = false;
};

ImportOptions read_options(const Options& options) {
  ImportOptions result;
  result.person = options.person;
  result.bullets = options.bullets;
  if (options.own) result.tree = Tree::own;
  if (options.dates == "dmy") result.order = DayOrder::day_first;
  if (options.dates == "mdy") result.order = DayOrder::month_first;
  if (options.dates && result.order == DayOrder::unknown) {
    throw Error(Status::usage, fmt::format("'{}' is no order of dates", *options.dates), "--dates",
                "dmy for 17/11/2026, mdy for 11/17/2026");
  }
  return result;
}

// --- the list

std::string_view word_of(ImportState state) {
  switch (state) {
    case ImportState::made:
      return "new";
    case ImportState::there:
      return "there";
    case ImportState::left:
      break;
  }
  return "unclear";
}

/// `3 open, 1 done, 1 topic`
std::string words_of(const ItemCounts& counts) {
  std::string text;
  const auto say = [&](std::size_t count, std::string_view what) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
  };
  say(counts.open, "open");
  say(counts.done, "done");
  say(counts.dropped, "dropped");
  say(counts.carried, "carried");
  say(counts.topics, counts.topics == 1 ? "topic" : "topics");
  say(counts.ignored, "ignored");
  say(counts.unclear, "unclear");
  return text;
}

std::string place_of(const ImportRow& row) {
  return row.line == 1 ? row.source : fmt::format("{}:{}", row.source, row.line);
}

view::Grid grid_of(Session& session, const std::vector<ImportRow>& rows) {
  view::Grid grid;
  grid.columns = {{"", {}, false}, {"", {}, false}, {"", {}, false}};
  for (const ImportRow& row : rows) {
    std::string becomes = row.path.empty() ? "?" : session.notebook().from_here(row.path);
    if (row.state == ImportState::there) becomes += " (there already)";
    view::GridRow line;
    line.cells = {{place_of(row)}, {std::move(becomes)}, {words_of(row.counts)}};
    grid.rows.push_back(std::move(line));
  }
  return grid;
}

view::Value doubts_of(const ImportRow& row) {
  view::List list;
  for (const Doubt& doubt : row.doubts) {
    list.emplace_back(
        view::Object{{"line", doubt.line}, {"message", doubt.message}, {"items", doubt.items}});
  }
  return list;
}

view::Table table_of(std::vector<ImportRow> rows) {
  using view::Value;
  const auto text = [](const std::string& word) { return word.empty() ? Value() : Value(word); };
  static const std::vector<view::Column<ImportRow>> columns{
      {"source", [](const ImportRow& row) { return Value(row.source); }},
      {"line", [](const ImportRow& row) { return Value(row.line); }},
      {"state", [](const ImportRow& row) { return Value(word_of(row.state)); }},
      {"path", [text](const ImportRow& row) { return text(row.path); }},
      {"person", [text](const ImportRow& row) { return text(row.person); }},
      {"date", [](const ImportRow& row) { return row.date ? Value(row.date->iso()) : Value(); }},
      {"open", [](const ImportRow& row) { return Value(row.counts.open); }},
      {"done", [](const ImportRow& row) { return Value(row.counts.done); }},
      {"dropped", [](const ImportRow& row) { return Value(row.counts.dropped); }},
      {"carried", [](const ImportRow& row) { return Value(row.counts.carried); }},
      {"topics", [](const ImportRow& row) { return Value(row.counts.topics); }},
      {"ignored", [](const ImportRow& row) { return Value(row.counts.ignored); }},
      {"unclear", [](const ImportRow& row) { return Value(row.counts.unclear); }},
      {"doubts", doubts_of},
  };
  return {std::move(rows), columns};
}

// --- what is said

std::string doubt_line(const ImportRow& row, const Doubt& doubt) {
  const std::string items = doubt.items > 1 ? fmt::format(" ({} items)", doubt.items) : "";
  return fmt::format("{}:{}: {}{}", row.source, doubt.line, doubt.message, items);
}

std::string summary(const ImportPlan& plan, bool dry_run) {
  std::size_t made = 0;
  std::size_t there = 0;
  ItemCounts counts;
  for (const ImportRow& row : plan.rows) {
    made += row.state == ImportState::made ? 1U : 0U;
    there += row.state == ImportState::there ? 1U : 0U;
    if (row.state != ImportState::there) counts += row.counts;
  }
  const std::string items = words_of(counts);
  return fmt::format(
      "{} {}{}{}{}", made, made == 1 ? "note" : "notes", dry_run ? " would be made" : " made",
      there > 0 ? fmt::format(", {} there already", there) : "", items.empty() ? "" : ": " + items);
}

Outcome outcome_of(Session& session, ImportPlan plan, std::vector<Error> unread) {
  Outcome outcome;
  outcome.kind = "import";
  outcome.paged = true;
  if (!plan.rows.empty()) outcome.view.emplace_back(grid_of(session, plan.rows));
  for (const ImportRow& row : plan.rows) {
    for (const Doubt& doubt : row.doubts) outcome.last.push_back(doubt_line(row, doubt));
  }
  for (const auto* lines : {&plan.newcomers, &plan.proposals}) {
    outcome.last.insert(outcome.last.end(), lines->begin(), lines->end());
  }
  if (plan.passed_over > 0) {
    outcome.last.push_back(fmt::format("{} {} without a day and without items passed over",
                                       plan.passed_over, plan.passed_over == 1 ? "file" : "files"));
  }
  outcome.last.push_back(summary(plan, session.globals().dry_run));
  if (!unread.empty()) outcome.status = Status::partial;
  outcome.problems = std::move(unread);
  outcome.items = table_of(std::move(plan.rows));
  return outcome;
}

void require_alone(const Options& options) {
  if (!options.person && !options.dates && !options.bullets && !options.own) return;
  throw Error(Status::usage, "--update goes with no other option of import", "",
              "it closes what is here by ids; it makes no notes");
}

Outcome run(const Options& options, Session& session) {
  require_fields(session.globals(), "import", options.update ? item_fields() : table_of({}).keys());
  if (options.update) {
    require_alone(options);
    session.notebook().require_writable();
    return update_from(session, options.path);
  }
  const ImportOptions how = read_options(options);
  session.notebook().require_writable();
  ImportSources sources = read_import_sources(session, options.path);
  ImportPlan plan = plan_import(session, options.path, sources, how);
  // The list says what becomes what; a diff would be the whole of every note.
  if (!session.globals().dry_run) session.apply(plan.changes);
  return outcome_of(session, std::move(plan), std::move(sources.unread));
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("PATH", options->path, "a folder of notes, or one file");
  args.option("--person", options->person, "PERSON", "whose meetings they are; made when new");
  args.option("--dates", options->dates, "ORDER", "what 11/12/2026 is: dmy or mdy");
  args.flag("--bullets", options->bullets, "bullets below 'Action items' are promises");
  args.flag("--private", options->own, "into private/, for you alone");
  args.flag("--update", options->update, "close what Taskwarrior or todo.txt say is done");
  args.example("import -n ~/1-1s", "what would become of a folder of notes");
  args.example("import alice.md --person alice", "a running document, a heading a meeting");
  args.example("import --update done.txt", "what was done elsewhere is done here");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{
    Command{"import", "bring along notes from elsewhere", "setting up", declare}};
extern constinit const Commands commands(table);

}  // namespace oneonone::import_command
