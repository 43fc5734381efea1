// SPDX-License-Identifier: MIT
// Places as editors and terminals understand them.
#include "cli/written.hpp"

#include <fmt/format.h>

namespace oneonone {

std::string place_and_line(Session& session, std::string_view path, std::size_t line,
                           std::string_view text) {
  std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
  return fmt::format("{}:{}: {}", session.notebook().from_here(path), line, text.substr(first));
}

void warn_of_editors(Session& session, std::string_view path) {
  std::size_t slash = path.find_last_of('/') + 1;
  std::string folder(path.substr(0, slash));
  std::string_view name = path.substr(slash);
  const Files& files = session.system().files;
  for (std::string beside : {fmt::format(".{}.swp", name), fmt::format(".#{}", name)}) {
    if (files.kind(session.notebook().absolute(folder + beside)) == FileKind::none) continue;
    session.tell(fmt::format("{} is open in an editor ({}): reload it there",
                             session.notebook().from_here(path), beside));
  }
}

Outcome written_paths(Session& session, std::vector<std::string> paths) {
  Outcome outcome;
  outcome.kind = "paths";
  for (const std::string& path : paths) {
    if (session.globals().dry_run) break;
    outcome.view.emplace_back(view::Text{session.notebook().from_here(path)});
  }
  outcome.items = paths_table(std::move(paths));
  return outcome;
}

view::Table paths_table(std::vector<std::string> paths) {
  static const std::vector<view::Column<std::string>> columns{
      {"path", [](const std::string& path) { return view::Value(path); }}};
  return {std::move(paths), columns};
}

std::vector<std::string> path_fields() {
  return paths_table({}).keys();
}

}  // namespace oneonone
