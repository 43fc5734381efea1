// SPDX-License-Identifier: MIT
// Goes on where a merge of git's stopped: with the versions that git keeps of each file.
#include "cli/stopped_merge.hpp"

#include <fmt/format.h>

#include <optional>

#include "cli/merging.hpp"
#include "error.hpp"

namespace oneonone {
namespace {

class Settling {
 public:
  Settling(const System& system, const Repository& repository, bool fresh)
      : system_(system), repository_(repository), fresh_(fresh) {}

  /// Nothing when it is settled.
  std::optional<Contested> settle(const StoppedPath& stopped) const {
    const Repair repair = repair_of(stopped);
    if (repair == Repair::ask) return Contested{stopped.path};
    const std::string place = repository_.top() + "/" + stopped.path;
    const bool there = repair != Repair::remove && system_.files.kind(place) == FileKind::file;
    if (!there) return tell_git({"rm", "-q", "--cached"}, stopped.path);
    if (repair == Repair::keep) return tell_git({"add"}, stopped.path);
    return merge(stopped, place);
  }

 private:
  std::optional<Contested> merge(const StoppedPath& stopped, const std::string& place) const {
    const Three<std::string> versions{stopped.base ? version(1, stopped.path) : "",
                                      version(2, stopped.path), version(3, stopped.path)};
    const std::string file = system_.files.read(place).value_or("");
    const Left left = fresh_ ? Left::untouched : left_in(file, versions);
    if (left == Left::settled) return tell_git({"add"}, stopped.path);
    if (left == Left::contested) return contested(stopped.path, file);
    const MergedNote merged =
        merge_notes(versions, merge_place(system_, repository_.top(), stopped.path));
    const bool is_ours = file == versions.ours;
    if (!merged.conflict || fresh_ || is_ours) system_.files.write(place, merged.bytes, false);
    if (merged.conflict) return contested(stopped.path, merged.bytes);
    return tell_git({"add"}, stopped.path);
  }

  /// As it would lie in the work tree.
  std::string version(int stage, const std::string& path) const {
    auto bytes = repository_.ask({"cat-file", "--filters", fmt::format(":{}:{}", stage, path)});
    if (bytes) return *std::move(bytes);
    throw Error(Status::failed, "git does not give its versions of a file", path,
                "'git status' there says more");
  }

  std::optional<Contested> tell_git(std::vector<std::string> arguments,
                                    const std::string& path) const {
    arguments.insert(arguments.end(), {"--", path});
    const Ran ran = repository_.act(std::move(arguments));
    if (ran.status == 0) return std::nullopt;
    throw Error(Status::failed, "git does not take in what was merged: " + reason_in(ran.output),
                path);
  }

  static Contested contested(const std::string& path, const std::string& bytes) {
    return {path, Note(bytes).conflict_line().value_or(0)};
  }

  const System& system_;
  const Repository& repository_;
  bool fresh_;
};

}  // namespace

std::vector<Contested> settle_stopped(const System& system, const Repository& repository,
                                      const std::vector<StoppedPath>& stopped, bool fresh) {
  const Settling settling(system, repository, fresh);
  std::vector<Contested> rest;
  for (const StoppedPath& path : stopped) {
    if (auto contested = settling.settle(path)) rest.push_back(*std::move(contested));
  }
  return rest;
}

}  // namespace oneonone
