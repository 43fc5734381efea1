// SPDX-License-Identifier: MIT
// `init`: makes a notebook, or completes one that is there.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/guarding.hpp"
#include "cli/merging.hpp"
#include "cli/session.hpp"
#include "cli/written.hpp"
#include "core/one_line.hpp"
#include "error.hpp"
#include "text/front_matter.hpp"
#include "text/missing_lines.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::init_command {

struct Options {
  std::optional<std::string> folder, me, name;
  bool no_git = false, hooks = false;
};

/// What must not get into the notebook's repository: what is private, and what editors leave.
const std::vector<std::string> ignored{"/private/", "*.swp", "*~", ".obsidian/workspace*",
                                       ".oneonone-*"};

std::string my_handle(const Session& session, const Options& options) {
  if (options.me && !unicode::is_handle(*options.me)) {
    throw Error(Status::usage, fmt::format("'{}' is no handle", *options.me), "",
                "letters, digits and '-', such as --me dana");
  }
  if (options.me) return *options.me;
  std::string handle = unicode::handle_from_name(session.system().environment.login());
  if (handle.empty()) {
    throw Error(Status::usage, "nobody knows your login name", "", "say who you are: --me HANDLE");
  }
  return handle;
}

std::string config_text(const Session& session, const Options& options) {
  std::string text = "format: 1\nme: " + yaml_scalar(my_handle(session, options)) + "\n";
  if (options.name) require_one_line(*options.name, "name");
  if (options.name) text += "name: " + yaml_scalar(*options.name) + "\n";
  return text;
}

/// Who I am stands in the notebook already: to say the same again changes nothing.
void require_same(const Files& files, const Options& options, const std::string& folder) {
  if (!options.me && !options.name) return;
  const std::string path = folder + "/oneonone.yaml";
  const Config config = read_config(Note(files.read(path).value_or("")), path);
  const auto refuse_other = [&](const std::optional<std::string>& said, const std::string& known,
                                const char* hint) {
    if (!said || *said == known) return;
    throw Error(Status::usage, "it is a notebook already", folder, hint);
  };
  refuse_other(options.me, config.me, "'oneonone config set me HANDLE' changes who you are in it");
  refuse_other(options.name, config.name,
               "'oneonone config set name NAME' changes your name in it");
}

/// Makes a repository unless the folder has one or git is not there.
void make_repository(Session& session, const std::string& folder) {
  if (session.system().files.kind(folder + "/.git") != FileKind::none) return;
  Ran ran = session.system().processes.capture({"git", "init", "--quiet"}, folder);
  if (ran.status == 127) session.tell("git is not installed: the notebook has no history yet");
  if (ran.status != 0 && ran.status != 127) session.tell("git init failed in " + folder);
}

/// Makes the repositories that are missing, and has git merge the notebook's notes item by item.
void set_up_git(Session& session, const std::string& folder) {
  const System& system = session.system();
  if (!Repository::around(system, folder)) make_repository(session, folder);
  make_repository(session, folder + "/private");
  if (const auto repository = Repository::around(system, folder)) {
    install_merge_driver(system, *repository, folder);
  }
}

Outcome run(const Options& options, Session& session) {
  Files& files = session.system().files;
  std::string folder = options.folder.value_or(".");
  std::string config = folder + "/oneonone.yaml";
  bool fresh = files.kind(config) == FileKind::none;
  if (!fresh) require_same(files, options, folder);
  std::string text = fresh ? config_text(session, options) : "";
  Outcome outcome;
  outcome.kind = "paths";
  outcome.items = paths_table({"."});
  if (session.globals().dry_run) {
    session.tell(fmt::format("would {} {}", fresh ? "make a notebook in" : "complete", folder));
    return outcome;
  }
  for (const char* part : {"/people", "/private", "/templates"}) files.make_folder(folder + part);
  if (!options.no_git) set_up_git(session, folder);
  auto before = files.read(folder + "/.gitignore");
  if (auto after = with_missing_lines(before, ignored))
    files.write(folder + "/.gitignore", *after, !before);
  if (fresh) files.write(config, text, true);
  session.open(folder);
  if (options.hooks) outcome.problems = install_hooks(session.system(), folder);
  if (!outcome.problems.empty()) outcome.status = Status::failed;
  session.tell(fresh ? "a notebook, with people/ for both and private/ for you alone"
                     : "it is a notebook already; nothing of yours was changed");
  std::string go = options.folder ? fmt::format("cd {} && ", folder) : "";
  outcome.last = {fmt::format("next: {}oneonone people add 'Alice Ng'", go)};
  outcome.view.emplace_back(view::Text{folder});
  return outcome;
}

Run declare(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("DIR", options->folder, "where; the current folder without it");
  args.option("--me", options->me, "HANDLE", "who you are in the notes (default: your login name)");
  args.option("--name", options->name, "NAME", "your name");
  args.flag("--no-git", options->no_git, "do not make git repositories");
  args.flag("--hooks", options->hooks, "have git ask before something private is shared");
  args.example("init ~/1on1 --me dana --name 'Dana Lee'", "a new notebook");
  args.example("init", "in the current folder; notes that are there stay as they are");
  return [options](Session& session) { return run(*options, session); };
}

constexpr std::array table{Command{"init", "make a notebook", "setting up", declare, path_fields}};
extern constinit const Commands commands(table);

}  // namespace oneonone::init_command
