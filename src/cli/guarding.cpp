// SPDX-License-Identifier: MIT
// The guard at work in a repository: what is staged, what is about to be pushed, and git's hooks.
#include "cli/guarding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "cli/sync_place.hpp"
#include "core/guard.hpp"

namespace oneonone {
namespace {

using Words = std::vector<std::string>;

Guard guard_of(Session& session) {
  const Notebook& notebook = session.notebook();
  const std::vector<NotePath> texts = notebook.texts(Tree::own);
  std::vector<std::string> bytes(texts.size());
  for (Unread& file : notebook.scan_texts(
           texts, [&](std::size_t index, std::string_view text) { bytes[index] = text; })) {
    session.unread(std::move(file));
  }
  Guard guard;
  for (std::size_t i = 0; i < texts.size(); ++i) guard.learn(texts[i].path(), bytes[i]);
  return guard;
}

/// The notebook's repositories that others read: the one around the current folder, else all.
std::vector<SyncPlace> shared_places(Session& session) {
  const System& system = session.system();
  const auto here = Repository::around(system, system.environment.current_folder());
  std::vector<SyncPlace> shared;
  for (const SyncPlace& place : sync_places(session)) {
    const bool is_private = place.path() == "private";
    if (here && place.repository().top() == here->top()) {
      return is_private ? std::vector<SyncPlace>{} : std::vector<SyncPlace>{place};
    }
    if (!is_private) shared.push_back(place);
  }
  return shared;
}

Words paths_in(std::string_view text) {
  Words names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

/// Looks at one version of some files of a repository beside the version before.
class Look {
 public:
  Look(const Guard& guard, const SyncPlace& place, Repository repository,
       std::vector<Finding>& findings)
      : guard_(guard), place_(place), repository_(std::move(repository)), findings_(findings) {}

  /// `version` and `before` are what git puts before a path: ":0:", "HEAD:".
  void at(const Words& paths, const std::string& version, const std::string& before,
          const std::string& remark) {
    for (const std::string& path : paths) {
      const std::string bytes = repository_.ask({"cat-file", "blob", version + path}).value_or("");
      if (bytes.find('\0') != std::string::npos) continue;
      const std::string old = repository_.ask({"cat-file", "blob", before + path}).value_or("");
      const std::string name = place_.in_notebook(path).value_or(path);
      for (Finding& finding : guard_.refused(name, bytes, old)) {
        finding.message += remark;
        findings_.push_back(std::move(finding));
      }
    }
  }

 private:
  const Guard& guard_;
  const SyncPlace& place_;
  Repository repository_;
  std::vector<Finding>& findings_;
};

bool is_object_name(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_nothing(std::string_view name) {
  return name.find_first_not_of('0') == std::string_view::npos;
}

/// The second and the last word of a line that git gives to the hook: what is sent, and what the
/// remote has.
std::pair<std::string, std::string> sent_and_there(const std::string& line) {
  const std::size_t first = line.find(' ');
  const std::size_t second = std::min(line.find(' ', first + 1), line.size());
  if (first == std::string::npos) return {};
  return {line.substr(first + 1, second - first - 1), line.substr(line.rfind(' ') + 1)};
}

/// The commits that a push sends.
Words commits_of(const Repository& repository, const std::string& line) {
  const auto [sent, there] = sent_and_there(line);
  if (!is_object_name(sent) || is_nothing(sent)) return {};
  Words words{"rev-list", sent, "--not", "--remotes"};
  const bool known = is_object_name(there) && !is_nothing(there) &&
                     repository.ask({"cat-file", "-e", there}).has_value();
  if (known) words.push_back(there);
  std::string text = repository.ask(words).value_or("");
  std::ranges::replace(text, '\n', '\0');
  return paths_in(text);
}

constexpr std::string_view pre_commit =
    "#!/bin/sh\n"
    "# Written by 'oneonone init --hooks': what is private stays out of this repository.\n"
    "exec oneonone check --staged\n";
constexpr std::string_view pre_push =
    "#!/bin/sh\n"
    "# Written by 'oneonone init --hooks': what is private stays out of this repository.\n"
    "exec oneonone check --outgoing\n";

struct Hook {
  std::string name;
  std::string_view text;
};

/// Nothing when the hook is there now.
std::optional<Error> install_hook(const System& system, const std::string& folder,
                                  const Hook& hook) {
  const std::string path = folder + "/" + hook.name;
  const auto before = system.files.read(path);
  if (before == hook.text) return std::nullopt;
  if (before) {
    const std::string_view command = hook.text.substr(hook.text.find("oneonone check"));
    return Error(Status::failed, "there is a hook already", path,
                 fmt::format("add this line to it: {}", command.substr(0, command.size() - 1)));
  }
  system.files.make_folder(folder);
  system.files.write(path, hook.text, true, 0700);
  return std::nullopt;
}

void install_hooks(const System& system, const Repository& repository,
                   std::vector<Error>& problems) {
  if (const auto elsewhere = repository.ask_word({"config", "--get", "core.hooksPath"})) {
    problems.emplace_back(Status::failed, "its hooks are in " + *elsewhere, repository.top(),
                          "have pre-commit run 'oneonone check --staged' there, and pre-push "
                          "'oneonone check --outgoing'");
    return;
  }
  const std::string folder =
      repository.ask_word({"rev-parse", "--path-format=absolute", "--git-path", "hooks"})
          .value_or(repository.git_folder() + "/hooks");
  for (const Hook& hook : {Hook{"pre-commit", pre_commit}, Hook{"pre-push", pre_push}}) {
    if (auto problem = install_hook(system, folder, hook)) problems.push_back(*std::move(problem));
  }
}

}  // namespace

std::vector<Finding> refused_in_index(Session& session) {
  const Guard guard = guard_of(session);
  std::vector<Finding> findings;
  for (const SyncPlace& place : shared_places(session)) {
    // With `commit FILE` and `commit -a` git tells its hook of an index that it made for that.
    const auto index = session.system().environment.get("GIT_INDEX_FILE");
    const Repository repository =
        index ? place.repository().with_index(*index) : place.repository();
    const Words words = repository.ask({"rev-parse", "--verify", "-q", "HEAD"})
                            ? Words{"diff-index",
                                    "--cached",
                                    "--name-only",
                                    "-z",
                                    "--diff-filter=d",
                                    "--no-renames",
                                    "--ignore-submodules=all",
                                    "HEAD"}
                            : Words{"ls-files", "-z", "--cached"};
    Look(guard, place, repository, findings)
        .at(paths_in(repository.ask(words).value_or("")), ":0:", "HEAD:", "");
  }
  return findings;
}

std::vector<Finding> refused_in_file(Session& session, const std::string& path,
                                     std::string_view bytes) {
  return guard_of(session).refused(path, bytes, "");
}

std::vector<Finding> refused_in_push(Session& session) {
  const Guard guard = guard_of(session);
  const std::vector<SyncPlace> places = shared_places(session);
  std::vector<Finding> findings;
  while (const auto line = session.system().terminal.read_line()) {
    for (const SyncPlace& place : places) {
      const Repository& repository = place.repository();
      for (const std::string& commit : commits_of(repository, *line)) {
        const Words words{"diff-tree",      "-r",          "-c", "--root",
                          "--no-commit-id", "--name-only", "-z", "--diff-filter=d",
                          "--no-renames",   commit};
        Look(guard, place, repository, findings)
            .at(paths_in(repository.ask(words).value_or("")), commit + ":",
                commit + "^:", fmt::format(" (commit {})", commit.substr(0, 7)));
      }
    }
  }
  return findings;
}

std::vector<Error> install_hooks(const System& system, const std::string& root) {
  std::vector<Error> problems;
  const std::string people = root + "/people";
  for (const Entry& entry : system.files.list(people).value_or(std::vector<Entry>{})) {
    const auto own = Repository::at(system, people + "/" + entry.name);
    if (own) install_hooks(system, *own, problems);
  }
  if (const auto around = Repository::around(system, root)) {
    install_hooks(system, *around, problems);
  }
  return problems;
}

}  // namespace oneonone
