// SPDX-License-Identifier: MIT
// What git says of a repository, and what follows from it for `sync`.
#include "core/sync.hpp"

#include <algorithm>
#include <set>

#include "text/note.hpp"

namespace oneonone {
namespace {

/// The bytes of paths on one command line; systems allow at least three times as many.
constexpr std::size_t handful = 400'000;

/// Takes what stands before `end` off the front of `text`.
std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

void read_header(std::string_view line, Standing& standing) {
  const std::string_view key = take_until(line, ' ');
  if (key == "branch.oid") standing.unborn = line == "(initial)";
  if (key == "branch.head" && line != "(detached)") standing.branch = line;
}

/// The `count` words in front of a path.
std::vector<std::string_view> words_before_path(std::string_view& line, int count) {
  std::vector<std::string_view> words;
  for (int i = 0; i < count; ++i) words.push_back(take_until(line, ' '));
  return words;
}

StoppedPath read_stopped(std::string_view line) {
  const std::vector<std::string_view> words = words_before_path(line, 9);
  StoppedPath stopped{std::string(line)};
  const std::array<bool*, 3> there{&stopped.base, &stopped.ours, &stopped.theirs};
  for (std::size_t i = 0; i < there.size(); ++i) {
    const std::string_view mode = words[i + 2];
    *there[i] = mode != "000000";
    if (*there[i] && !mode.starts_with("100")) stopped.plain = false;
  }
  return stopped;
}

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_named_file(std::string_view name) {
  return name == "oneonone.yaml" || name == ".gitignore" || name == ".gitattributes";
}

bool is_hidden(std::string_view path) {
  while (!path.empty()) {
    const std::string_view part = take_until(path, '/');
    if (part.starts_with('.') || part.starts_with('#')) return true;
  }
  return false;
}

bool is_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line == "=======" ||
         line.starts_with("||||||| ");
}

/// True when every line of `file` but markers stands in one of the sides.
bool all_from(std::string_view file, const Three<std::string>& versions) {
  std::set<std::string_view> known;
  for (std::string_view text : {std::string_view(versions.base), std::string_view(versions.ours),
                                std::string_view(versions.theirs)}) {
    while (!text.empty()) known.insert(take_until(text, '\n'));
  }
  while (!file.empty()) {
    const std::string_view line = take_until(file, '\n');
    if (!is_marker(line) && !known.contains(line)) return false;
  }
  return true;
}

}  // namespace

Standing read_standing(std::string_view porcelain) {
  Standing standing;
  while (!porcelain.empty()) {
    std::string_view line = take_until(porcelain, '\0');
    const std::string_view kind = take_until(line, ' ');
    if (kind == "#") {
      read_header(line, standing);
    } else if (kind == "u") {
      standing.stopped.push_back(read_stopped(line));
    } else if (kind == "?" && !line.ends_with('/')) {
      standing.changed.push_back({std::string(line), false});
    } else if (kind == "1") {
      const bool repository = words_before_path(line, 7)[1].starts_with('S');
      if (!repository) standing.changed.push_back({std::string(line), true});
    }
  }
  return standing;
}

std::optional<Obstacle> obstacle(const Standing& standing, UnderWay under_way) {
  switch (under_way) {
    case UnderWay::rebase:
      return std::nullopt;
    case UnderWay::edit:
      return Obstacle{"a rebase of yours is under way",
                      "end it with 'git rebase --continue', then sync again"};
    case UnderWay::merge:
      if (!standing.stopped.empty()) return std::nullopt;
      return Obstacle{"a merge is under way", "end it with 'git commit', then sync again"};
    case UnderWay::other:
      return Obstacle{"git is in the middle of something",
                      "'git status' says of what; end that, then sync again"};
    case UnderWay::nothing:
      break;
  }
  if (!standing.stopped.empty()) {
    return Obstacle{"git has files that are not merged",
                    "'git status' names them; settle them, then sync again"};
  }
  if (!standing.branch.empty()) return std::nullopt;
  return Obstacle{"HEAD is at no branch", "go to one with 'git switch BRANCH', then sync again"};
}

bool is_synced(std::string_view path, bool known, Realm realm) {
  if (realm == Realm::notebook && is_named_file(path)) return true;
  const bool inside =
      realm == Realm::whole || path.starts_with("people/") || path.starts_with("templates/");
  if (!inside || known) return inside;
  if (is_named_file(last_part(path))) return true;
  return path.ends_with(".md") && !is_hidden(path);
}

Repair repair_of(const StoppedPath& stopped) {
  if (!stopped.plain) return Repair::ask;
  if (!stopped.ours && !stopped.theirs) return Repair::remove;
  if (!stopped.ours || !stopped.theirs) return Repair::keep;
  const std::string_view name = last_part(stopped.path);
  return name.ends_with(".md") || is_named_file(name) ? Repair::merge : Repair::ask;
}

Left left_in(std::string_view file, const Three<std::string>& versions) {
  if (file == versions.ours) return Left::untouched;
  if (!Note(std::string(file)).conflict_line()) return Left::settled;
  return all_from(file, versions) ? Left::untouched : Left::contested;
}

std::string reason_in(std::string_view talk) {
  static constexpr std::array<std::string_view, 4> beginnings{
      "fatal: ", "error: ", "oneonone: ", " ! "};
  std::string named, last;
  while (!talk.empty()) {
    std::string_view line = take_until(talk, '\n');
    line = line.substr(line.rfind('\r') + 1);
    const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
    // git says after everything that went wrong that it went wrong.
    const bool idle = line.starts_with("hint:") || line.starts_with("error: failed to push");
    if (blank || idle) continue;
    // A line that ends so has the names of the files below it.
    if (named.ends_with(':')) return named + " " + std::string(line.substr(line.rfind('\t') + 1));
    last = line;
    for (const std::string_view word : beginnings) {
      if (named.empty() && line.starts_with(word)) named = line.substr(word.size());
    }
  }
  return named.empty() ? last : named;
}

std::vector<std::vector<std::string>> in_handfuls(const std::vector<std::string>& paths) {
  std::vector<std::vector<std::string>> groups;
  std::size_t bytes = handful;
  for (const std::string& path : paths) {
    bytes += path.size() + 1;
    if (bytes > handful) {
      groups.emplace_back();
      bytes = path.size() + 1;
    }
    groups.back().push_back(path);
  }
  return groups;
}

}  // namespace oneonone
