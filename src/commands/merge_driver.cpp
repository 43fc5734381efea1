// SPDX-License-Identifier: MIT
// `merge-driver`: what git runs to merge two versions of a note.
#include <fmt/format.h>

#include <array>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/merging.hpp"
#include "cli/session.hpp"
#include "error.hpp"

namespace oneonone::merge_driver_command {

/// As git wants it: above 128 the file is what it was. No other command ends so.
constexpr auto untouched = static_cast<Status>(129);

struct Options {
  std::vector<std::string> files;
  bool install = false;
};

std::string require(const System& system, const std::string& path) {
  auto bytes = system.files.read(path);
  if (!bytes) throw Error(untouched, "there is no such file", path);
  return *std::move(bytes);
}

Outcome merge(const Options& options, Session& session) {
  const std::vector<std::string>& files = options.files;
  if (files.size() != 4) {
    throw Error(untouched, fmt::format("four words are needed, not {}", files.size()), "",
                "oneonone merge-driver %O %A %B %P, as git calls it");
  }
  const System& system = session.system();
  const Three<std::string> versions{require(system, files[0]), require(system, files[1]),
                                    require(system, files[2])};
  const MergedNote merged =
      merge_notes(versions, merge_place(system, system.environment.current_folder(), files[3]));
  Outcome outcome;
  outcome.status = merged.conflict ? Status::failed : Status::ok;
  if (session.globals().dry_run)
    outcome.view.emplace_back(view::Text{merged.bytes});
  else if (merged.bytes != versions.ours)
    system.files.write(files[1], merged.bytes, false);
  return outcome;
}

/// git takes a status of at most 128 for a conflict that is left in the file.
Outcome merge_or_leave(const Options& options, Session& session) {
  try {
    return merge(options, session);
  } catch (const Error& error) {
    throw Error(untouched, error.message, error.where, error.hint);
  } catch (const std::exception& error) {
    throw Error(untouched, error.what());
  }
}

Outcome install(Session& session) {
  const System& system = session.system();
  const auto repository = Repository::around(system, system.environment.current_folder());
  if (!repository) {
    throw Error(Status::failed, "this is no git repository", "",
                "run it in the notebook, or in the folder that is a repository");
  }
  const std::string& top = repository->top();
  if (session.globals().dry_run) {
    session.tell(fmt::format("would have git merge the notes in {} item by item", top));
    return {};
  }
  const bool changed = install_merge_driver(system, *repository, top);
  session.tell(fmt::format("{} {} item by item",
                           changed ? "git now merges the notes in" : "git merges the notes in",
                           top));
  return {};
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.rest("FILE", options->files, false, "base, ours, theirs, and the path in the repository");
  args.flag("--install", options->install, "have git merge the notes of this repository");
  args.example("merge-driver --install", "in a clone, once");
  args.example("merge-driver %O %A %B %P", "what git runs then");
  return [options](Session& session) {
    return options->install ? install(session) : merge_or_leave(*options, session);
  };
}

constexpr std::array table{Command{"merge-driver", "merge two versions of a note, for git",
                                   "setting up", declare, no_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::merge_driver_command
