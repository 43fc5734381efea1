// SPDX-License-Identifier: MIT
// Where a branch is sent to.
#include "cli/remote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "error.hpp"

namespace oneonone {
namespace {

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// What stands behind `refs/heads/`.
std::string short_name(std::string_view branch) {
  constexpr std::string_view folder = "refs/heads/";
  return std::string(branch.substr(branch.starts_with(folder) ? folder.size() : 0));
}

int number_in(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// How many commits there are; 0 for a branch without one.
int commits_in(const Repository& repository, const std::string& tip) {
  return number_in(repository.ask({"rev-list", "--count", tip}).value_or(""));
}

}  // namespace

std::optional<Remote> find_remote(const Repository& repository, const std::string& branch) {
  const std::string key = "branch." + branch;
  auto name = repository.ask_word({"config", "--get", key + ".remote"});
  if (name == ".") return std::nullopt;
  if (name) {
    const auto there = repository.ask_word({"config", "--get", key + ".merge"});
    if (there) return Remote{*name, *there, "@{upstream}", true};
  } else {
    const std::vector<std::string> names = lines(repository.ask({"remote"}).value_or(""));
    if (names.empty()) return std::nullopt;
    const bool origin = std::ranges::find(names, "origin") != names.end();
    if (names.size() > 1 && !origin) {
      throw Error(Status::failed, "there are several remotes", repository.top(),
                  "say which: git push -u REMOTE HEAD");
    }
    name = origin ? "origin" : names.front();
  }
  return Remote{*name, "refs/heads/" + branch, fmt::format("refs/remotes/{}/{}", *name, branch),
                false};
}

std::optional<std::string> tip_of(const Repository& repository, const Remote& remote) {
  return repository.ask_word({"rev-parse", "--verify", "-q", remote.tracking});
}

Distance distance_to(const Repository& repository, const Remote& remote) {
  const auto both =
      repository.ask({"rev-list", "--count", "--left-right", "HEAD..." + remote.tracking});
  if (!both) return {commits_in(repository, "HEAD"), commits_in(repository, remote.tracking)};
  const std::size_t tab = std::min(both->find('\t'), both->size());
  return {number_in(both->substr(0, tab)),
          number_in(both->substr(std::min(tab + 1, both->size())))};
}

void refuse_other_branches(const Repository& repository, const Remote& remote,
                           const std::string& place) {
  if (remote.tracked || tip_of(repository, remote)) return;
  const std::string folder = "refs/remotes/" + remote.name + "/";
  std::vector<std::string> others =
      lines(repository.ask({"for-each-ref", "--format=%(refname)", folder}).value_or(""));
  std::erase(others, folder + "HEAD");
  if (others.empty()) return;
  const std::string branch = short_name(remote.branch);
  throw Error(Status::failed,
              fmt::format("'{}' has no branch '{}', but '{}'", remote.name, branch,
                          others.front().substr(folder.size())),
              place, fmt::format("to make it there: git push -u {} HEAD", remote.name));
}

}  // namespace oneonone
