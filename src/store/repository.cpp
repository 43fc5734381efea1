// SPDX-License-Identifier: MIT
// A git repository, through the program git.
#include "store/repository.hpp"

#include <iterator>
#include <utility>

#include "error.hpp"

namespace oneonone {
namespace {

bool has_git(const Files& files, const std::string& folder) {
  return files.kind(folder + "/.git") != FileKind::none;
}

}  // namespace

Repository::Repository(const System& system, std::string top, std::string prefix)
    : system_(system), top_(std::move(top)), prefix_(std::move(prefix)) {}

std::optional<Repository> Repository::around(const System& system, const std::string& folder) {
  const std::optional<std::string> real = system.files.resolve(folder);
  if (!real) return std::nullopt;
  for (std::string top = *real; !top.empty(); top.resize(top.rfind('/'))) {
    if (!has_git(system.files, top)) continue;
    std::string prefix = top == *real ? "" : real->substr(top.size() + 1) + "/";
    return Repository(system, std::move(top), std::move(prefix));
  }
  return std::nullopt;
}

std::optional<Repository> Repository::at(const System& system, const std::string& folder) {
  const std::optional<std::string> real = system.files.resolve(folder);
  if (!real || !has_git(system.files, *real)) return std::nullopt;
  return Repository(system, *real, "");
}

Repository Repository::with_index(const std::string& path) const {
  Repository other = *this;
  other.index_ = path;
  return other;
}

std::vector<std::string> Repository::command(std::vector<std::string> arguments) const {
  std::vector<std::string> words{"env", "GIT_EDITOR=true", "GIT_SEQUENCE_EDITOR=true"};
  if (!index_.empty()) words.push_back("GIT_INDEX_FILE=" + index_);
  words.insert(words.end(), {"git", "--literal-pathspecs", "--no-optional-locks", "-c",
                             "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"});
  words.insert(words.end(), std::make_move_iterator(arguments.begin()),
               std::make_move_iterator(arguments.end()));
  return words;
}

std::optional<std::string> Repository::ask(std::vector<std::string> arguments) const {
  Ran ran = system_.processes.capture(command(std::move(arguments)), top_);
  return ran.status == 0 ? std::optional(std::move(ran.output)) : std::nullopt;
}

std::optional<std::string> Repository::ask_word(std::vector<std::string> arguments) const {
  std::optional<std::string> word = ask(std::move(arguments));
  if (word && word->ends_with('\n')) word->pop_back();
  return word;
}

bool Repository::ignores(const std::string& path) const {
  // This command takes no literal names; `./` keeps one from meaning more.
  return ask({"--no-literal-pathspecs", "check-ignore", "-q", "--", "./" + path}).has_value();
}

Ran Repository::act(std::vector<std::string> arguments, bool may_ask) const {
  return system_.processes.listen(command(std::move(arguments)), top_, may_ask);
}

const std::string& Repository::git_folder() const {
  if (!git_folder_.empty()) return git_folder_;
  if (auto folder = ask_word({"rev-parse", "--absolute-git-dir"})) {
    git_folder_ = *std::move(folder);
    return git_folder_;
  }
  const Ran ran = act({"rev-parse", "--absolute-git-dir"});
  if (ran.status == 127) {
    throw Error(Status::failed, "git is not installed", top_, "install git, then sync again");
  }
  const std::string reason = ran.output.substr(0, ran.output.find('\n'));
  throw Error(Status::failed, "git cannot read this repository: " + reason, top_,
              "'git status' there says more");
}

}  // namespace oneonone
